import type { ContinuityPolicy } from '../policy/policy';
import type { EffectiveProfile } from '../profile/effectiveProfile';
import type { EntityUnderChange } from './changeFacts';
import { resolvedProfileOf } from './resolvedProfileOf';

/** The effective values of an entity before or after a change. @public */
export function effectiveProfileOf(
  facts: EntityUnderChange,
  policy: ContinuityPolicy,
): EffectiveProfile {
  return resolvedProfileOf(facts, policy).profile;
}
