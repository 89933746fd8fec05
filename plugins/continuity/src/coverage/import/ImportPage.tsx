import { Progress } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  importKinds,
  importRoutes,
  type ImportKind,
} from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { BackLink } from '../../screen/BackLink';
import { LoadError } from '../../screen/LoadError';
import { PageTheme } from '../../screen/PageTheme';
import { rootRouteRef } from '../../routes';
import { useTranslation } from '../../translation';
import { FileCard } from './FileCard';
import { KindCard } from './KindCard';
import { ResultCard } from './ResultCard';
import { useImport } from './useImport';

const permissionOf: Record<ImportKind, string> = {
  profiles: importRoutes.importProfiles.permission.name,
  analyses: importRoutes.importAnalyses.permission.name,
  plans: importRoutes.importPlans.permission.name,
  tests: importRoutes.importTests.permission.name,
  exemptions: importRoutes.importExemptions.permission.name,
};

const useStyles = makeStyles(theme => ({
  column: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    '& > *': { height: 'auto' },
  },
}));

/** One kind: its file, and what becomes of it. */
const KindImport = ({
  kind,
  onAgain,
}: {
  kind: ImportKind;
  onAgain: () => void;
}) => {
  const { t } = useTranslation();
  const { state, check, run, forget } = useImport(kind);
  const { answer, error, busy, file } = state;
  return (
    <>
      <FileCard busy={busy !== undefined} onCheck={check} />
      {busy && <Progress />}
      {error && (
        <LoadError
          error={error}
          title={t('import.checkFailed')}
          refused={{
            title: t('import.noAccess.title'),
            text: t('import.noAccess.text', {
              permission: permissionOf[kind],
            }),
          }}
          onRetry={() => (file ? check(file) : forget())}
        />
      )}
      {answer && (
        <ResultCard
          // another answer begins with its own view
          key={`${answer.fingerprint} ${answer.imported}`}
          state={state}
          answer={answer}
          onImport={run}
          onAgain={onAgain}
        />
      )}
    </>
  );
};

const Content = () => {
  const classes = useStyles();
  const { t } = useTranslation();
  const pages = useRouteRef(rootRouteRef)();
  const [params, setParams] = useSearchParams();
  const [round, setRound] = useState(0);
  const asked = params.get('kind');
  const kind = importKinds.find(each => each === asked) ?? 'profiles';
  return (
    <div className={classes.column}>
      <div>
        <BackLink to={`${pages}/coverage`}>{t('import.back')}</BackLink>
        <Typography variant="h5" component="h2" gutterBottom>
          {t('import.title')}
        </Typography>
        <Typography variant="body2">{t('import.intro')}</Typography>
      </div>
      <KindCard
        kind={kind}
        onKind={next => setParams({ kind: next }, { replace: true })}
      />
      <KindImport
        key={`${kind} ${round}`}
        kind={kind}
        onAgain={() => setRound(round + 1)}
      />
    </div>
  );
};

/** Brings in what a company already has, from CSV. */
export const ImportPage = () => (
  <PageTheme>
    <Content />
  </PageTheme>
);
