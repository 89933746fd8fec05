import type {
  ContinuityPolicy,
  ProgrammeRequirement,
  TestDepth,
  Tier,
} from '../policy/policy';
import { endOfDayInZone } from '../terms/deadline';
import { advance } from './calendarSteps';

/**
 * Something that the effective tier requires of an entity, and since when.
 *
 * @public
 */
export interface AppliedRequirement {
  key: RequirementKey;
  /** The cadence in which it must be renewed. */
  every: string;
  /** When it began to apply to the entity (ISO, UTC). */
  appliesSince: string;
  /** When the programme wants it for the first time (ISO, UTC). */
  dueBy: string;
}

/** @public */
export type RequirementKey =
  | 'plan'
  | 'bia'
  | 'risk'
  | 'agreement'
  | `test:${TestDepth}`;

/**
 * When the programme wants a requirement for the first time, given when it began to apply: the time or day that the policy says for
 * the tier, and never before the grace for new entities has passed.
 *
 * @public
 */
export function programmeDue(
  requirement: ProgrammeRequirement,
  options: { tierId: string; appliesSince: string; policy: ContinuityPolicy },
): string {
  const { tierId, appliesSince, policy } = options;
  const { tiers, defaults, newEntityGrace } = policy.programme;
  const zone = policy.timeZone;
  const ofTier = Object.hasOwn(tiers, tierId) ? tiers[tierId] : undefined;
  const due = ofTier?.[requirement] ?? defaults[requirement];
  const planned =
    'on' in due
      ? endOfDayInZone(due.on, zone)
      : advance(appliesSince, due.after, zone);
  const grace = advance(appliesSince, newEntityGrace, zone);
  return planned > grace ? planned : grace;
}

/** When the programme wants the plan of whatever tier has one to have it first; undefined where no tier requires one. */
export function earliestPlanDue(options: {
  appliesSince: string;
  policy: ContinuityPolicy;
}): string | undefined {
  const dues = options.policy.tiers
    .filter(({ requires }) => requires.plan)
    .map(({ id }) => programmeDue('plan', { tierId: id, ...options }));
  return dues.sort()[0];
}

/**
 * What a tier requires of an entity, in a fixed order. A restore test is not required of what holds no data.
 *
 * @param options - `rpo` is the effective RPO; `sinceOf` says since when a requirement applies
 */
export function appliedRequirements(
  tier: Tier | null,
  options: {
    rpo: string | null;
    sinceOf: (key: RequirementKey) => string;
    policy: ContinuityPolicy;
  },
): AppliedRequirement[] {
  if (!tier) return [];
  const { rpo, sinceOf, policy } = options;
  const applied: AppliedRequirement[] = [];
  const add = (
    key: RequirementKey,
    requirement: ProgrammeRequirement,
    every: string,
  ) => {
    if (applied.some(other => other.key === key)) return;
    const appliesSince = sinceOf(key);
    const at = { tierId: tier.id, appliesSince, policy };
    applied.push({
      key,
      every,
      appliesSince,
      dueBy: programmeDue(requirement, at),
    });
  };
  const { plan, bia, risk, agreement, tests } = tier.requires;
  if (plan) add('plan', 'plan', plan.every);
  if (bia) add('bia', 'bia', bia.every);
  if (risk) add('risk', 'risk', risk.every);
  if (agreement) add('agreement', 'agreement', agreement.every);
  for (const { depth, every } of tests) {
    if (depth === 'restore' && rpo === 'none') continue;
    add(`test:${depth}`, 'firstTest', every);
  }
  return applied;
}
