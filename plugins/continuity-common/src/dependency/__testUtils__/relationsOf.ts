import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { DependencyFacts } from '../graph/dependencyFacts';
import { inverseOf } from './anEntity';

/** Which field of which kinds the catalog's own processor reads as which relation; `ownedBy` and others are left out. */
const fields: Array<{
  kinds: string[];
  field: string;
  type: string;
  defaultKind?: string;
}> = [
  {
    kinds: ['Component'],
    field: 'subcomponentOf',
    type: 'partOf',
    defaultKind: 'Component',
  },
  {
    kinds: ['Component'],
    field: 'providesApis',
    type: 'providesApi',
    defaultKind: 'API',
  },
  {
    kinds: ['Component'],
    field: 'consumesApis',
    type: 'consumesApi',
    defaultKind: 'API',
  },
  { kinds: ['Component', 'Resource'], field: 'dependsOn', type: 'dependsOn' },
  {
    kinds: ['Component', 'Resource'],
    field: 'dependencyOf',
    type: 'dependencyOf',
  },
  {
    kinds: ['Component', 'API', 'Resource'],
    field: 'system',
    type: 'partOf',
    defaultKind: 'System',
  },
  { kinds: ['System'], field: 'domain', type: 'partOf', defaultKind: 'Domain' },
];

/** The rows that the mirror would hold of these entities: the catalog states each relation on both sides. */
export function rowsOf(entities: Entity[]): DependencyFacts[] {
  const rows = new Map(
    entities.map(entity => [
      stringifyEntityRef(entity),
      {
        entityRef: stringifyEntityRef(entity),
        metadata: { annotations: entity.metadata.annotations },
        relations: [] as Array<{ type: string; targetRef: string }>,
      },
    ]),
  );
  for (const entity of entities) {
    const sourceRef = stringifyEntityRef(entity);
    for (const { kinds, field, type, defaultKind } of fields) {
      if (!kinds.includes(entity.kind)) continue;
      const targets = [
        (entity.spec?.[field] as string | string[]) ?? [],
      ].flat();
      for (const target of targets) {
        const targetRef = stringifyEntityRef(
          parseEntityRef(target, {
            defaultKind,
            defaultNamespace: entity.metadata.namespace,
          }),
        );
        rows.get(sourceRef)!.relations.push({ type, targetRef });
        rows
          .get(targetRef)
          ?.relations.push({ type: inverseOf(type), targetRef: sourceRef });
      }
    }
  }
  return [...rows.values()];
}
