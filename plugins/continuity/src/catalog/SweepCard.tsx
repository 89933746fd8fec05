import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import {
  describeDuration,
  type ContinuityPolicy,
  type SweepStatus,
} from 'backstage-plugin-continuity-common';
import { useTranslation } from '../translation';
import { Moment } from '../record/Moment';
import { HeldSweep } from './HeldSweep';
import { LastKnownBanner } from './LastKnownBanner';
import { useFormats } from '../screen/useFormats';
import type { useSweep } from './useSweep';

const useStyles = makeStyles(theme => ({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, auto) 1fr',
    gap: theme.spacing(0.5, 2),
    margin: theme.spacing(1.5, 0, 0),
    ...theme.typography.body2,
    '& dt': { color: theme.palette.text.secondary },
    '& dd': { margin: 0 },
  },
  alert: { marginTop: theme.spacing(1.5) },
  progress: { margin: theme.spacing(1, 0) },
  note: { marginTop: theme.spacing(1.5) },
}));

function tookText(sweep: SweepStatus): string | undefined {
  if (!sweep.startedAt || !sweep.finishedAt) return undefined;
  const seconds =
    (Date.parse(sweep.finishedAt) - Date.parse(sweep.startedAt)) / 1000;
  if (seconds < 0) return undefined;
  return describeDuration(Math.max(1, seconds));
}

/** How the catalog is read: state, progress, age, what went wrong, and what may be done about it. */
export const SweepCard = (props: {
  sweep: SweepStatus;
  control: Omit<ReturnType<typeof useSweep>, 'sweep'>;
  policy: ContinuityPolicy;
}) => {
  const { sweep, control, policy } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number, share } = useFormats();
  const { massLoss } = policy;
  const mayManage = sweep.allowedActions.includes('catalog.manage');
  const { dataAge } = sweep;
  const { catalogReadAt } = dataAge;
  const errorIsOver =
    sweep.lastErrorAt !== null &&
    catalogReadAt !== null &&
    catalogReadAt > sweep.lastErrorAt;
  const took = sweep.state === 'idle' ? tookText(sweep) : undefined;

  return (
    <EntityInfoCard
      title={t('policy.sweep.title')}
      footerActions={
        mayManage && (
          <Button
            size="small"
            variant="outlined"
            color="primary"
            onClick={control.run}
            disabled={control.asked || sweep.state === 'running'}
          >
            {t('policy.sweep.run')}
          </Button>
        )
      }
    >
      <Typography variant="body2" component="div" aria-live="polite">
        <strong>{t(`policy.sweep.state.${sweep.state}`)}</strong>
        {sweep.state === 'running' && (
          <>
            <LinearProgress
              className={classes.progress}
              aria-label={t('policy.sweep.state.running')}
            />
            {t('policy.sweep.progress', {
              count: sweep.read,
              read: number(sweep.read),
            })}
          </>
        )}
        {control.asked && sweep.state !== 'running' && (
          <div>{t('policy.sweep.asked')}</div>
        )}
      </Typography>
      {control.error && (
        <Alert severity="error" className={classes.alert}>
          {t('policy.sweep.refused', { message: control.error.message })}
        </Alert>
      )}
      {dataAge.lastKnownAt && (
        <div className={classes.alert}>
          <LastKnownBanner continuity={{ dataAge }} />
        </div>
      )}
      {sweep.held && (
        <HeldSweep
          held={sweep.held}
          onAccept={mayManage ? control.release : undefined}
        />
      )}
      <dl className={classes.facts}>
        <dt>{t('policy.sweep.lastRead')}</dt>
        <dd>
          {catalogReadAt ? (
            <Moment at={catalogReadAt} />
          ) : (
            t('policy.sweep.neverRead')
          )}
          {took && `, ${took}`}
        </dd>
        <dt>{t('policy.sweep.entities')}</dt>
        <dd>{number(sweep.mirroredEntities)}</dd>
        <dt>{t('policy.sweep.changed')}</dt>
        <dd>{number(sweep.written)}</dd>
        <dt>{t('policy.sweep.archived')}</dt>
        <dd>{number(sweep.archived)}</dd>
        {sweep.lastErrorAt && (
          <>
            <dt>{t('policy.sweep.error')}</dt>
            <dd>
              <Moment at={sweep.lastErrorAt} />
              {errorIsOver && ` (${t('policy.sweep.resolved')})`}
              <div>{sweep.lastError ?? t('policy.sweep.errorHidden')}</div>
            </dd>
          </>
        )}
      </dl>
      <Typography
        variant="body2"
        color="textSecondary"
        className={classes.note}
      >
        {t('policy.massLoss', {
          owners: share(massLoss.owners),
          entities: share(massLoss.entities),
        })}
      </Typography>
    </EntityInfoCard>
  );
};
