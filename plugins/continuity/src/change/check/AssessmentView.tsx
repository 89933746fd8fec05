import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { makeStyles } from '@material-ui/core/styles';
import type { ChangeAssessment } from 'backstage-plugin-continuity-common';
import type { ReactNode } from 'react';
import { NamesProvider } from '../../catalog/Names';
import { withNames } from '../../catalog/withNames';
import { formatDay } from '../../status/formatDay';
import { usePageStyles } from '../../screen/usePageStyles';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { VerdictMark } from '../VerdictMark';
import { AssessmentNotes } from './AssessmentNotes';
import { FilesCard } from './FilesCard';
import { FindingsCard } from './FindingsCard';
import { headlineText } from './findingText';
import { ImpactCard } from './ImpactCard';
import { ImpactedPlans } from './ImpactedPlans';
import { TouchedCard } from './TouchedCard';

const useStyles = makeStyles(theme => ({
  headline: { fontSize: '1.0625rem', margin: theme.spacing(1, 0) },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1),
  },
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
}));

/** The verdict over a change with everything that led to it: what it causes first, what was so before folded away. */
export const AssessmentView = (props: {
  assessment: ChangeAssessment;
  /** How the card with the verdict is called. */
  title?: string;
  actions?: ReactNode;
}) => {
  const { assessment, title, actions } = props;
  const classes = useStyles();
  const shared = usePageStyles();
  const { t } = useTranslation();
  const locale = useLocale();
  const { verdict, treatedAs, reviewDueAt, problems, names } = assessment;
  return (
    <NamesProvider names={names}>
      <div className={shared.root}>
        <EntityInfoCard title={title}>
          <VerdictMark verdict={verdict} large />
          <Typography className={classes.headline}>
            {withNames(headlineText(t, assessment), names)}
          </Typography>
          <Typography variant="body2" className={shared.quiet}>
            {t('change.answer.treatedAs', {
              type: t(`change.type.${treatedAs}`),
            })}
          </Typography>
          {reviewDueAt && (
            <Typography variant="body2">
              {t('change.answer.reviewDue', {
                day: formatDay(reviewDueAt, { locale }),
              })}
            </Typography>
          )}
          <AssessmentNotes assessment={assessment} />
          {actions && <div className={classes.actions}>{actions}</div>}
        </EntityInfoCard>
        {problems.length > 0 && (
          <Alert severity="warning" role="status">
            <AlertTitle>
              {t('change.problems.title', { count: problems.length })}
            </AlertTitle>
            <ul className={classes.list}>
              {problems.map(({ at, message }) => (
                <li key={`${at} ${message}`}>
                  <code>{at}</code> {message}
                </li>
              ))}
            </ul>
            {t('change.problems.text')}
          </Alert>
        )}
        <FindingsCard assessment={assessment} />
        <ImpactCard assessment={assessment} />
        <ImpactedPlans assessment={assessment} />
        <TouchedCard assessment={assessment} />
        <FilesCard assessment={assessment} />
      </div>
    </NamesProvider>
  );
};
