import { normaliseRef } from '../terms/normaliseRef';
import type { EntityFacts } from '../catalog/entityFacts';

/** A field of a catalog-info document that the catalog makes relations of, as its processor of the built-in kinds does. */
interface RelationField {
  kinds: readonly string[];
  field: string;
  type: string;
  /** Without it, a ref without a kind is refused. */
  defaultKind?: string;
}

const relationFields: readonly RelationField[] = [
  {
    kinds: ['component', 'api', 'resource', 'system', 'domain'],
    field: 'owner',
    type: 'ownedBy',
    defaultKind: 'group',
  },
  {
    kinds: ['component'],
    field: 'subcomponentOf',
    type: 'partOf',
    defaultKind: 'component',
  },
  {
    kinds: ['component'],
    field: 'providesApis',
    type: 'providesApi',
    defaultKind: 'api',
  },
  {
    kinds: ['component'],
    field: 'consumesApis',
    type: 'consumesApi',
    defaultKind: 'api',
  },
  { kinds: ['component', 'resource'], field: 'dependsOn', type: 'dependsOn' },
  {
    kinds: ['component', 'resource'],
    field: 'dependencyOf',
    type: 'dependencyOf',
  },
  {
    kinds: ['component', 'api', 'resource'],
    field: 'system',
    type: 'partOf',
    defaultKind: 'system',
  },
  {
    kinds: ['system'],
    field: 'domain',
    type: 'partOf',
    defaultKind: 'domain',
  },
  {
    kinds: ['domain'],
    field: 'subdomainOf',
    type: 'partOf',
    defaultKind: 'domain',
  },
  {
    kinds: ['user'],
    field: 'memberOf',
    type: 'memberOf',
    defaultKind: 'group',
  },
  { kinds: ['group'], field: 'parent', type: 'childOf', defaultKind: 'group' },
  {
    kinds: ['group'],
    field: 'children',
    type: 'parentOf',
    defaultKind: 'group',
  },
  {
    kinds: ['group'],
    field: 'members',
    type: 'hasMember',
    defaultKind: 'user',
  },
];

const inverseTypes: Record<string, string> = {
  dependsOn: 'dependencyOf',
  dependencyOf: 'dependsOn',
  consumesApi: 'apiConsumedBy',
  apiConsumedBy: 'consumesApi',
  providesApi: 'apiProvidedBy',
  apiProvidedBy: 'providesApi',
  partOf: 'hasPart',
  hasPart: 'partOf',
  childOf: 'parentOf',
  parentOf: 'childOf',
  memberOf: 'hasMember',
  hasMember: 'memberOf',
};

/** A relation that an entity has. */
export type OwnRelation = EntityFacts['relations'][number];

/** The type under which the catalog states a relation on its other side; undefined for those that nobody here asks about there. */
export function inverseRelation(type: string): string | undefined {
  return inverseTypes[type];
}

/**
 * The types that documents of a kind state themselves, as far as the type alone tells: what somebody depends on is written with them, and who depends
 * on them is written elsewhere.
 */
export function ownRelationTypes(kind: string): ReadonlySet<string> {
  const lower = kind.toLowerCase();
  return new Set(
    relationFields
      .filter(({ kinds, type }) => {
        return kinds.includes(lower) && type !== 'dependencyOf';
      })
      .map(({ type }) => type),
  );
}

/**
 * The relations that the catalog would emit for an entity because of its own document, sorted and without duplicates; and the values of which it
 * could make none, which it refuses the document for.
 */
export function statedRelations(entity: {
  kind: string;
  namespace: string;
  spec: Record<string, unknown>;
}): {
  relations: OwnRelation[];
  refused: Array<{ field: string; message: string }>;
} {
  const kind = entity.kind.toLowerCase();
  const found = new Map<string, OwnRelation>();
  const refused: Array<{ field: string; message: string }> = [];
  for (const { kinds, field, type, defaultKind } of relationFields) {
    const value = entity.spec[field];
    if (!kinds.includes(kind) || value === undefined || value === null) {
      continue;
    }
    for (const target of [value].flat()) {
      const targetRef = normaliseRef(target, {
        defaultKind,
        defaultNamespace: entity.namespace,
      });
      if (targetRef === undefined) {
        refused.push({
          field,
          message: `${JSON.stringify(
            target,
          )} is no entity ref. Write ${exampleOf(defaultKind)}.`,
        });
        continue;
      }
      found.set(`${type} ${targetRef}`, { type, targetRef });
    }
  }
  return {
    relations: [...found]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, relation]) => relation),
    refused,
  };
}

function exampleOf(defaultKind: string | undefined): string {
  return defaultKind === undefined
    ? 'one with its kind, such as "resource:default/orders-db"'
    : `one such as "${defaultKind}:default/name"`;
}
