import type { ContinuityPolicy, Tier } from './policy';

/** The tier with this id, exactly as written; undefined if the policy has none. @public */
export function tierById(
  policy: ContinuityPolicy,
  id: string,
): Tier | undefined {
  return policy.tiers.find(tier => tier.id === id);
}
