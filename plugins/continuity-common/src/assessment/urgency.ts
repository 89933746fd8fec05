import { policyIndex } from '../profile/policyIndex';
import type { ContinuityPolicy } from '../policy/policy';
import type { Gap } from './gap';
import type { ContinuityStatus } from './status';

/** Worst first; what nobody has looked at comes before what is known to be all right. */
const statusRank: Record<ContinuityStatus, number> = {
  exposed: 0,
  'at-risk': 1,
  unassessed: 2,
  exempt: 3,
  met: 4,
  'not-required': 5,
  'out-of-scope': 6,
};

/**
 * How urgent an entity is in a list, smaller first: late before not late, then by status, then by tier. A non-negative integer
 * below two million, to be sorted by a database.
 *
 * @public
 */
export function urgency(
  entity: {
    status: ContinuityStatus;
    tier: string | null;
    gaps: Array<Pick<Gap, 'late' | 'exemption'>>;
  },
  policy: ContinuityPolicy,
): number {
  const isLate = entity.gaps.some(gap => gap.late && !gap.exemption);
  const rank =
    entity.tier === null
      ? undefined
      : policyIndex(policy).tiers.get(entity.tier)?.rank;
  return (
    (isLate ? 0 : 1_000_000) +
    statusRank[entity.status] * 10_000 +
    Math.min(rank ?? 9_999, 9_999)
  );
}
