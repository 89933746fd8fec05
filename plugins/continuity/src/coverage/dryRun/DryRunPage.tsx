import { Progress } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import {
  continuityAuditReadPermission,
  type PolicyDryRun,
} from 'backstage-plugin-continuity-common';
import { BackLink } from '../../screen/BackLink';
import { LoadError } from '../../screen/LoadError';
import { Notice } from '../../screen/Notice';
import { PageTheme } from '../../screen/PageTheme';
import { useContinuityPolicy } from '../../policy/useContinuityPolicy';
import { useFormats } from '../../screen/useFormats';
import { rootRouteRef } from '../../routes';
import { useTranslation } from '../../translation';
import { DryRunForm } from './DryRunForm';
import { DryRunResult } from './DryRunResult';
import { useDryRun } from './useDryRun';

const useStyles = makeStyles(theme => ({
  column: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    '& > *': { height: 'auto' },
  },
}));

const UnderWay = ({ run }: { run: PolicyDryRun }) => {
  const { t } = useTranslation();
  const { number } = useFormats();
  const waits = run.state === 'queued';
  return (
    <EntityInfoCard title={t('dryRun.running')}>
      <Typography variant="body2" aria-live="polite" gutterBottom>
        {waits
          ? t('dryRun.queued')
          : t('dryRun.progress', {
              done: number(run.progress),
              total: number(run.total),
            })}
      </Typography>
      <LinearProgress
        aria-label={t('dryRun.running')}
        {...(waits
          ? {}
          : {
              variant: 'determinate' as const,
              value: (100 * run.progress) / Math.max(1, run.total),
            })}
      />
    </EntityInfoCard>
  );
};

const Content = () => {
  const classes = useStyles();
  const { t } = useTranslation();
  const pages = useRouteRef(rootRouteRef)();
  const policy = useContinuityPolicy();
  const dryRun = useDryRun();
  const { run } = dryRun;
  const failure = policy.error ?? dryRun.error;
  const retry = () => {
    policy.retry();
    dryRun.retry();
  };
  if (failure) {
    return (
      <LoadError
        error={failure}
        title={t('dryRun.loadFailed')}
        refused={{
          title: t('dryRun.noAccess.title'),
          text: t('dryRun.noAccess.text', {
            permission: continuityAuditReadPermission.name,
          }),
        }}
        onRetry={retry}
      />
    );
  }
  if (!policy.value || dryRun.loading) return <Progress />;
  const ruling = policy.value.policy;
  return (
    <div className={classes.column}>
      <div>
        <BackLink to={`${pages}/policy`}>{t('dryRun.back')}</BackLink>
        <Typography variant="h5" component="h2" gutterBottom>
          {t('dryRun.title')}
        </Typography>
        <Typography variant="body2">
          {t('dryRun.intro', { key: <code>continuity:</code> })}
        </Typography>
      </div>
      <DryRunForm
        policy={ruling}
        sending={dryRun.sending}
        refusal={dryRun.refusal}
        onTry={dryRun.start}
      />
      {!run && (
        <Notice title={t('dryRun.none')} text={t('dryRun.noneText')} />
      )}
      {run && dryRun.isBusy && <UnderWay run={run} />}
      {run?.state === 'failed' && (
        <Alert severity="error" role="alert">
          <AlertTitle>{t('dryRun.failed')}</AlertTitle>
          {run.problem}
        </Alert>
      )}
      {run?.summary && (
        <DryRunResult
          key={run.id}
          run={run}
          summary={run.summary}
          timeZone={ruling.timeZone}
        />
      )}
    </div>
  );
};

/** Tries a changed policy: who would change status, before anybody is hit by it. */
export const DryRunPage = () => (
  <PageTheme>
    <Content />
  </PageTheme>
);
