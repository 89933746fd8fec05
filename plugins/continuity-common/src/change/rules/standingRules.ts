import type { GapCode } from '../../terms/gapCode';
import type { StandingRuleId } from '../../terms/changeTerms';
import type { StandingGap } from '../changeFacts';
import type { ChangeRule, RuleContext, RuleFinding } from './ChangeRule';

/** Which gaps say what was there before, by rule. */
const codesOf: Record<StandingRuleId, readonly GapCode[]> = {
  'plan-missing': ['plan-missing'],
  'plan-stale': ['plan-stale'],
  'plan-review-overdue': ['plan-review-overdue'],
  'test-overdue': ['test-overdue', 'test-long-overdue', 'test-never'],
  'test-failed': ['test-failed'],
  'owner-unresolved': ['owner-missing', 'owner-unresolved'],
};

/** The gaps of impacted entities that the check tells about. @public */
export const standingGapCodes: readonly GapCode[] =
  Object.values(codesOf).flat();

/** A first test that is not due yet is nothing to tell of a change. */
function counts({ code, late }: StandingGap): boolean {
  return code !== 'test-never' || late;
}

const rankOfEffect = { touched: 0, affected: 1, system: 2, degraded: 3 };

function nearest(a: StandingGap, b: StandingGap, { facts }: RuleContext) {
  const { impact } = facts;
  const effect = ({ entityRef }: StandingGap) =>
    rankOfEffect[impact.effectOn(entityRef) ?? 'degraded'];
  return effect(a) - effect(b) || (a.entityRef < b.entityRef ? -1 : 1);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** One for each entity, or for each plan where the gap is a plan's. */
function find(id: StandingRuleId, context: RuleContext): RuleFinding[] {
  const { facts } = context;
  const gone = new Set(
    facts.touched
      .filter(({ action }) => action === 'remove')
      .map(({ entityRef }) => entityRef),
  );
  const groups = new Map<string, StandingGap[]>();
  for (const gap of facts.standing) {
    const isMeant =
      codesOf[id].includes(gap.code) &&
      counts(gap) &&
      !gone.has(gap.entityRef) &&
      facts.impact.effectOn(gap.entityRef) !== undefined;
    if (!isMeant) continue;
    const isOfPlan = id === 'plan-stale' || id === 'plan-review-overdue';
    const planId = isOfPlan ? textOf(gap.params?.planId) : undefined;
    const key = planId === undefined ? gap.entityRef : `plan ${planId}`;
    const group = groups.get(key);
    if (group) group.push(gap);
    else groups.set(key, [gap]);
  }
  return [...groups.values()].map(gaps => {
    const [first] = gaps.sort((a, b) => nearest(a, b, context));
    const { entityRef, params = {} } = first;
    const planId = textOf(params.planId);
    const plan = textOf(params.plan);
    const isInformation = gaps.every(
      ({ severity }) => severity === 'information',
    );
    return {
      entityRef,
      ...(isInformation && { severity: 'information' as const }),
      ...(planId !== undefined && { planId }),
      ask:
        planId === undefined
          ? facts.askAbout(entityRef)
          : context.askAboutPlan(planId, entityRef),
      params: {
        entity: entityRef,
        entities: new Set(gaps.map(gap => gap.entityRef)).size,
        ...(plan !== undefined && { plan }),
      },
    };
  });
}

function rule(
  id: StandingRuleId,
  rest: Pick<ChangeRule, 'title' | 'severity' | 'why' | 'what'>,
): ChangeRule {
  return { id, ...rest, find: context => find(id, context) };
}

function others(entities: string | number): string {
  return Number(entities) > 1 ? ` and ${Number(entities) - 1} more` : '';
}

/** What was so before the change, out of the gaps of what is impacted. Params: `entity`, `entities` (how many share it), `plan`. */
export const standingRules: ChangeRule[] = [
  rule('plan-missing', {
    title: 'No plan',
    severity: 'critical',
    why: ({ entity }) =>
      `${entity} is impacted, its tier requires a recovery plan, and none is in force.`,
    what: () => 'Write a recovery plan for it, whatever becomes of the change.',
  }),
  rule('plan-stale', {
    title: 'A plan is stale already',
    severity: 'warning',
    why: ({ entity, entities, plan }) =>
      `The plan “${plan}”, which covers ${entity}${others(
        entities,
      )}, has not been brought up to date since something material changed.`,
    what: () => 'Count on the plan with care, and have it brought up to date.',
  }),
  rule('plan-review-overdue', {
    title: 'The review of a plan is overdue',
    severity: 'warning',
    why: ({ entity, entities, plan }) =>
      `The plan “${plan}”, which covers ${entity}${others(
        entities,
      )}, has not been reviewed in time.`,
    what: () => 'Have the plan reviewed.',
  }),
  rule('test-overdue', {
    title: 'A test is overdue',
    severity: 'warning',
    why: ({ entity }) =>
      `${entity} is impacted, and nobody has proven in time that it can be recovered.`,
    what: () => 'Plan the test that its tier requires.',
  }),
  rule('test-failed', {
    title: 'The last test failed',
    severity: 'critical',
    why: ({ entity }) =>
      `${entity} is impacted, and its recovery failed when it was last tested.`,
    what: () => 'Have a way back for the change that does not need recovery.',
  }),
  rule('owner-unresolved', {
    title: 'Nobody recovers it',
    severity: 'warning',
    why: ({ entity }) =>
      `${entity} is impacted, and its recovery owner can’t be reached.`,
    what: () => 'Name somebody who recovers it before the change begins.',
  }),
];
