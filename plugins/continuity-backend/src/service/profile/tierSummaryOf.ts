import {
  tierById,
  tierRank,
  type ContinuityPolicy,
  type TierSummary,
} from 'backstage-plugin-continuity-common';

/** The tier as the policy describes it; null for none, and for one that the policy no longer has. */
export function tierSummaryOf(
  policy: ContinuityPolicy,
  tierId: string | null,
): TierSummary | null {
  const tier = tierId === null ? undefined : tierById(policy, tierId);
  return tier
    ? { id: tier.id, title: tier.title, rank: tierRank(policy, tier.id)! }
    : null;
}
