import { Link } from '@backstage/core-components';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import type { PlanDetail } from 'backstage-plugin-continuity-common';
import { useState, type ReactNode } from 'react';
import { EntityName, nameOfRef } from '../../catalog/EntityName';
import { useNames } from '../../catalog/Names';
import { usePartyName } from '../../profile/usePartyName';
import { Moment } from '../../record/Moment';
import { legibleColour, PICTURE_CONTRAST } from '../../status/legibleColour';
import { statusColour } from '../../status/statusColour';
import { StatusShape } from '../../status/StatusShape';
import { useTranslation } from '../../translation';
import { planAddress } from '../planAddress';
import { PlanReviewDue } from '../PlanReviewDue';
import {
  staleText,
  staleValueText,
  whyNotConfirmable,
  type ShownStaleReason,
} from '../planStaleText';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: '22px minmax(0, 1fr)',
    columnGap: theme.spacing(1),
    padding: theme.spacing(1.25, 0),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  shape: { display: 'inline-flex', paddingTop: 2 },
  reasons: { margin: theme.spacing(0.5, 0), paddingLeft: theme.spacing(2.5) },
  reason: { marginBottom: theme.spacing(0.75), overflowWrap: 'anywhere' },
  change: { color: theme.palette.text.secondary },
  small: {
    padding: theme.spacing(0, 0.75),
    minWidth: 0,
    textTransform: 'none',
    lineHeight: 1.5,
    verticalAlign: 'baseline',
  },
}));

/** A plan for a big system can be stale for all its parts; what else is wrong must stay in sight. */
const SHOWN = 5;

/** A reason that is to be confirmed, with the entity that it is about. */
export interface ReasonToConfirm {
  entityRef: string;
  reason: ShownStaleReason;
}

/** All reasons that may be confirmed now. */
export function confirmableReasons(plan: PlanDetail): ReasonToConfirm[] {
  return plan.staleness.flatMap(({ entityRef, reasons }) =>
    reasons
      .filter(({ canBeConfirmed }) => canBeConfirmed)
      .map(reason => ({ entityRef, reason })),
  );
}

/** Whether there is anything to be shown in {@link PlanProblems}. */
export function hasPlanProblems(plan: PlanDetail): boolean {
  return (
    plan.problems.length > 0 ||
    plan.staleness.length > 0 ||
    plan.overlaps.some(({ primary }) => primary === null) ||
    Boolean(plan.source?.problem)
  );
}

