import { inScope } from '../catalog/inScope';
import type { RecoveryFacts } from '../dependency/recovery/RecoveryColumns';
import type { ContinuityPolicy } from '../policy/policy';
import { durationSeconds } from '../terms/durationSeconds';
import type { EntityUnderChange } from './changeFacts';
import { effectiveProfileOf } from './effectiveProfileOf';

function seconds(value: string | null): number | undefined {
  return value === null || value === 'none'
    ? undefined
    : durationSeconds(value);
}

/**
 * What the recovery columns say of an entity with the proposal laid over, for `RecoveryColumns.layOver`. Its measured time stays what it was.
 *
 * @public
 */
export function proposedRecoveryFacts(
  facts: EntityUnderChange,
  options: {
    policy: ContinuityPolicy;
    /** As it is now. */
    ownTime?: RecoveryFacts['ownTime'];
  },
): RecoveryFacts {
  const { policy, ownTime } = options;
  const { tier, rto, rpo, mtpd } = effectiveProfileOf(facts, policy);
  return {
    rtoSeconds: seconds(rto.value),
    rpoSeconds: rpo.value === 'none' ? 'none' : seconds(rpo.value),
    mtpdSeconds: seconds(mtpd.value),
    ownTime,
    tier: tier.value ?? undefined,
    inScope: inScope(policy, facts.entity),
  };
}
