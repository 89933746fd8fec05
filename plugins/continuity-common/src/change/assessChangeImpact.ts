import { changePolicy, type ChangePolicy } from '../policy/changePolicy';
import type { ContinuityPolicy } from '../policy/policy';
import { tierRank } from '../policy/tierRank';
import type { ResolvedProfile } from '../profile/resolveProfile';
import { advance } from '../terms/calendarSteps';
import type { ChangeType, ChangeVerdict } from '../terms/changeTerms';
import { lastDayBefore } from '../terms/dayInZone';
import type { ChangeFacts, EntityUnderChange } from './changeFacts';
import type { ChangeFinding } from './changeFinding';
import { compareProposed } from './compareProposed';
import { isCaused, judgeEnforcement } from './judgeEnforcement';
import { materialOfTouched } from './materialOfTouched';
import type { MaterialChange } from './materialChange';
import { resolvedProfileOf } from './resolvedProfileOf';
import type { ChangeRule, RuleContext, RuleFinding } from './rules/ChangeRule';
import { changeRules } from './rules/changeRules';
import { writeHeadline } from './writeHeadline';

/** What the rules make of a change; the rest of a `ChangeAssessment` says what it was made of. @public */
export interface ChangeJudgement {
  verdict: ChangeVerdict;
  headline: string;
  /** A standard change without a pre-approved model is `normal`. */
  treatedAs: ChangeType;
  material: MaterialChange[];
  /** All of them: caused first, then by severity, tier and ref. */
  findings: ChangeFinding[];
  /** `blocking` and `warning` by what is made of them; `information`: all others, which move nothing. */
  counts: {
    caused: number;
    alreadyThere: number;
    blocking: number;
    warning: number;
    information: number;
  };
  /** Impacted and without the plan that the tier requires. */
  withoutPlan: number;
  /** In-scope entities by tier, most critical first; last what has none or is out of scope. */
  byTier: Array<{ tier: string | null; impacted: number }>;
  /** Until when the review of an emergency change is owed. */
  reviewDueAt: string | null;
}

/** The pre-approved model that a change follows; undefined: none. */
function modelOf({ change }: ChangeFacts, changes: ChangePolicy) {
  if (change.type !== 'standard' || change.model === undefined)
    return undefined;
  const { model } = change;
  return changes.standardModels.find(({ id }) => id === model);
}

class Memo {
  readonly #resolved = new Map<EntityUnderChange, ResolvedProfile>();

  constructor(private readonly policy: ContinuityPolicy) {}

  resolvedOf(facts: EntityUnderChange): ResolvedProfile {
    let found = this.#resolved.get(facts);
    if (!found) {
      found = resolvedProfileOf(facts, this.policy);
      this.#resolved.set(facts, found);
    }
    return found;
  }
}

function contextOf(
  facts: ChangeFacts,
  options: { policy: ContinuityPolicy; now: string },
): RuleContext {
  const { policy, now } = options;
  const memo = new Memo(policy);
  const plans = new Map(facts.plans.map(plan => [plan.planId, plan]));
  const changed = new Map<string, RuleContext['changed'][number]>();
  for (const { before, after } of [...facts.around, ...facts.touched]) {
    // Nothing of it is known to change
    if (!before || !after || before === after) continue;
    const { entityRef } = after.entity;
    changed.set(entityRef, { entityRef, before, after });
  }
  return {
    facts,
    policy,
    changes: changePolicy(policy),
    now,
    materialOf: touched => materialOfTouched(touched, policy),
    changed: [...changed.values()].sort((a, b) =>
      a.entityRef < b.entityRef ? -1 : 1,
    ),
    resolvedOf: each => memo.resolvedOf(each),
    profileOf: each => memo.resolvedOf(each).profile,
    plan: planId => plans.get(planId),
    askAboutPlan: (planId, entityRef) => {
      const owner = plans.get(planId)?.owner;
      return owner ? [owner] : facts.askAbout(entityRef);
    },
  };
}

/** The tier by which a finding is judged: the more critical of before and after, so that nobody gets rid of a rule by lowering the tier. */
function strictestTiers(context: RuleContext): (ref: string) => string | null {
  const { facts, policy, profileOf } = context;
  const rankOf = (tier: string | null) =>
    (tier === null ? undefined : tierRank(policy, tier)) ?? Infinity;
  const before = new Map<string, string | null>();
  for (const each of [...facts.around, ...facts.touched]) {
    if (!each.before) continue;
    before.set(each.before.entity.entityRef, profileOf(each.before).tier.value);
  }
  return ref => {
    const now = facts.tierOf(ref);
    const then = before.get(ref) ?? null;
    return rankOf(then) < rankOf(now) ? then : now;
  };
}

const severities: ChangeFinding['severity'][] = [
  'critical',
  'warning',
  'information',
];

