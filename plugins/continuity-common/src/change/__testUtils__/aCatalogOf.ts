import type { EntityFacts } from '../../catalog/entityFacts';
import { defaultPolicy } from '../../policy/defaultPolicy';
import type { ContinuityPolicy } from '../../policy/policy';
import { projectProposed } from '../projectProposed';
import { inverseRelation } from '../statedRelations';

export interface TestDocument {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    annotations?: Record<string, string>;
    [key: string]: unknown;
  };
  spec: Record<string, unknown>;
}

/** A catalog-info document: `web` is a service, `Resource:db` a resource. */
export function aDocument(
  short: string,
  spec: object = {},
  metadata: object = {},
): TestDocument {
  const [kind, name] = short.includes(':')
    ? short.split(':')
    : ['Component', short];
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, ...metadata },
    spec: { ...(kind === 'Component' && { type: 'service' }), ...spec },
  };
}

/** What the mirror would hold of a catalog with these documents: each relation on both sides, where the other side exists. */
export function catalogUnder(
  policy: ContinuityPolicy,
  ...documents: TestDocument[]
): Map<string, EntityFacts> {
  const entities = documents.map(document => {
    const { metadata } = document;
    const annotations = {
      'backstage.io/managed-by-location': `url:https://example.com/${metadata.name}.yaml`,
      ...metadata.annotations,
    };
    return projectProposed(
      { ...document, metadata: { ...metadata, annotations } },
      policy,
    ).entity;
  });
  const catalog = new Map(
    entities.map(entity => [
      entity.entityRef,
      { ...entity, relations: [...entity.relations] },
    ]),
  );
  for (const { entityRef, relations } of entities) {
    for (const { type, targetRef } of relations) {
      const inverse = inverseRelation(type);
      const other = inverse && catalog.get(targetRef);
      if (other) other.relations.push({ type: inverse, targetRef: entityRef });
    }
  }
  for (const entity of catalog.values()) {
    entity.relations.sort((a, b) =>
      `${a.type} ${a.targetRef}` < `${b.type} ${b.targetRef}` ? -1 : 1,
    );
  }
  return catalog;
}

/** As {@link catalogUnder}, under the shipped policy. */
export function aCatalogOf(...documents: TestDocument[]) {
  return catalogUnder(defaultPolicy, ...documents);
}
