import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { EntityFacts } from './entityFacts';
import { keepSpec } from './keepSpec';
import { policyKeys, type ProjectionPolicy } from './policyKeys';
import { projectEntity } from './projectEntity';

/** What a policy reads of entities and another one does not, each sorted. @public */
export interface UnkeptFields {
  annotations: string[];
  labels: string[];
  /** Paths below spec. */
  specPaths: string[];
}

/**
 * The fields that a policy reads and that facts kept under another one do not have.
 *
 * @public
 */
export function unkeptFields(
  policy: ProjectionPolicy,
  keptUnder: ProjectionPolicy,
): UnkeptFields {
  const wanted = policyKeys(policy);
  const kept = policyKeys(keptUnder);
  const keptPaths = new Set(kept.specPaths);
  return {
    annotations: [...wanted.annotations]
      .filter(key => !kept.annotations.has(key))
      .sort(),
    labels: [...wanted.labels].filter(key => !kept.labels.has(key)).sort(),
    specPaths: wanted.specPaths.filter(path => !keptPaths.has(path)),
  };
}

/**
 * Facts with the fields that they lack, from the entity as the catalog has it; everything else stays as it was kept.
 *
 * @public
 */
export function withFields(
  facts: EntityFacts,
  entity: Entity,
  options: { fields: UnkeptFields; policy: ProjectionPolicy },
): EntityFacts {
  const { fields, policy } = options;
  const { metadata, spec } = projectEntity(entity, policy);
  return {
    ...facts,
    metadata: {
      ...facts.metadata,
      annotations: {
        ...picked(metadata.annotations, fields.annotations),
        ...facts.metadata.annotations,
      },
      labels: {
        ...picked(metadata.labels, fields.labels),
        ...facts.metadata.labels,
      },
    },
    spec: merged(keepSpec(spec, fields.specPaths), facts.spec),
  };
}

function picked(from: Record<string, string>, keys: string[]) {
  return Object.fromEntries(
    keys.filter(key => Object.hasOwn(from, key)).map(key => [key, from[key]]),
  );
}

/** What both have, the second one decides. */
function merged(below: JsonObject, above: JsonObject): JsonObject {
  const all: JsonObject = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const under = Object.hasOwn(below, key) ? below[key] : undefined;
    all[key] =
      isSection(under) && isSection(value) ? merged(under, value) : value;
  }
  return all;
}

function isSection(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
