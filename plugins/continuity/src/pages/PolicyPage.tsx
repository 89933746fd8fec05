import { Progress } from '@backstage/core-components';
import Grid from '@material-ui/core/Grid';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import {
  continuityPolicyReadPermission,
  type PolicyResponse,
} from 'backstage-plugin-continuity-common';
import { useTranslation } from '../translation';
import { fullMoment } from '../record/relativeTime';
import { CarryOversCard } from '../catalog/CarryOversCard';
import { ChangeIntegrationsCard } from '../change/integrations/ChangeIntegrationsCard';
import { ChangeCard } from '../policy/ChangeCard';
import { LoadError } from '../screen/LoadError';
import { MappingsCard } from '../policy/MappingsCard';
import { PageTheme } from '../screen/PageTheme';
import { ProgrammeCard } from '../policy/ProgrammeCard';
import { ScopeCard } from '../policy/ScopeCard';
import { SeveritiesCard } from '../policy/SeveritiesCard';
import { SweepCard } from '../catalog/SweepCard';
import { TiersTable } from '../policy/TiersTable';
import { useContinuityPolicy } from '../policy/useContinuityPolicy';
import { useFormats } from '../screen/useFormats';
import { useSweep } from '../catalog/useSweep';
import { TryPolicyButton } from '../coverage/dryRun/TryPolicyButton';
import { RecordsCard } from '../coverage/records/RecordsCard';
import { RetentionCard } from '../coverage/records/RetentionCard';

const useStyles = makeStyles(theme => ({
  title: { marginBottom: theme.spacing(2) },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
  },
  column: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    // The cards ask for the height of their place.
    '& > *': { height: 'auto' },
  },
  alert: { marginBottom: theme.spacing(2) },
}));

const PolicyContent = (props: { answer: PolicyResponse }) => {
  const { policy, version, inForceSince, peopleKnown } = props.answer;
  const classes = useStyles();
  const { t } = useTranslation();
  const { locale } = useFormats();
  const { sweep, ...control } = useSweep({ initial: props.answer.sweep });
  const needsALook = Boolean(sweep?.held || sweep?.state === 'failed');
  const sweepCard = sweep && (
    <SweepCard sweep={sweep} control={control} policy={policy} />
  );
  return (
    <>
      <div className={classes.title}>
        <div className={classes.head}>
          <Typography variant="h5" component="h2" gutterBottom>
            {t('policy.title')}
          </Typography>
          <TryPolicyButton />
        </div>
        <Typography variant="body2">
          {t('policy.number', {
            tiers: t('policy.tierCount', { count: policy.tiers.length }),
            date: fullMoment(inForceSince, locale),
            zone: policy.timeZone,
            version: version.slice(0, 8),
          })}
        </Typography>
        <Typography variant="body2">
          {t('policy.intro', { key: <code>continuity:</code> })}
        </Typography>
      </div>
      {!peopleKnown && (
        <Alert severity="info" className={classes.alert}>
          <AlertTitle>{t('policy.people.title')}</AlertTitle>
          {t('policy.people.text')}
        </Alert>
      )}
      <Grid container spacing={2}>
        <Grid item xs={12} lg={8} className={classes.column}>
          {needsALook && sweepCard}
          <TiersTable policy={policy} />
          <ScopeCard scope={policy.scope} />
          <MappingsCard policy={policy} />
          <ProgrammeCard policy={policy} />
          <SeveritiesCard severities={policy.severities} />
          <ChangeIntegrationsCard />
        </Grid>
        <Grid item xs={12} lg={4} className={classes.column}>
          {!needsALook && sweepCard}
          <CarryOversCard
            mayDecide={Boolean(
              sweep?.allowedActions.includes('catalog.manage'),
            )}
          />
          <RecordsCard />
          <RetentionCard />
          <ChangeCard answer={props.answer} />
        </Grid>
      </Grid>
    </>
  );
};

/** The policy as people read it, how the catalog is read, and what waits for a decision. */
export const PolicyPage = () => {
  const { t } = useTranslation();
  const { value, error, retry } = useContinuityPolicy();
  if (error) {
    return (
      <LoadError
        error={error}
        title={t('policy.loadFailed')}
        refused={{
          title: t('policy.noAccess.title'),
          text: t('policy.noAccess.text', {
            permission: continuityPolicyReadPermission.name,
          }),
        }}
        onRetry={retry}
      />
    );
  }
  if (!value) return <Progress />;
  return (
    <PageTheme>
      <PolicyContent answer={value} />
    </PageTheme>
  );
};
