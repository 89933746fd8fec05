import { canonicalJson } from '../record/canonicalJson';
import type { ContinuityPolicy } from './policy';

/**
 * The policy as one text: the same for two policies that rule the same, however app-config wrote them. Its hash tells versions apart.
 *
 * @public
 */
export function canonicalPolicy(policy: ContinuityPolicy): string {
  return canonicalJson(policy);
}
