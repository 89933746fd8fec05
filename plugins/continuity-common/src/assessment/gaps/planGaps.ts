import { DateTime } from 'luxon';
import type { PlanStanding } from '../../plan/planStanding';
import type { AssessmentContext, GapRule } from '../assessmentContext';
import { advance, recede } from '../calendarSteps';
import type { GapFinding } from '../gapFinding';

/** The plans that count for "requires a plan": of the kinds that the policy names, and not those beside a primary one. */
function deciding({ plans }: AssessmentContext): PlanStanding[] {
  return plans.filter(plan => plan.satisfies && plan.role !== 'other');
}

/** A tier that requires a plan has none in force that covers the entity. */
const missing: GapRule = context => {
  const { requirements, tier, facts } = context;
  const requirement = requirements.get('plan')!;
  const plans = deciding(context);
  if (plans.some(plan => plan.covers)) return [];
  const params: GapFinding['params'] = { tier: tier!.id };
  if (plans.length > 0) {
    params.plan = plans[0].title;
    params.planId = plans[0].planId;
  } else if (facts.plans?.isInWork) params.inWork = 1;
  const { dueBy } = requirement;
  return [{ code: 'plan-missing', requirement: 'plan', params, dueBy }];
};

/** The entities of a plan share its dates; the limit only keeps the memory small. */
const REMEMBERED = 10_000;
const days = new Map<string, string>();

/** The day as the policy's zone has it. */
function dayOf(instant: number, zone: string): string {
  const key = `${instant} ${zone}`;
  const known = days.get(key);
  if (known !== undefined) return known;
  const day = DateTime.fromMillis(instant, { zone }).toISODate()!;
  if (days.size >= REMEMBERED) days.clear();
  days.set(key, day);
  return day;
}

/** Something due at the end of a day is due on that day. */
function dayBefore(instant: string, zone: string): string {
  return dayOf(Date.parse(instant) - 1, zone);
}

/** The review that falls due first. */
const review: GapRule = context => {
  const { policy, tier } = context;
  const { timeZone, dueSoon } = policy;
  const [first] = deciding(context)
    .filter(plan => plan.covers && plan.reviewDueAt !== null)
    .sort((a, b) => (a.reviewDueAt! < b.reviewDueAt! ? -1 : 1));
  if (!first) return [];
  const dueAt = first.reviewDueAt!;
  const params: GapFinding['params'] = {
    tier: tier!.id,
    plan: first.title,
    planId: first.planId,
    dueOn: dayBefore(dueAt, timeZone),
  };
  return [
    {
      code: 'due-soon',
      requirement: 'plan',
      params: { ...params, about: 'plan' },
      since: recede(dueAt, dueSoon, timeZone),
      until: dueAt,
      dueBy: dueAt,
    },
    {
      code: 'plan-review-overdue',
      requirement: 'plan',
      params,
      since: dueAt,
      dueBy: dueAt,
    },
  ];
};

/** Something material changed since a plan was approved; one gap, whatever the number of reasons. */
const stale: GapRule = context => {
  const plans = deciding(context).filter(plan => plan.staleReasons.length > 0);
  if (plans.length === 0) return [];
  const [plan] = plans;
  const reasons = plans.flatMap(({ staleReasons }) => staleReasons);
  const [first] = plan.staleReasons;
  const params: GapFinding['params'] = {
    plan: plan.title,
    planId: plan.planId,
    reason: first.code,
    subject: first.subject,
    more: reasons.length - 1,
  };
  if (first.before !== null) params.before = first.before;
  if (first.after !== null) params.after = first.after;
  if (reasons.every(({ confirmable }) => confirmable)) params.confirmable = 1;
  return [{ code: 'plan-stale', requirement: 'plan', params }];
};

/** Several plans of one kind, and none of them is named primary; also of a kind that satisfies no requirement: nobody knows which one to follow. */
const overlap: GapRule = ({ plans }) => {
  const undecided = plans.filter(plan => plan.role === 'undecided');
  if (undecided.length === 0) return [];
  const rivals = undecided.filter(plan => plan.kind === undecided[0].kind);
  return [
    {
      code: 'plan-overlap',
      requirement: 'plan',
      params: {
        kind: rivals[0].kind,
        plan: rivals[0].title,
        planId: rivals[0].planId,
        otherPlan: rivals[1].title,
        otherPlanId: rivals[1].planId,
        plans: rivals.length,
      },
    },
  ];
};

/**
 * Nobody has made a copy of the plans for when the portal is away, for longer than the policy says. It is one copy of all plans, so only what a plan
 * names itself says so: the parts of a system, and what requires no plan, would repeat it a thousand times.
 */
const oldCopy: GapRule = context => {
  const { policy, facts } = context;
  const every = policy.plans.emergencyCopy;
  if (every === undefined) return [];
  const named = new Set(
    facts.plans?.inForce
      .filter(plan => plan.through === null)
      .map(plan => plan.planId),
  );
  const [first] = deciding(context)
    .filter(plan => plan.covers && named.has(plan.planId))
    .map(plan => plan.approvedAt)
    .sort();
  if (first === undefined) return [];
  const copiedAt = facts.plans?.copiedAt ?? null;
  const params: GapFinding['params'] = { every };
  if (copiedAt !== null)
    params.copiedOn = dayOf(Date.parse(copiedAt), policy.timeZone);
  const dueAt = advance(copiedAt ?? first, every, policy.timeZone);
  return [
    {
      code: 'emergency-copy-old',
      requirement: 'emergency-copy',
      params,
      since: dueAt,
      dueBy: dueAt,
    },
  ];
};

/** The file that holds its plan can't be used, whatever the tier requires: somebody thinks that it counts. */
const source: GapRule = ({ facts }) => {
  const problem = facts.plans?.source;
  if (!problem) return [];
  const params: GapFinding['params'] = {
    location: problem.location,
    reason: problem.message,
  };
  if (problem.line !== null) params.line = problem.line;
  return [
    {
      code:
        problem.problem === 'invalid'
          ? 'plan-source-invalid'
          : 'source-unreadable',
      requirement: 'plan',
      params,
      since: problem.since,
    },
  ];
};

/** Whether a plan in force covers the entity, is reviewed and holds (DOMAIN.md §4). */
export const planGaps: GapRule = context => [
  ...(context.requirements.has('plan')
    ? [
        ...missing(context),
        ...review(context),
        ...stale(context),
        ...overlap(context),
        ...oldCopy(context),
      ]
    : []),
  ...source(context),
];
