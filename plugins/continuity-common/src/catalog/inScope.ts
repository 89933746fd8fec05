import { evaluateFilterPredicate } from '@backstage/filter-predicates';
import type { ContinuityPolicy } from '../policy/policy';
import type { EntityFacts } from './entityFacts';

/**
 * Whether the policy's scope counts the entity. Texts compare without regard to capital letters, as the catalog does; a field that the
 * entity lacks equals nothing, so an entity without a lifecycle is not left out by one.
 *
 * @public
 */
export function inScope(
  policy: Pick<ContinuityPolicy, 'scope'>,
  entity: EntityFacts,
): boolean {
  return evaluateFilterPredicate(policy.scope, entity);
}
