import type { ContinuityPolicy } from './policy';
import { defaultExemptionConfig } from './config/defaultExemptionConfig';

/**
 * What the policy says of exemptions (DOMAIN.md §8). Times are cadences.
 *
 * @public
 */
export interface ExemptionPolicy {
  /** How long an exemption may last. */
  longest: string;
  /** How often an exemption may be renewed; 0: never. */
  renewals: number;
  /** How long before its end people are reminded. */
  remindBefore: string;
}

/** What a policy says of exemptions; one that was recorded before there were exemptions says the defaults. @public */
export function exemptionPolicy(policy: ContinuityPolicy): ExemptionPolicy {
  return policy.exemptions ?? defaultExemptionConfig;
}
