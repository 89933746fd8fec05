import type { PeopleFacts } from '../catalog/entityFacts';
import type { ContinuityPolicy } from '../policy/policy';
import { addCadence } from '../terms/cadenceArithmetic';
import { parseCadence } from '../terms/cadence';
import {
  findDeadContacts,
  findStaleReasons,
  staleReason,
} from './findStaleReasons';
import type { PlanInForce } from './planFacts';
import type { PlanStanding } from './planStanding';
import type { WatchedFacts } from './watchedFacts';

/** All entities of a plan share its dates; the limit only keeps the memory small. */
const REMEMBERED = 10_000;
const remembered = new Map<string, string>();

const rank = { only: 0, primary: 0, undecided: 1, other: 2 };

function compare(a: PlanStanding, b: PlanStanding): number {
  return (
    rank[a.role] - rank[b.role] ||
    Number(b.satisfies) - Number(a.satisfies) ||
    (a.approvedAt < b.approvedAt
      ? 1
      : Number(a.approvedAt > b.approvedAt) * -1) ||
    (a.planId < b.planId ? -1 : 1)
  );
}

function roleOf(plan: PlanInForce, all: PlanInForce[]): PlanStanding['role'] {
  const rivals = all.filter(other => other.kind === plan.kind);
  if (rivals.length === 1) return 'only';
  if (!rivals.some(other => other.isPrimary)) return 'undecided';
  return plan.isPrimary ? 'primary' : 'other';
}

/** When a plan must be reviewed again: its approval or last confirmed review and the cadence. @public */
export function planReviewDue(
  plan: { approvedAt: string; reviewedAt: string | null },
  every: string,
  timeZone: string,
): string {
  const { approvedAt, reviewedAt } = plan;
  const from =
    reviewedAt !== null && reviewedAt > approvedAt ? reviewedAt : approvedAt;
  const key = `${from} ${every} ${timeZone}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const cadence = parseCadence(every);
  if (!cadence.ok) throw new RangeError(cadence.message);
  const due = addCadence(from, cadence.cadence, timeZone);
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(key, due);
  return due;
}

/**
 * How the plans in force stand for an entity: which decide, when their reviews fall due, why they are stale. Those that decide come first.
 *
 * @param options - `every` is the cadence of reviews that the entity's tier demands; null where it requires no plan
 * @public
 */
export function planStandings(
  plans: PlanInForce[],
  options: {
    now: WatchedFacts;
    people: PeopleFacts;
    policy: ContinuityPolicy;
    every: string | null;
  },
): PlanStanding[] {
  const { now, people, policy, every } = options;
  return plans
    .map((plan): PlanStanding => {
      const stale = findStaleReasons(plan.watched, now, {
        joined: plan.through,
      });
      const dead = people.known
        ? findDeadContacts(plan.contacts, ref => people.stateOf(ref))
        : [];
      const request = plan.changeRequest
        ? [
            staleReason('change-request-open', plan.changeRequest, {
              after: plan.changeRequestedFor,
            }),
          ]
        : [];
      return {
        planId: plan.planId,
        title: plan.title,
        kind: plan.kind,
        version: plan.version,
        approvedAt: plan.approvedAt,
        covers: plan.covers,
        satisfies: policy.plans.satisfyingKinds.includes(plan.kind),
        role: roleOf(plan, plans),
        reviewDueAt:
          every === null ? null : planReviewDue(plan, every, policy.timeZone),
        staleReasons: [...stale, ...dead, ...request],
      };
    })
    .sort(compare);
}
