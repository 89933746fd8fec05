import { effectiveBia, withBiaMtpd } from '../plan/effectiveAnalysis';
import { watchedFacts, type WatchedFacts } from '../plan/watchedFacts';
import type { ContinuityPolicy } from '../policy/policy';
import { resolveProfile } from '../profile/resolveProfile';
import type { AssessmentFacts } from './assessment';

/**
 * What plans watch of an entity, as it is now: to be remembered when a plan is approved or confirmed for it. The same as {@link assess} compares with.
 *
 * @public
 */
export function watchedNow(
  facts: AssessmentFacts,
  policy: ContinuityPolicy,
): WatchedFacts {
  const bia = effectiveBia(facts);
  const { profile } = resolveProfile(withBiaMtpd(facts, bia), policy);
  return watchedFacts({
    entity: facts.entity,
    profile,
    bia: bia.current,
    softInPortal: facts.softInPortal,
  });
}
