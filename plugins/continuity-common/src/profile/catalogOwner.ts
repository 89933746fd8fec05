import type { EntityFacts } from '../catalog/entityFacts';
import { normaliseRef } from '../terms/normaliseRef';

function refOfSpecOwner(entity: EntityFacts): string | undefined {
  const { owner } = entity.spec;
  if (typeof owner !== 'string' || owner.trim() === '') return undefined;
  const { namespace } = entity.metadata;
  const ref = normaliseRef(owner, {
    defaultKind: 'group',
    defaultNamespace: namespace,
  });
  // named all the same: an owner nobody can find must not look like no owner
  return ref ?? `group:${namespace}/${owner.trim()}`.toLowerCase();
}

/**
 * The entity's owner in the catalog as a normalised ref: its `ownedBy` relation, the one that `spec.owner` names where
 * there are several, and `spec.owner` itself where the catalog made no relation of it. It may resolve nowhere.
 *
 * @public
 */
export function catalogOwner(entity: EntityFacts): string | undefined {
  const owners = entity.relations.filter(({ type }) => type === 'ownedBy');
  const named = refOfSpecOwner(entity);
  if (owners.length === 0) return named;
  const match = owners.find(({ targetRef }) => targetRef === named);
  return (match ?? owners[0]).targetRef;
}
