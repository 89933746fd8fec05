import { Link } from '@backstage/core-components';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import type {
  ContinuityStatus,
  RequirementStanding,
  RequirementState,
} from 'backstage-plugin-continuity-common';
import { cadenceText } from '../../policy/cadenceText';
import { formatDay, formatDueDay } from '../../status/formatDay';
import { legibleColour } from '../../status/legibleColour';
import { statusColour } from '../../status/statusColour';
import { StatusShape } from '../../status/StatusShape';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { DepthIcon } from '../DepthIcon';
import { newTestAddress, testAddress } from '../testAddress';
import { ResultLine } from './ResultLine';

/** States have the shapes of the statuses that they lead to. */
const SHAPES: Record<RequirementState, ContinuityStatus> = {
  failed: 'exposed',
  'retest-needed': 'at-risk',
  'never-tested': 'unassessed',
  overdue: 'at-risk',
  'too-shallow': 'at-risk',
  inconclusive: 'unassessed',
  'due-soon': 'met',
  proven: 'met',
  'not-required': 'not-required',
};

const useStyles = makeStyles(theme => ({
  item: {
    padding: theme.spacing(1, 0),
    overflowWrap: 'anywhere',
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.25, 1),
  },
  state: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    fontWeight: 600,
  },
  depth: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    flex: 1,
    minWidth: 160,
    '& svg': { fontSize: '1.15em' },
  },
  quiet: { color: theme.palette.text.secondary, fontSize: '0.875rem' },
  late: { fontWeight: 600 },
}));

/** One required test: what is asked, how it stands, what decided, when it is due, and the way to plan it. */
export const RequirementLine = (props: {
  standing: RequirementStanding;
  entityRef: string;
  timeZone: string | undefined;
  /** Undefined in an app without the pages. */
  testsAddress: string | undefined;
  mayPlan: boolean;
}) => {
  const { standing, entityRef, timeZone, testsAddress, mayPlan } = props;
  const { depth, state, due, late, planned, result, exemptUntil } = standing;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const days = { locale: useLocale(), timeZone };
  const ground = theme.palette.background.paper;
  const colour = legibleColour({
    colour: statusColour(theme, SHAPES[state]),
    background: ground,
  });
  const settled = state === 'proven' || state === 'not-required';
  const conditions = [
    ...(standing.environments
      ? [
          t('testing.card.only', {
            environments: standing.environments
              .map(each => t(`testing.environment.${each}`))
              .join(', '),
          }),
        ]
      : []),
    ...(standing.partial === false ? [t('testing.card.whole')] : []),
  ];
  return (
    <li className={classes.item}>
      <div className={classes.line}>
        <span className={classes.depth}>
          <DepthIcon depth={depth} />
          {t('testing.card.every', {
            depth: t(`policy.depth.${depth}`),
            every: cadenceText(t, standing.every),
          })}
        </span>
        <span className={classes.state} style={{ color: colour }}>
          <StatusShape status={SHAPES[state]} ground={ground} size={16} />
          {t(`testing.requirementState.${state}`)}
        </span>
      </div>
      <div className={classes.quiet}>
        {conditions.length > 0 && <div>{conditions.join(', ')}</div>}
        {standing.retestReasons.length > 0 && (
          <div>
            {standing.retestReasons
              .map(reason => t(`testing.card.retest.${reason}`))
              .join(', ')}
          </div>
        )}
        {result && <ResultLine result={result} testsAddress={testsAddress} />}
        <div className={classes.line}>
          {exemptUntil && (
            <span>
              {t('testing.card.exempt', {
                date: formatDueDay(exemptUntil, days),
              })}
            </span>
          )}
          {due && state !== 'not-required' && !exemptUntil && (
            <span className={late ? classes.late : undefined}>
              {late
                ? t('testing.card.late', { date: formatDay(due, days) })
                : t('testing.card.due', { date: formatDueDay(due, days) })}
            </span>
          )}
          {planned && (
            <span>
              {testsAddress ? (
                <Link to={testAddress(testsAddress, planned.testId)}>
                  {t('testing.card.planned', {
                    date: formatDay(planned.startsAt, days),
                  })}
                </Link>
              ) : (
                t('testing.card.planned', {
                  date: formatDay(planned.startsAt, days),
                })
              )}
            </span>
          )}
          {!planned && !settled && mayPlan && testsAddress && (
            <Link
              to={newTestAddress(testsAddress, {
                entities: [entityRef],
                depth,
              })}
              aria-label={t('testing.card.planFor', {
                depth: t(`policy.depth.${depth}`),
              })}
            >
              {t('testing.card.plan')}
            </Link>
          )}
        </div>
      </div>
    </li>
  );
};
