import type { ContinuityPolicy } from '../policy/policy';
import { compileScope } from './compileScope';
import type { EntityFacts } from './entityFacts';

const compiled = new WeakMap<object, ReturnType<typeof compileScope>>();

/**
 * Whether the policy's scope counts the entity. Texts compare without regard to capital letters, as the catalog does; a field that the
 * entity lacks equals nothing, so an entity without a lifecycle is not left out by one.
 *
 * @public
 */
export function inScope(
  { scope }: Pick<ContinuityPolicy, 'scope'>,
  entity: EntityFacts,
): boolean {
  if (typeof scope !== 'object') return false;
  let isIn = compiled.get(scope);
  if (!isIn) {
    isIn = compileScope(scope);
    compiled.set(scope, isIn);
  }
  return isIn(entity);
}
