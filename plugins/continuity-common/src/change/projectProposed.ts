import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { EntityFacts } from '../catalog/entityFacts';
import type { ProjectionPolicy } from '../catalog/policyKeys';
import { projectEntity } from '../catalog/projectEntity';
import { statedRelations } from './statedRelations';

/** A catalog-info document as facts: `relations` are those that the document itself states. @public */
export interface ProposedEntity {
  /** Such as `proposed[2]`. */
  at: string;
  entity: EntityFacts;
  /** Fields with values that the catalog would refuse, below `spec`. */
  refused: Array<{ field: string; message: string }>;
}

/**
 * The facts and relations that the catalog would make of a document (as its processor of the built-in kinds does; refs become lower case, the namespace
 * is that of the document). Give it the document of an entity that the catalog has, and it tells which of the entity's relations that document states.
 *
 * @throws InputError for what is no entity.
 * @public
 */
export function projectProposed(
  document: unknown,
  policy: ProjectionPolicy,
  at = 'document',
): ProposedEntity {
  if (!isObject(document)) {
    throw new InputError('This is no catalog-info document.');
  }
  const { metadata, spec } = document;
  if (!isObject(metadata)) {
    throw new InputError('A catalog-info document needs a metadata section.');
  }
  const { relations: _, ...own } = document;
  const projected = projectEntity(own as unknown as Entity, policy);
  const { relations, refused } = statedRelations({
    kind: projected.kind,
    namespace: projected.metadata.namespace,
    spec: isObject(spec) ? spec : {},
  });
  return { at, entity: { ...projected, relations }, refused };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
