import { effectiveBia, withBiaMtpd } from '../plan/effectiveAnalysis';
import type { ContinuityPolicy } from '../policy/policy';
import type { EffectiveProfile } from '../profile/effectiveProfile';
import { resolveProfile } from '../profile/resolveProfile';
import type { EntityUnderChange } from './changeFacts';

/** The effective values of an entity before or after a change. */
export function effectiveProfileOf(
  facts: EntityUnderChange,
  policy: ContinuityPolicy,
): EffectiveProfile {
  const bia = effectiveBia(facts);
  return resolveProfile(withBiaMtpd(facts, bia), policy).profile;
}
