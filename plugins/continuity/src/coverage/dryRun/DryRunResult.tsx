import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import type {
  DryRunSummary,
  PolicyDryRun,
} from 'backstage-plugin-continuity-common';
import { useFormats } from '../../screen/useFormats';
import { Moment } from '../../record/Moment';
import { useTranslation } from '../../translation';
import { DryRunGaps } from './DryRunGaps';
import { DryRunList } from './DryRunList';
import { DryRunMatrix } from './DryRunMatrix';
import { dryRunSentence } from './dryRunSentence';
import { DryRunTiers } from './DryRunTiers';

const useStyles = makeStyles(theme => ({
  column: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    '& > *': { height: 'auto' },
  },
  sentence: { fontWeight: 500 },
  alert: { marginTop: theme.spacing(2) },
}));

const NotExamined = ({ found }: { found: DryRunSummary['notExamined'] }) => {
  const classes = useStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  if (found.length === 0) return null;
  return (
    <Alert severity="warning" className={classes.alert}>
      <AlertTitle>{t('dryRun.result.notExamined')}</AlertTitle>
      {found.map(({ reason, fields, entities }) => (
        <div key={reason}>
          {t(
            reason === 'fields'
              ? 'dryRun.result.unread'
              : 'dryRun.result.unassessed',
            {
              count: entities,
              shown: number(entities),
              fields: fields.join(', '),
            },
          )}
        </div>
      ))}
    </Alert>
  );
};

/** What a dry run found: in a sentence, in numbers, and service by service. */
export const DryRunResult = (props: {
  run: PolicyDryRun;
  summary: DryRunSummary;
  timeZone: string | undefined;
}) => {
  const { run, summary, timeZone } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  const { late, sections, changes } = summary;
  const others = changes.gaps ?? 0;
  const made = <Moment at={run.finishedAt!} />;
  const readAt = run.dataAge?.catalogReadAt;
  return (
    <div className={classes.column}>
      <EntityInfoCard title={t('dryRun.result.title')}>
        <Typography variant="h6" component="p" className={classes.sentence}>
          {dryRunSentence(t, summary, { number })}
        </Typography>
        {others > 0 && (
          <Typography variant="body1">
            {t('dryRun.result.gaps', { count: others, shown: number(others) })}
          </Typography>
        )}
        <Typography variant="body1" gutterBottom>
          {t('dryRun.result.late', {
            now: number(late.now),
            then: number(late.then),
          })}
        </Typography>
        <Typography variant="body2" color="textSecondary" component="div">
          {readAt
            ? t('dryRun.result.examined', {
                entities: number(summary.examined),
                made,
                read: <Moment at={readAt} />,
              })
            : t('dryRun.result.examinedNever', {
                entities: number(summary.examined),
                made,
              })}{' '}
          {sections.length > 0 &&
            t('dryRun.result.sections', { sections: sections.join(', ') })}{' '}
          {t('dryRun.result.moment')}
        </Typography>
        <NotExamined found={summary.notExamined} />
      </EntityInfoCard>
      {summary.services > 0 && <DryRunMatrix summary={summary} />}
      <DryRunTiers summary={summary} />
      {sections.length > 0 && <DryRunGaps summary={summary} />}
      <DryRunList runId={run.id} summary={summary} timeZone={timeZone} />
    </div>
  );
};