/** What is wrong with a plan and what to do about it; reasons for being stale with before and after. */
export const PlanProblems = (props: {
  plan: PlanDetail;
  plansAddress: string;
  onConfirm: (reasons: ReasonToConfirm[]) => void;
  onConfirmReview: () => void;
  onMakePrimary: (entityRefs: string[]) => void;
}) => {
  const { plan, plansAddress, onConfirm, onConfirmReview, onMakePrimary } =
    props;
  const classes = useStyles();
  const { t } = useTranslation();
  const partyName = usePartyName();
  const mayConfirm = plan.allowedActions.includes('plan.confirm');
  const confirmable = confirmableReasons(plan);
  const undecided = plan.overlaps.filter(({ primary }) => primary === null);
  const [expanded, setExpanded] = useState(false);
  const shown = expanded ? plan.staleness : plan.staleness.slice(0, SHOWN);
  const hidden = plan.staleness.length - shown.length;
  const said = new Set(plan.problems.map(({ code }) => code));

  return (
    <EntityInfoCard
      title={t('plan.problems.title')}
      headerActions={
        mayConfirm && confirmable.length > 1 ? (
          <Button
            size="small"
            color="primary"
            onClick={() => onConfirm(confirmable)}
          >
            {t('plan.problems.confirmAll', { count: confirmable.length })}
          </Button>
        ) : undefined
      }
    >
      <ul className={classes.list}>
        {shown.map(({ entityRef, title, since, reasons }) => (
          <Problem key={entityRef}>
            <div>
              {t('plan.problems.staleFor')}{' '}
              <EntityName entityRef={entityRef} title={title} />
              {', '}
              {t('plan.problems.since')} <Moment at={since} />
            </div>
            <ul className={classes.reasons}>
              {reasons.map(reason => (
                <StaleItem
                  key={reason.key}
                  reason={reason}
                  name={title ?? nameOfRef(entityRef)}
                  onConfirm={
                    mayConfirm && reason.canBeConfirmed
                      ? () => onConfirm([{ entityRef, reason }])
                      : undefined
                  }
                />
              ))}
            </ul>
          </Problem>
        ))}
        {hidden > 0 && (
          <li className={classes.item}>
            <span />
            <div>
              <Button
                size="small"
                color="primary"
                className={classes.small}
                onClick={() => setExpanded(true)}
              >
                {t('plan.problems.showMore', { count: hidden })}
              </Button>
            </div>
          </li>
        )}
        {plan.reviewOverdue && (
          <Problem>
            <PlanReviewDue dueAt={plan.reviewDueAt} overdue />
            {'. '}
            {t('plan.problems.reviewOverdue')}{' '}
            {mayConfirm && (
              <Button
                size="small"
                color="primary"
                className={classes.small}
                onClick={onConfirmReview}
              >
                {t('plan.action.confirmReview')}
              </Button>
            )}
          </Problem>
        )}
        {undecided.map(({ entityRef, otherPlans }) => (
          <Problem key={`overlap|${entityRef}`}>
            {t('plan.problems.overlap')} <EntityName entityRef={entityRef} />
            {': '}
            {otherPlans.map(({ id, title }, at) => (
              <span key={id}>
                {at > 0 && ', '}
                <Link to={planAddress(plansAddress, id)}>{title}</Link>
              </span>
            ))}
            {'. '}
            {plan.allowedActions.includes('plan.primary') && (
              <Button
                size="small"
                color="primary"
                className={classes.small}
                onClick={() => onMakePrimary([entityRef])}
              >
                {t('plan.action.primary')}
              </Button>
            )}
          </Problem>
        ))}
        {plan.source?.problem && (
          <Problem>
            {t('plan.problems.source', {
              message: plan.source.problem.message,
            })}
            {plan.source.problem.line !== null &&
              ` ${t('plan.problems.line', {
                line: String(plan.source.problem.line),
              })}`}{' '}
            {plan.source.url && (
              <Link to={plan.source.url}>{t('plan.source.open')}</Link>
            )}
          </Problem>
        )}
        {said.has('no-steps') && (
          <Problem severity="exposed">{t('plan.problems.noSteps')}</Problem>
        )}
        {said.has('owner-gone') && (
          <Problem>
            {t('plan.problems.ownerGone', { name: partyName(plan.owner.ref) })}
          </Problem>
        )}
        {said.has('scope-gone') && (
          <Problem severity="exposed">{t('plan.problems.scopeGone')}</Problem>
        )}
      </ul>
    </EntityInfoCard>
  );
};

function Problem(props: {
  severity?: 'exposed' | 'at-risk';
  children: ReactNode;
}) {
  const { severity = 'at-risk', children } = props;
  const classes = useStyles();
  const theme = useTheme();
  const ground = theme.palette.background.paper;
  return (
    <li className={classes.item}>
      <span
        className={classes.shape}
        aria-hidden
        style={{
          color: legibleColour({
            colour: statusColour(theme, severity),
            background: ground,
            contrast: PICTURE_CONTRAST,
          }),
        }}
      >
        <StatusShape status={severity} ground={ground} />
      </span>
      <div>{children}</div>
    </li>
  );
}

function StaleItem(props: {
  reason: ShownStaleReason;
  name: string;
  onConfirm?: () => void;
}) {
  const { reason, name, onConfirm } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const names = useNames();
  const text = staleText(t, reason, names);
  const whyNot = whyNotConfirmable(t, reason);
  // the sentence about providers says both
  const isChange =
    reason.before !== null &&
    reason.after !== null &&
    reason.code !== 'provider-changed';
  return (
    <li className={classes.reason}>
      {text}{' '}
      {isChange && (
        <span className={classes.change}>
          {t('plan.stale.change', {
            before: staleValueText(t, { ...reason, names }, reason.before),
            after: staleValueText(t, { ...reason, names }, reason.after),
          })}
        </span>
      )}{' '}
      {onConfirm && (
        <Button
          size="small"
          color="primary"
          className={classes.small}
          aria-label={t('plan.confirm.openFor', { text, name })}
          onClick={onConfirm}
        >
          {t('plan.confirm.open')}
        </Button>
      )}
      {whyNot && (
        <Typography variant="body2" className={classes.change}>
          {whyNot}
        </Typography>
      )}
    </li>
  );
}
