import { parseEntityRef } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { EntityFacts } from '../catalog/entityFacts';

/** Builds the catalog's side of a test: a service with nothing but a name, and what is said on top. */
export function anEntity(
  said: {
    ref?: string;
    annotations?: Record<string, string>;
    labels?: Record<string, string>;
    tags?: string[];
    spec?: JsonObject;
    ownedBy?: string[];
  } = {},
): EntityFacts {
  const entityRef = said.ref ?? 'component:default/checkout';
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return {
    entityRef,
    kind: `${kind[0].toUpperCase()}${kind.slice(1)}`,
    metadata: {
      name,
      namespace,
      annotations: said.annotations ?? {},
      labels: said.labels ?? {},
      tags: said.tags ?? [],
    },
    spec: { type: 'service', ...said.spec },
    relations: (said.ownedBy ?? []).map(targetRef => ({
      type: 'ownedBy',
      targetRef,
    })),
  };
}
