import { Link, Progress } from '@backstage/core-components';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import {
  catalogApiRef,
  type CatalogApi,
} from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useLocation, useParams } from 'react-router-dom';
import { continuityApiRef } from '../../api';
import { Notice } from '../../screen/Notice';
import { PageTheme } from '../../screen/PageTheme';
import { ScheduleError } from '../schedule/ScheduleError';
import { useTranslation } from '../../translation';
import { testAddress } from '../testAddress';
import { useTestsAddress } from '../useTestsAddress';
import { ownZone } from './scheduleDraft';
import { TestForm } from './TestForm';
import { newTestDraft, testDraftOf } from './testDraft';

const useStyles = makeStyles(theme => ({
  title: { margin: theme.spacing(1, 0, 2) },
}));

/** What the catalog calls entities; those that it does not know go by their refs. */
async function namesOf(
  catalogApi: CatalogApi,
  entityRefs: string[],
): Promise<Record<string, string>> {
  if (entityRefs.length === 0) return {};
  try {
    const { items } = await catalogApi.getEntitiesByRefs({
      entityRefs,
      fields: ['metadata.name', 'metadata.title'],
    });
    return Object.fromEntries(
      items.flatMap((entity, at) =>
        entity
          ? [[entityRefs[at], entity.metadata.title ?? entity.metadata.name]]
          : [],
      ),
    );
  } catch {
    // names are a courtesy
    return {};
  }
}

const Content = () => {
  const classes = useStyles();
  const api = useApi(continuityApiRef);
  const identityApi = useApi(identityApiRef);
  const catalogApi = useApi(catalogApiRef);
  const { t } = useTranslation();
  const { testId } = useParams();
  const location = useLocation();
  const testsAddress =
    useTestsAddress() ??
    location.pathname.replace(/\/(new|[^/]+\/edit)\/?$/, '');
  const loaded = useAsyncRetry(async () => {
    if (testId !== undefined) {
      const test = await api.tests.get(testId);
      return { test, beginning: testDraftOf(test), refused: false };
    }
    const [{ userEntityRef }, { displayName }, { allowedActions }] =
      await Promise.all([
        identityApi.getBackstageIdentity(),
        identityApi.getProfileInfo(),
        api.tests.list({ limit: 1 }),
      ]);
    const beginning = newTestDraft(new URLSearchParams(location.search), {
      now: new Date(),
      timeZone: ownZone(),
      me: userEntityRef,
    });
    beginning.names = await namesOf(catalogApi, beginning.entities);
    if (displayName) beginning.names[userEntityRef] = displayName;
    return {
      test: undefined,
      beginning,
      refused: !allowedActions.includes('test.create'),
    };
  }, [api, identityApi, catalogApi, testId, location.search]);

  if (loaded.error) {
    return <ScheduleError error={loaded.error} onRetry={loaded.retry} />;
  }
  if (!loaded.value) return <Progress />;
  const { test, beginning, refused } = loaded.value;
  const mayEdit = test?.allowedActions.includes('test.update') ?? !refused;
  return (
    <>
      <Link to={test ? testAddress(testsAddress, test.id) : testsAddress}>
        {t(test ? 'testing.form.backToTest' : 'testing.form.back')}
      </Link>
      <Typography component="h2" variant="h5" className={classes.title}>
        {test
          ? t('testing.form.editTitle', { title: test.title })
          : t('testing.schedule.plan')}
      </Typography>
      {mayEdit ? (
        <TestForm
          key={`${testId} ${location.search}`}
          test={test}
          beginning={beginning}
          copyKey={`${testId ?? 'new'}${location.search}`}
          testsAddress={testsAddress}
        />
      ) : (
        <Notice
          title={t('testing.form.notAllowedTitle')}
          text={t(
            test
              ? 'testing.form.notAllowedEdit'
              : 'testing.form.notAllowedCreate',
          )}
        />
      )}
    </>
  );
};

/** The form of a test under an address of its own: to plan one, to change one, or to enter one that was held. */
export const TestFormPage = () => (
  <PageTheme>
    <Content />
  </PageTheme>
);
