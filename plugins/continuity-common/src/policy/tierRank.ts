import type { ContinuityPolicy } from './policy';

/**
 * The position of a tier, 0 = most critical; undefined if the policy has no tier with this id, so that an unknown tier never counts as the most
 * critical one.
 *
 * @public
 */
export function tierRank(
  policy: ContinuityPolicy,
  id: string,
): number | undefined {
  const index = policy.tiers.findIndex(tier => tier.id === id);
  return index === -1 ? undefined : index;
}
