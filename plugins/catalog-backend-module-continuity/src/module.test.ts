import {
  createBackendPlugin,
  coreServices,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
  type CatalogService,
  type EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { createBackendModule } from '@backstage/backend-plugin-api';
import type { EntityLabels } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import catalogModuleContinuity from './index';

jest.setTimeout(120_000);

/** Stands in for the continuity backend: a list of labels that a test changes. */
class LabelSource {
  readonly items: EntityLabels[] = [];
  reads = 0;
  away = false;

  set(entityRef: string, labels: Record<string, string> | null) {
    const revision = Math.max(0, ...this.items.map(i => i.revision)) + 1;
    const at = this.items.findIndex(i => i.entityRef === entityRef);
    if (at >= 0) this.items.splice(at, 1);
    this.items.push({ entityRef, revision, labels });
  }

  plugin() {
    return createBackendPlugin({
      pluginId: 'continuity',
      register: env => {
        env.registerInit({
          deps: { httpRouter: coreServices.httpRouter },
          init: async ({ httpRouter }) => {
            httpRouter.use((req, res) => {
              this.reads += 1;
              if (this.away) {
                res.status(503).json({ error: { message: 'away' } });
                return;
              }
              const since = Number(req.query.sinceRevision);
              const items = this.items.filter(i => i.revision > since);
              res.json({
                items,
                revision: Math.max(since, ...items.map(i => i.revision)),
                more: false,
              });
            });
          },
        });
      },
    });
  }
}

const component = (name: string, labels?: Record<string, string>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    labels,
    annotations: {
      'backstage.io/managed-by-location': 'url:https://example.com/c.yaml',
      'backstage.io/managed-by-origin-location':
        'url:https://example.com/c.yaml',
    },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'team' },
});

/** A catalog whose entities a test provides. */
function provideEntities(entities: Entity[]) {
  return createBackendModule({
    pluginId: 'catalog',
    moduleId: 'test-entities',
    register(env) {
      env.registerInit({
        deps: { processing: catalogProcessingExtensionPoint },
        async init({ processing }) {
          processing.addEntityProvider({
            getProviderName: () => 'test-entities',
            connect: async (connection: EntityProviderConnection) => {
              await connection.applyMutation({
                type: 'full',
                entities: entities.map(entity => ({ entity })),
              });
            },
          });
        },
      });
    },
  });
}

async function eventually<T>(
  look: () => Promise<T | undefined | false>,
): Promise<T> {
  const until = Date.now() + 60_000;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > until) throw new Error('It did not happen in a minute');
    await new Promise(resolve => setTimeout(resolve, 250));
  }
}

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

async function startReplica(options: {
  knex: Knex;
  source: LabelSource;
  entities: Entity[];
  withModule?: boolean;
}) {
  let catalog: CatalogService | undefined;
  const spy = createBackendPlugin({
    pluginId: 'spy',
    register(env) {
      env.registerInit({
        deps: { service: catalogServiceRef },
        async init({ service }) {
          catalog = service;
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost:0', listen: ':0' },
          catalog: { processingInterval: { seconds: 2 } },
        },
      }),
      mockServices.database.factory({ knex: options.knex }),
      schedulerServiceFactory, // the mocked one runs a task only once
      catalogPlugin,
      provideEntities(options.entities),
      options.source.plugin(),
      spy,
      ...(options.withModule === false ? [] : [catalogModuleContinuity]),
    ],
  });
  const labelsOf = async (name: string) =>
    (
      await catalog!.getEntityByRef(`component:default/${name}`, {
        credentials: mockCredentials.service(),
      })
    )?.metadata.labels;
  return { backend, labelsOf, catalog: () => catalog! };
}

describe('the catalog module', () => {
  it('shows labels, follows changes within a minute, keeps them through restarts and an absent backend, and removes them when uninstalled', async () => {
    const knex = await databases.init('SQLITE_3');
    const source = new LabelSource();
    const entities = [
      component('checkout', { team: 'blue', 'continuity/status': 'met' }),
      component('blog'),
    ];
    source.set('component:default/checkout', {
      'continuity/status': 'exposed',
      'continuity/effective-tier': 'tier-1',
    });

    const first = await startReplica({ knex, source, entities });
    // what the file claims is dropped, what the backend says is shown, other labels stay
    await eventually(async () => {
      const labels = await first.labelsOf('checkout');
      return labels?.['continuity/status'] === 'exposed' && labels;
    });
    expect(await first.labelsOf('checkout')).toEqual({
      team: 'blue',
      'continuity/status': 'exposed',
      'continuity/effective-tier': 'tier-1',
    });
    expect((await first.labelsOf('blog')) ?? {}).toEqual({});

    source.set('component:default/checkout', { 'continuity/status': 'met' });
    await eventually(
      async () =>
        (await first.labelsOf('checkout'))?.['continuity/status'] === 'met',
    );
    expect(await first.labelsOf('checkout')).toEqual({
      team: 'blue',
      'continuity/status': 'met',
    });
    await first.backend.stop();

    // a restart while the backend is away: the processor's cache keeps the labels
    source.away = true;
    const second = await startReplica({ knex, source, entities });
    await new Promise(resolve => setTimeout(resolve, 5_000));
    expect(await second.labelsOf('checkout')).toEqual({
      team: 'blue',
      'continuity/status': 'met',
    });

    // a change that happened meanwhile arrives once it is back
    source.set('component:default/checkout', {
      'continuity/status': 'at-risk',
    });
    source.away = false;
    await eventually(
      async () =>
        (await second.labelsOf('checkout'))?.['continuity/status'] ===
        'at-risk',
    );
    await second.backend.stop();

    const third = await startReplica({
      knex,
      source,
      entities: [component('checkout', { team: 'blue' })],
      withModule: false,
    });
    await eventually(
      async () =>
        !('continuity/status' in ((await third.labelsOf('checkout')) ?? {})),
    );
    expect(await third.labelsOf('checkout')).toEqual({ team: 'blue' });
    await third.backend.stop();
  });

  it('writes nothing in ten idle processing rounds', async () => {
    const knex = await databases.init('SQLITE_3');
    const source = new LabelSource();
    for (let n = 0; n < 20; n += 1) {
      source.set(`component:default/service-${n}`, {
        'continuity/status': 'at-risk',
      });
    }
    const entities = Array.from({ length: 20 }, (_, n) =>
      component(`service-${n}`),
    );
    const { backend, labelsOf } = await startReplica({
      knex,
      source,
      entities,
    });
    await eventually(
      async () =>
        (await labelsOf('service-19'))?.['continuity/status'] === 'at-risk',
    );
    await new Promise(resolve => setTimeout(resolve, 12_000)); // all settled

    const writes: string[] = [];
    let rounds = 0;
    const listen = ({ sql }: { sql: string }) => {
      if (/^(insert|update|delete)/i.test(sql)) {
        if (/update `refresh_state` set .*`next_update_at`/i.test(sql)) {
          rounds += 1; // the catalog's own scheduling of a round
        } else if (
          /refresh_state|final_entities|relations|search/i.test(sql) &&
          !/cache_state|refresh_state_queues/i.test(sql)
        ) {
          writes.push(sql);
        } else if (/cache_state/i.test(sql)) {
          writes.push(sql);
        }
      }
    };
    knex.on('query', listen);
    await eventually(async () => rounds >= 10 * 2);
    knex.removeListener('query', listen);

    expect(writes).toEqual([]);
    await backend.stop();
  });
});
