import type { Mbco } from '../../terms/mbco';
import { durationSeconds } from '../../terms/durationSeconds';
import { isMeasuringDepth } from '../testDepth';
import type { ResultFacts } from './testFacts';
import type { RetestReason } from './requirementStanding';

/** What is true of an entity now, against which an earlier pass is held. */
export interface ProvenAgainst {
  rto: string | null;
  rpo: string | null;
  mbco: Mbco | null;
  /** Fingerprints of the recovery steps for the entity in the plans in force that decide. */
  stepsInForce: ReadonlyArray<{ planId: string; steps: string }>;
  /** Whether the tier requires a plan. */
  requiresPlan: boolean;
  majorChangeAt?: string;
}

/** Whether the numbers of a pass meet the targets in force now. What is unset now is never met. */
export function meetsTargetsNow(
  result: ResultFacts,
  { rto, rpo, mbco }: ProvenAgainst,
): boolean {
  if (!isMeasuringDepth(result.depth)) return true;
  const { rtaSeconds, rpaSeconds, deliveredPercent } = result;
  if (rto === null || rpo === null) return false;
  if (rtaSeconds === null || rtaSeconds > durationSeconds(rto)) return false;
  if (
    rpo !== 'none' &&
    (rpaSeconds === null || rpaSeconds > durationSeconds(rpo))
  ) {
    return false;
  }
  return (
    mbco?.percent === undefined ||
    (deliveredPercent !== null && deliveredPercent >= mbco.percent)
  );
}

/**
 * Whether what was tested is what would be done now. A tested plan that is still in force must have the steps that were tested, and one plan in force
 * at least must be among what was tested, by its text. A pass that names no plan version proves none: the stricter reading.
 *
 * Where no plan in force has steps for the entity, nothing was proven that could be done again, if its tier requires a plan; where it requires none,
 * there is nothing to compare.
 */
function stepsReason(
  { plans, origin }: ResultFacts,
  { stepsInForce, requiresPlan }: ProvenAgainst,
): RetestReason | undefined {
  if (origin === 'supplier') return undefined; // its plan is not ours
  if (stepsInForce.length === 0) {
    return requiresPlan ? 'no-plan-in-force' : undefined;
  }
  const isSame = stepsInForce.some(({ steps }) =>
    plans.some(tested => tested.steps === steps),
  );
  const isRewritten = stepsInForce.some(({ planId, steps }) =>
    plans.some(tested => tested.planId === planId && tested.steps !== steps),
  );
  return isSame && !isRewritten ? undefined : 'steps-changed';
}

/** Why a pass does not prove anything any more (DOMAIN.md §5 "a result satisfies a requirement"); empty where it does. */
export function retestReasons(
  result: ResultFacts,
  now: ProvenAgainst,
  options: { needsPlan: boolean },
): RetestReason[] {
  const reasons: RetestReason[] = [];
  if (!meetsTargetsNow(result, now)) reasons.push('target-tightened');
  const steps = options.needsPlan ? stepsReason(result, now) : undefined;
  if (steps) reasons.push(steps);
  // a day of which nothing more is known begins with, and before, all that happened on it; of one moment the worse order counts
  if (now.majorChangeAt !== undefined && now.majorChangeAt >= result.heldAt) {
    reasons.push('major-change');
  }
  return reasons;
}