function compareTexts(a: string | null, b: string | null): number {
  if (a === b) return 0;
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

function count(findings: ChangeFinding[]): ChangeJudgement['counts'] {
  const number = (holds: (finding: ChangeFinding) => boolean) =>
    findings.filter(holds).length;
  return {
    caused: number(({ origin }) => origin === 'caused'),
    alreadyThere: number(({ origin }) => origin === 'already-there'),
    blocking: number(({ enforcement }) => enforcement === 'block'),
    warning: number(({ enforcement }) => enforcement === 'warn'),
    information: number(({ enforcement }) => enforcement === 'off'),
  };
}

function verdictOf({
  blocking,
  warning,
}: ChangeJudgement['counts']): ChangeVerdict {
  if (blocking > 0) return 'block';
  return warning > 0 ? 'warn' : 'pass';
}

/** By the columns, not by ref: half of the catalog may be impacted. */
function countTiers(
  { graphs, impact }: ChangeFacts,
  policy: ContinuityPolicy,
): ChangeJudgement['byTier'] {
  const { before, after } = graphs;
  const { tiers } = after.columns;
  const counts = new Int32Array(tiers.length);
  let without = impact.unknown.length;
  impact.forEachNode(node => {
    const now = after.columns.tier[node];
    // What is removed had one
    const tier =
      now === -1 && node < before.graph.size ? before.columns.tier[node] : now;
    if (tier === -1) without += 1;
    else counts[tier] += 1;
  });
  const byTier: ChangeJudgement['byTier'] = policy.tiers.flatMap(({ id }) => {
    const impacted = counts[tiers.indexOf(id)] ?? 0;
    return impacted === 0 ? [] : [{ tier: id, impacted }];
  });
  return without === 0
    ? byTier
    : [...byTier, { tier: null, impacted: without }];
}

/**
 * Judges a change by every rule (DOMAIN.md §7). Deterministic: the same facts give the same answer, in the same order.
 *
 * @param now - ISO, UTC
 * @public
 */
export function assessChangeImpact(
  facts: ChangeFacts,
  policy: ContinuityPolicy,
  now: string,
): ChangeJudgement {
  const context = contextOf(facts, { policy, now });
  const { changes } = context;
  const model = modelOf(facts, changes);
  const type = facts.change.type ?? 'normal';
  const treatedAs = type === 'standard' && !model ? 'normal' : type;
  const tierOf = strictestTiers(context);

  const tell = (rule: ChangeRule, found: RuleFinding) => {
    const { entityRef, params } = found;
    const severity = found.severity ?? rule.severity;
    const tier = tierOf(entityRef);
    const finding: ChangeFinding = {
      rule: rule.id,
      title: rule.title,
      severity,
      origin: isCaused(rule.id) ? 'caused' : 'already-there',
      enforcement: judgeEnforcement(
        { rule: rule.id, severity, tier },
        { changes, treatedAs },
      ),
      entityRef,
      planId: found.planId ?? null,
      testId: found.testId ?? null,
      path: found.path ?? facts.impact.pathOf(entityRef) ?? [entityRef],
      why: rule.why(params),
      what: rule.what(params),
      ask: [...new Set(found.ask)],
      params,
    };
    const rank = tier === null ? undefined : tierRank(policy, tier);
    return { finding, rank: rank ?? policy.tiers.length };
  };
  const findings = changeRules
    .flatMap(rule => rule.find(context).map(found => tell(rule, found)))
    .sort(
      (a, b) =>
        Number(a.finding.origin !== 'caused') -
          Number(b.finding.origin !== 'caused') ||
        severities.indexOf(a.finding.severity) -
          severities.indexOf(b.finding.severity) ||
        a.rank - b.rank ||
        compareTexts(a.finding.entityRef, b.finding.entityRef) ||
        compareTexts(a.finding.rule, b.finding.rule) ||
        compareTexts(a.finding.planId, b.finding.planId) ||
        compareTexts(a.finding.testId, b.finding.testId) ||
        compareTexts(a.finding.why, b.finding.why),
    )
    .map(({ finding }) => finding);

  const counts = count(findings);
  const verdict = verdictOf(counts);
  const reviewDueAt =
    treatedAs === 'emergency'
      ? advance(now, changes.emergencyReview, policy.timeZone)
      : null;
  return {
    verdict,
    treatedAs,
    headline: writeHeadline({
      verdict,
      treatedAs,
      model: model?.title,
      impacted: facts.impact.size,
      counts,
      ...(reviewDueAt !== null && {
        reviewDueOn: lastDayBefore(reviewDueAt, policy.timeZone),
      }),
    }),
    material: [
      ...facts.touched.flatMap(touched => materialOfTouched(touched, policy)),
      // What a document says of others is a change of these
      ...facts.around.flatMap(({ before, after }) =>
        compareProposed(before.entity, after.entity, policy),
      ),
    ].sort((a, b) => compareTexts(a.entityRef, b.entityRef)),
    findings,
    counts,
    withoutPlan: findings.filter(({ rule }) => rule === 'plan-missing').length,
    byTier: countTiers(facts, policy),
    reviewDueAt,
  };
}
