import { watchedOf } from '../change/watchedOf';
import type { WatchedFacts } from '../plan/watchedFacts';
import type { ContinuityPolicy } from '../policy/policy';
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
  return watchedOf(facts, policy);
}
