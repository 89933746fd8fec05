import type { ContinuityPolicy } from '../policy/policy';
import type { AgreedValues } from './agreement';
import { durationSeconds } from '../terms/durationSeconds';
import { policyIndex } from './policyIndex';

/** The fields of an agreement, in the order in which people read them. @public */
export const agreedFields = ['tier', 'rto', 'rpo', 'mtpd'] as const;

/** @public */
export type AgreedField = (typeof agreedFields)[number];

/** Agreed or effective values; a missing one and null are the same: not set. @public */
export type ComparedValues = { [F in AgreedField]?: string | null };

function isLooserTier(
  agreed: string,
  actual: string,
  policy: ContinuityPolicy,
): boolean {
  const { tiers } = policyIndex(policy);
  const agreedRank = tiers.get(agreed)?.rank;
  const actualRank = tiers.get(actual)?.rank;
  // a tier that the policy no longer knows can't be compared, and so proves nothing
  if (agreedRank === undefined || actualRank === undefined) return true;
  return actualRank > agreedRank;
}

function isLooser(
  field: AgreedField,
  agreed: string,
  actual: string | null | undefined,
  policy: ContinuityPolicy,
): boolean {
  if (actual === null || actual === undefined) return true;
  if (agreed === actual) return false;
  if (field === 'tier') return isLooserTier(agreed, actual, policy);
  if (actual === 'none') return true;
  if (agreed === 'none') return false;
  try {
    return durationSeconds(actual) > durationSeconds(agreed);
  } catch {
    // a record that can't be read proves nothing
    return true;
  }
}

/**
 * Which values are looser than agreed: a less critical tier, a longer RTO, RPO or MTPD.
 *
 * What was agreed and is not set any more is looser. An RPO of `none` ("holds no data") is looser than any agreed time, since
 * it demands nothing; any time is stricter than an agreed `none`. What was not agreed is never looser. Serves for an effective
 * profile against its agreement, and for a new agreement against the one before it.
 *
 * @public
 */
export function compareAgreedValues(
  agreed: AgreedValues,
  actual: ComparedValues,
  policy: ContinuityPolicy,
): AgreedField[] {
  return agreedFields.filter(field => {
    const value = agreed[field];
    return value !== undefined && isLooser(field, value, actual[field], policy);
  });
}
