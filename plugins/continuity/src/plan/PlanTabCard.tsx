import { Link, LinkButton } from '@backstage/core-components';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import type {
  EntityContinuity,
  EntityPlan,
} from 'backstage-plugin-continuity-common';
import type { ReactNode } from 'react';
import { useNames } from '../catalog/Names';
import { legibleColour } from '../status/legibleColour';
import { statusColour } from '../status/statusColour';
import { StatusShape } from '../status/StatusShape';
import { useTranslation } from '../translation';
import { newPlanAddress, planAddress } from './planAddress';
import { PlanReviewDue } from './PlanReviewDue';
import { staleText } from './planStaleText';
import { PlanStateMark } from './PlanStateMark';
import { usePlansAddress } from './usePlansAddress';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
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
  quiet: { color: theme.palette.text.secondary, fontSize: '0.875rem' },
  reasons: { listStyle: 'none', margin: 0, padding: 0, fontSize: '0.875rem' },
  reason: { display: 'flex', gap: theme.spacing(0.75) },
  shape: { display: 'inline-flex', paddingTop: 3 },
  heading: { fontWeight: 600, marginTop: theme.spacing(1.5) },
}));

/** The plans of an entity: those in force first, with what is wrong with them; then what is being written. */
export const PlanTabCard = (props: {
  continuity: Pick<
    EntityContinuity,
    'entityRef' | 'plans' | 'plansInWork' | 'gaps' | 'allowedActions'
  >;
}) => {
  const {
    entityRef,
    plans,
    plansInWork = [],
    gaps,
    allowedActions,
  } = props.continuity;
  const classes = useStyles();
  const { t } = useTranslation();
  const plansAddress = usePlansAddress();
  const isRequired = gaps.some(({ code }) => code === 'plan-missing');
  const mayWrite = allowedActions.includes('plan.create');
  const name = (id: string, title: string) =>
    plansAddress ? (
      <Link to={planAddress(plansAddress, id)}>{title}</Link>
    ) : (
      title
    );
  return (
    <EntityInfoCard
      title={t('plan.card.title')}
      headerActions={
        plansAddress && mayWrite ? (
          <LinkButton
            size="small"
            color="primary"
            to={newPlanAddress(plansAddress, entityRef)}
          >
            {t('plan.write')}
          </LinkButton>
        ) : undefined
      }
    >
      {plans.length === 0 && (
        <Typography variant="body2">
          {t(
            isRequired || plansInWork.length > 0
              ? 'plan.card.none'
              : 'plan.card.noneRequired',
          )}
        </Typography>
      )}
      {plans.length > 0 && (
        <ul className={classes.list} aria-label={t('plan.card.title')}>
          {plans.map(plan => (
            <li key={plan.planId} className={classes.item}>
              <div className={classes.line}>
                {name(plan.planId, plan.title)}
                <span>
                  {t('plan.table.version', { version: String(plan.version) })}
                </span>
                <PlanStateMark state="in-force" />
              </div>
              <Facts plan={plan} />
            </li>
          ))}
        </ul>
      )}
      {plansInWork.length > 0 && (
        <>
          <Typography component="h4" className={classes.heading}>
            {t('plan.card.inWork')}
          </Typography>
          <ul className={classes.list}>
            {plansInWork.map(({ planId, title, state }) => (
              <li key={planId} className={classes.item}>
                <div className={classes.line}>
                  {name(planId, title)}
                  <PlanStateMark state={state} />
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </EntityInfoCard>
  );
};

function Facts({ plan }: { plan: EntityPlan }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const names = useNames();
  const notes = [
    ...(plan.covers ? [] : [t('plan.card.notCovering')]),
    ...(plan.role === 'undecided' ? [t('plan.card.undecided')] : []),
    ...plan.staleReasons.map(reason => staleText(t, reason, names)),
  ];
  return (
    <>
      <div className={classes.quiet}>
        {plan.reviewDueAt !== null && (
          <PlanReviewDue
            dueAt={plan.reviewDueAt}
            overdue={plan.reviewOverdue}
          />
        )}
        {!plan.satisfies && <div>{t('plan.card.notSatisfying')}</div>}
        {plan.role === 'other' && <div>{t('plan.card.other')}</div>}
        {plan.open && <div>{t(`plan.card.newer.${plan.open}`)}</div>}
      </div>
      {notes.length > 0 && (
        <ul className={classes.reasons}>
          {notes.map(note => (
            <Note key={note}>{note}</Note>
          ))}
        </ul>
      )}
    </>
  );
}

function Note(props: { children: ReactNode }) {
  const classes = useStyles();
  const theme = useTheme();
  const ground = theme.palette.background.paper;
  return (
    <li className={classes.reason}>
      <span
        className={classes.shape}
        aria-hidden
        style={{
          color: legibleColour({
            colour: statusColour(theme, 'at-risk'),
            background: ground,
          }),
        }}
      >
        <StatusShape status="at-risk" ground={ground} size={14} />
      </span>
      {props.children}
    </li>
  );
}
