import { Link, LinkButton } from '@backstage/core-components';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  EntityContinuity,
  RequirementStanding,
  RequirementState,
} from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { objectiveOf } from '../../profile/objective';
import { formatDay } from '../../status/formatDay';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { DepthName } from '../DepthName';
import { newTestAddress, testAddress } from '../testAddress';
import { useTestsAddress } from '../useTestsAddress';
import { measuredRecoveries } from './measuredRecoveries';
import { RecoveryChart } from './RecoveryChart';
import { RequirementLine } from './RequirementLine';
import { ResultLine } from './ResultLine';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: theme.spacing(0.5, 2),
    margin: theme.spacing(0, 0, 1),
    '& dt': { color: theme.palette.text.secondary },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
  heading: { fontWeight: 600, marginTop: theme.spacing(1.5) },
  result: { padding: theme.spacing(0.5, 0), fontSize: '0.875rem' },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    marginTop: theme.spacing(1),
  },
}));

/** From the worst: what a test is planned for that begins at this entity. */
const URGENCY: RequirementState[] = [
  'failed',
  'retest-needed',
  'overdue',
  'never-tested',
  'too-shallow',
  'inconclusive',
  'due-soon',
];

function mostUrgent(
  requirements: readonly RequirementStanding[],
): RequirementStanding | undefined {
  return URGENCY.flatMap(state =>
    requirements.filter(each => each.state === state && !each.planned),
  )[0];
}

/** The tests of an entity: the last result, the next test, requirement by requirement, and the recovery times over the years. */
export const TestsCard = (props: {
  continuity: Pick<
    EntityContinuity,
    'entityRef' | 'tests' | 'profile' | 'allowedActions' | 'timeZone'
  >;
}) => {
  const { entityRef, tests, profile, allowedActions, timeZone } =
    props.continuity;
  const classes = useStyles();
  const { t } = useTranslation();
  const testsAddress = useTestsAddress();
  const [open, setOpen] = useState(false);
  const { last, next, requirements, history = [] } = tests;
  const mayPlan = allowedActions.includes('test.create');
  const days = { locale: useLocale(), timeZone };
  const { rto } = objectiveOf(profile);
  const measured = measuredRecoveries(history, rto);
  const required = requirements.some(({ state }) => state !== 'not-required');

  return (
    <EntityInfoCard
      title={t('testing.card.title')}
      headerActions={
        testsAddress && mayPlan ? (
          <LinkButton
            size="small"
            color="primary"
            to={newTestAddress(testsAddress, {
              entities: [entityRef],
              depth: mostUrgent(requirements)?.depth,
            })}
          >
            {t('testing.card.plan')}
          </LinkButton>
        ) : undefined
      }
    >
      {!last && (
        <Typography variant="body2" gutterBottom>
          {t(required ? 'testing.card.none' : 'testing.card.noneRequired')}
        </Typography>
      )}
      {(last || next || required) && (
        <dl className={classes.facts}>
          {last && (
            <>
              <dt>{t('testing.card.last')}</dt>
              <dd>
                <DepthName depth={last.depth} />
                <ResultLine result={last} testsAddress={testsAddress} />
              </dd>
            </>
          )}
          <dt>
            {t(
              next?.state === 'in-progress'
                ? 'testing.card.running'
                : 'testing.card.next',
            )}
          </dt>
          <dd>
            {next ? (
              <>
                {testsAddress ? (
                  <Link to={testAddress(testsAddress, next.testId)}>
                    {next.title}
                  </Link>
                ) : (
                  next.title
                )}
                , {formatDay(next.startsAt, days)}
              </>
            ) : (
              t('testing.card.nothingPlanned')
            )}
          </dd>
        </dl>
      )}
      {requirements.length > 0 && (
        <>
          <Typography component="h4" className={classes.heading}>
            {t('testing.card.requirements')}
          </Typography>
          <ul
            className={classes.list}
            aria-label={t('testing.card.requirements')}
          >
            {requirements.map(standing => (
              <RequirementLine
                key={standing.requirement}
                standing={standing}
                entityRef={entityRef}
                timeZone={timeZone}
                testsAddress={testsAddress}
                mayPlan={mayPlan}
              />
            ))}
          </ul>
        </>
      )}
      {measured.length > 1 && (
        <>
          <Typography component="h4" className={classes.heading}>
            {t('testing.card.chart.title')}
          </Typography>
          <RecoveryChart recoveries={measured} rto={rto} timeZone={timeZone} />
        </>
      )}
      {open && (
        <ul
          className={classes.list}
          aria-label={t('testing.card.resultsLabel')}
        >
          {history.map(result => (
            <li
              key={`${result.testId} ${result.heldAt}`}
              className={classes.result}
            >
              <DepthName depth={result.depth} />
              <ResultLine result={result} testsAddress={testsAddress} />
            </li>
          ))}
        </ul>
      )}
      {(history.length > 1 || testsAddress) && (last || next) && (
        <div className={classes.foot}>
          {history.length > 1 && (
            <Button
              size="small"
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              {open
                ? t('testing.card.hideResults')
                : t('testing.card.results', {
                    count: tests.totalResults ?? history.length,
                  })}
            </Button>
          )}
          {testsAddress && (
            <Link
              to={`${testsAddress}?view=list&entity=${encodeURIComponent(
                entityRef,
              )}`}
            >
              {t('testing.card.all')}
            </Link>
          )}
        </div>
      )}
    </EntityInfoCard>
  );
};
