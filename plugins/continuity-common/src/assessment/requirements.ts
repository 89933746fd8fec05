import { addCadence } from '../profile/cadenceArithmetic';
import { parseCadence, type Cadence } from '../profile/cadence';
import { endOfDayInZone } from '../profile/deadline';
import type {
  ContinuityPolicy,
  ProgrammeDue,
  ProgrammeRequirement,
  TestDepth,
  Tier,
} from '../policy/policy';

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

function cadenceOf(iso: string): Cadence {
  const parsed = parseCadence(iso);
  if (!parsed.ok) throw new RangeError(parsed.message);
  return parsed.cadence;
}

/** Entities that began together share their due dates; the limit only keeps the memory small. */
const REMEMBERED = 20_000;
const remembered = new WeakMap<ContinuityPolicy, Map<string, string>>();

/** The later of what the programme says and the grace that every entity gets. */
function firstDue(
  due: ProgrammeDue,
  appliesSince: string,
  policy: ContinuityPolicy,
): string {
  const zone = policy.timeZone;
  const grace = addCadence(
    appliesSince,
    cadenceOf(policy.programme.newEntityGrace),
    zone,
  );
  const planned =
    'on' in due
      ? endOfDayInZone(due.on, zone)
      : addCadence(appliesSince, cadenceOf(due.after), zone);
  return planned > grace ? planned : grace;
}

/**
 * When the programme wants a requirement for the first time, given when it began to apply: never before the grace for new entities
 * has passed.
 *
 * @public
 */
export function programmeDue(
  requirement: ProgrammeRequirement,
  options: { tierId: string; appliesSince: string; policy: ContinuityPolicy },
): string {
  const { tierId, appliesSince, policy } = options;
  let known = remembered.get(policy);
  if (!known) remembered.set(policy, (known = new Map()));
  const key = `${requirement} ${appliesSince} ${tierId}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const { tiers, defaults } = policy.programme;
  const ofTier = Object.hasOwn(tiers, tierId) ? tiers[tierId] : undefined;
  const due = firstDue(
    ofTier?.[requirement] ?? defaults[requirement],
    appliesSince,
    policy,
  );
  if (known.size >= REMEMBERED) known.clear();
  known.set(key, due);
  return due;
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
