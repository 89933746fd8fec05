import { effectiveBia, withBiaMtpd } from '../plan/analysis/effectiveAnalysis';
import type { ContinuityPolicy } from '../policy/policy';
import {
  resolveProfile,
  type ResolvedProfile,
} from '../profile/resolveProfile';
import type { EntityUnderChange } from './changeFacts';

/** The effective values of an entity before or after a change. */
export function resolvedProfileOf(
  facts: EntityUnderChange,
  policy: ContinuityPolicy,
): ResolvedProfile {
  const bia = effectiveBia(facts);
  return resolveProfile(withBiaMtpd(facts, bia), policy);
}
