import type { Entity, EntityRelation } from '@backstage/catalog-model';

/**
 * A catalog as the software meets it: groups with people, systems of ten services, some hubs that many need. A tenth is marked with tier
 * or targets of its own; ten relations an entity on average.
 */
export function serviceCatalog(count: number): Entity[] {
  const entities: Entity[] = [];
  const groups = Math.max(10, Math.round(count / 200));
  for (let n = 0; n < groups; n++) {
    entities.push(anEntity('Group', `group-${n}`, []));
    entities.push(
      anEntity('User', `user-${n}`, [
        { type: 'memberOf', targetRef: `group:default/group-${n}` },
      ]),
    );
  }
  for (let n = 0; entities.length < count; n++) {
    const owner = `group:default/group-${n % groups}`;
    const system = `system-${Math.floor(n / 10)}`;
    if (n % 10 === 0) {
      entities.push(
        anEntity('System', system, [{ type: 'ownedBy', targetRef: owner }], {
          'continuity/tier': `tier-${(n % 4) + 1}`,
        }),
      );
    }
    const needs = Array.from({ length: 4 }, (_, i) =>
      i === 0 ? n % 97 : (n * 31 + i * 7919) % Math.max(1, n),
    );
    entities.push(
      anEntity(
        'Component',
        `service-${n}`,
        [
          { type: 'ownedBy', targetRef: owner },
          { type: 'partOf', targetRef: `system:default/${system}` },
          ...[...new Set(needs)].map(target => ({
            type: 'dependsOn',
            targetRef: `component:default/service-${target}`,
          })),
        ],
        n % 10 === 3 ? { 'continuity/rto': '90m' } : {},
      ),
    );
  }
  return entities.slice(0, count);
}

function anEntity(
  kind: string,
  name: string,
  relations: EntityRelation[],
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      uid: `00000000-0000-4000-8000-${kind}-${name}`,
      name,
      namespace: 'default',
      annotations: {
        'backstage.io/managed-by-location': `url:https://git.example/${name}/catalog-info.yaml`,
        ...annotations,
      },
    },
    spec:
      kind === 'Component'
        ? { type: 'service', lifecycle: 'production', owner: 'group-0' }
        : { children: [], type: 'team' },
    relations,
  };
}
