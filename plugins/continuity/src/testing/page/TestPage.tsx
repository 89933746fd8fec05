import { LinkButton, Progress } from '@backstage/core-components';
import { continuityReadPermission } from 'backstage-plugin-continuity-common';
import { useLocation, useParams } from 'react-router-dom';
import { LoadError } from '../../screen/LoadError';
import { Notice } from '../../screen/Notice';
import { PageTheme } from '../../screen/PageTheme';
import { NamesProvider } from '../../catalog/Names';
import { ReportView } from '../report/ReportView';
import { useTranslation } from '../../translation';
import { useTestsAddress } from '../useTestsAddress';
import { InvitationView } from './InvitationView';
import { RunView } from '../run/RunView';
import { useMe } from '../../screen/useMe';
import { useTest } from './useTest';

const TestContent = () => {
  const { testId = '' } = useParams();
  const { t } = useTranslation();
  const { pathname } = useLocation();
  // without a mounted page there are no links, but this page has an address all the same
  const testsAddress =
    useTestsAddress() ?? pathname.slice(0, pathname.lastIndexOf('/'));
  const { test, error, reload, replace } = useTest(testId);
  const me = useMe();

  if (!test && error) {
    return (error as { statusCode?: number }).statusCode === 404 ? (
      <Notice
        title={t('testRun.unknown.title')}
        text={t('testRun.unknown.text')}
        action={
          <LinkButton
            size="small"
            variant="outlined"
            color="primary"
            to={testsAddress}
          >
            {t('testRun.back')}
          </LinkButton>
        }
      />
    ) : (
      <LoadError
        error={error}
        title={t('testRun.loadFailed')}
        refused={{
          title: t('testing.noAccess.title'),
          text: t('testing.noAccess.text', {
            permission: continuityReadPermission.name,
          }),
        }}
        onRetry={reload}
      />
    );
  }
  if (!test || !me) return <Progress />;
  const view = { test, me, testsAddress, onChanged: replace, onReload: reload };
  return (
    <NamesProvider names={test.names}>
      {test.state === 'in-progress' && <RunView key={test.id} {...view} />}
      {test.state === 'completed' && <ReportView {...view} />}
      {(test.state === 'planned' || test.state === 'cancelled') && (
        <InvitationView {...view} />
      )}
    </NamesProvider>
  );
};

/** One test: an invitation before it is held, a place to work while it runs, and a report afterwards. */
export const TestPage = () => (
  <PageTheme>
    <TestContent />
  </PageTheme>
);
