import { createHash } from 'node:crypto';
import { type Entity, parseEntityRef } from '@backstage/catalog-model';
import {
  canonicalJson,
  catalogOwner,
  type ContinuityPolicy,
  type EntityFacts,
  inScope,
  projectEntity,
  storable,
} from 'backstage-plugin-continuity-common';
import type { MirroredEntity } from './MirrorStore';

/** What the mirror takes over of an entity. */
export type ProjectedEntity = Pick<
  MirroredEntity,
  | 'facts'
  | 'title'
  | 'type'
  | 'ownerRef'
  | 'systemRef'
  | 'domainRef'
  | 'sourceLocation'
  | 'inScope'
  | 'hash'
>;

/** The catalog has no limit; PostgreSQL refuses a row of which an index would have to hold more than 2,704 bytes. */
const LONGEST = { title: 200, type: 100, location: 1024 };

/** The row of the mirror for an entity; the domain is its own, not that of its system. */
export function projectMirrored(
  entity: Entity,
  policy: ContinuityPolicy,
): ProjectedEntity {
  const facts = projectEntity(entity, policy);
  const { metadata, spec } = facts;
  const content = {
    facts,
    title: cut(
      metadata.title ?? displayName(facts) ?? metadata.name,
      LONGEST.title,
    ),
    type: typeof spec.type === 'string' ? cut(spec.type, LONGEST.type) : null,
    ownerRef: catalogOwner(facts) ?? null,
    systemRef: partOf(facts, 'system'),
    domainRef: partOf(facts, 'domain'),
    sourceLocation: locationOf(facts),
    inScope: inScope(policy, facts),
  };
  return {
    ...content,
    hash: createHash('sha256').update(canonicalJson(content)).digest('hex'),
  };
}

function displayName({ spec }: EntityFacts): string | undefined {
  const { profile } = spec;
  if (typeof profile !== 'object' || profile === null || Array.isArray(profile))
    return undefined;
  const name = profile.displayName;
  return typeof name === 'string' && name !== '' ? name : undefined;
}

/** Relations are sorted, so that an entity with several systems has the same one in every sweep. */
function partOf(facts: EntityFacts, kind: string): string | null {
  const relation = facts.relations.find(
    ({ type, targetRef }) =>
      type === 'partOf' &&
      targetRef !== facts.entityRef &&
      parseEntityRef(targetRef).kind === kind,
  );
  return relation?.targetRef ?? null;
}

/** The file or source that the entity was read from. */
function locationOf({ metadata }: EntityFacts): string | null {
  const location = metadata.annotations['backstage.io/managed-by-location'];
  return location === undefined ? null : cut(location, LONGEST.location);
}

/** Cut first: the cut may go through a character. */
function cut(text: string, most: number): string {
  return storable(text.slice(0, most));
}
