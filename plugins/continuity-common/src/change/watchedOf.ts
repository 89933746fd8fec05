import { effectiveBia } from '../plan/analysis/effectiveAnalysis';
import { watchedFacts, type WatchedFacts } from '../plan/watchedFacts';
import type { ContinuityPolicy } from '../policy/policy';
import type { EntityUnderChange } from './changeFacts';
import { effectiveProfileOf } from './effectiveProfileOf';

/** What plans watch of an entity before or after a change. */
export function watchedOf(
  facts: EntityUnderChange,
  policy: ContinuityPolicy,
): WatchedFacts {
  return watchedFacts({
    entity: facts.entity,
    profile: effectiveProfileOf(facts, policy),
    bia: effectiveBia(facts).current,
    softInPortal: facts.softInPortal,
    apis: facts.apis,
  });
}
