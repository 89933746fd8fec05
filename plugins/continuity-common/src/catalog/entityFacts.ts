import type { JsonObject } from '@backstage/types';

/**
 * What we know of a catalog entity: the part of it that the rules use, kept in the mirror.
 *
 * `kind`, `metadata`, `spec` and `relations` have the shape of the catalog's entity, so that filter predicates and mappings read
 * them by the usual paths; only the fields that the policy needs are kept. Refs are normalised: lower case, full.
 *
 * @public
 */
export interface EntityFacts {
  /** Normalised ref, `component:default/checkout`. */
  entityRef: string;
  uid?: string;
  /** As the catalog spells it, `Component`. */
  kind: string;
  metadata: {
    name: string;
    namespace: string;
    title?: string;
    annotations: Record<string, string>;
    labels: Record<string, string>;
    tags: string[];
  };
  spec: JsonObject;
  /** Only the relation types in {@link mirroredRelationTypes}; target refs normalised, sorted, without duplicates. */
  relations: Array<{ type: string; targetRef: string }>;
}

/**
 * The relation types that the mirror keeps.
 *
 * @public
 */
export const mirroredRelationTypes = [
  'ownedBy',
  'partOf',
  'hasPart',
  'dependsOn',
  'dependencyOf',
  'consumesApi',
  'apiConsumedBy',
  'providesApi',
  'apiProvidedBy',
  'childOf',
  'parentOf',
  'memberOf',
  'hasMember',
] as const;

/**
 * What the rules may ask about users and groups.
 *
 * @public
 */
export interface PeopleFacts {
  /** False where the catalog holds no users and groups at all: then nobody can tell who exists. */
  known: boolean;
  /** `ok`: a user, or a group with at least one member (nested groups count). */
  stateOf(ref: string): 'ok' | 'missing' | 'empty-group' | 'wrong-kind';
}
