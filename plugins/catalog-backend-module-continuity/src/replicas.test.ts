import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
// the backend that the module is for, in this test alone
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import continuityPlugin from 'backstage-plugin-continuity-backend';
import type { Knex } from 'knex';
import catalogModuleContinuity from './index';

jest.setTimeout(300_000);

const MINUTE = 60_000;
const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const anEntity = (
  kind: string,
  name: string,
  spec: object,
  annotations: Record<string, string> = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: {
    name,
    annotations: {
      'backstage.io/managed-by-location': 'url:https://example.com/c.yaml',
      'backstage.io/managed-by-origin-location':
        'url:https://example.com/c.yaml',
      ...annotations,
    },
  },
  spec: spec as Entity['spec'],
});
const aService = (name: string, annotations?: Record<string, string>) =>
  anEntity(
    'Component',
    name,
    // an owner who does not exist: exposed as soon as a tier requires a plan
    { type: 'service', lifecycle: 'production', owner: 'ghosts' },
    annotations,
  );

const entities = [
  aService('checkout', { 'continuity/tier': 'tier-1' }),
  aService('ledger', { 'continuity/tier': 'tier-1' }),
  aService('search', { 'continuity/tier': 'tier-4' }),
  aService('wiki'),
  aService('blog'),
  anEntity('Group', 'crew', { type: 'team', children: [] }),
  anEntity('User', 'ada', { memberOf: ['crew'] }),
];

const provideEntities = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'test-entities',
  register(env) {
    env.registerInit({
      deps: { processing: catalogProcessingExtensionPoint },
      async init({ processing }) {
        processing.addEntityProvider({
          getProviderName: () => 'test-entities',
          connect: connection =>
            connection.applyMutation({
              type: 'full',
              entities: entities.map(entity => ({ entity })),
            }),
        });
      },
    });
  },
});

type Knexes = Record<string, Knex>;

/** Catalog, module and continuity backend in one process, as one of several replicas. */
async function startReplica(knexes: Knexes) {
  const backend = await startTestBackend({
    features: [
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost:0', listen: ':0' },
          // so long that nothing is seen in time unless it was asked for
          catalog: { processingInterval: { minutes: 30 } },
          continuity: {
            sweep: { initialDelay: { seconds: 3 }, frequency: { seconds: 10 } },
          },
        },
      }),
      createServiceFactory({
        service: coreServices.database,
        deps: { plugin: coreServices.pluginMetadata },
        factory: ({ plugin }) => ({
          getClient: async () => knexes[plugin.getId()],
        }),
      }),
      schedulerServiceFactory, // the mocked one runs a task only once
      catalogPlugin,
      provideEntities,
      catalogModuleContinuity,
      continuityPlugin,
    ],
  });
  const call = async (path: string, init?: RequestInit) => {
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api${path}`,
      init,
    );
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  };
  const pathOf = (name: string) =>
    `/continuity/entities/by-name/component/default/${name}`;
  return {
    stop: () => backend.stop(),
    /** The status that the catalog's own filter finds. */
    inCatalog: async (status: string): Promise<string[]> => {
      const { items } = await call(
        `/catalog/entities/by-query?filter=metadata.labels.continuity/status=${status}`,
      );
      return items.map((entity: Entity) => entity.metadata.name).sort();
    },
    /** The status that the audit lists. */
    inAudit: async (status: string): Promise<string[]> => {
      const { items } = await call(`/continuity/coverage?status=${status}`);
      return items
        .map(({ entityRef }: { entityRef: string }) => entityRef.split('/')[1])
        .sort();
    },
    labelsOf: async (name: string) => {
      const entity = await call(
        `/catalog/entities/by-name/component/default/${name}`,
      );
      return entity.metadata.labels ?? {};
    },
    continuityOf: (name: string) => call(pathOf(name)),
    setTier: async (name: string, tier: string | null) => {
      const { revision } = await call(pathOf(name));
      await call(`${pathOf(name)}/profile`, {
        method: 'PATCH',
        headers: {
          'content-type': 'application/json',
          'if-match': String(revision),
        },
        body: JSON.stringify({ values: { tier }, reason: 'A test' }),
      });
    },
  };
}
type Replica = Awaited<ReturnType<typeof startReplica>>;

/** Within a minute the catalog of each replica answers for each status what its audit says, and what is expected for one of them. */
async function expectAgreement(
  replicas: Replica[],
  expected: { exposed: string[] },
): Promise<void> {
  const until = Date.now() + MINUTE;
  for (;;) {
    const answers = await Promise.all(
      replicas.flatMap(replica =>
        ['exposed', 'unassessed', 'not-required'].map(async status => ({
          status,
          catalog: await replica.inCatalog(status),
          audit: await replica.inAudit(status),
        })),
      ),
    );
    const agreed = answers.every(
      ({ status, catalog, audit }) =>
        catalog.join() === audit.join() &&
        (status !== 'exposed' || audit.join() === expected.exposed.join()),
    );
    if (agreed) return;
    if (Date.now() > until) {
      throw new Error(`Not after a minute: ${JSON.stringify(answers)}`);
    }
    await new Promise(resolve => setTimeout(resolve, 500));
  }
}

describe.each(databases.eachSupportedId())(
  'two replicas with a continuity backend, on %s,',
  id => {
    let knexes: Knexes;
    beforeEach(async () => {
      knexes = {
        catalog: await databases.init(id),
        continuity: await databases.init(id),
      };
    });

    it('find by label what the audit says, within a minute after a change and after a restart of either', async () => {
      let a = await startReplica(knexes);
      let b = await startReplica(knexes);
      await expectAgreement([a, b], { exposed: ['checkout', 'ledger'] });

      await a.setTier('wiki', 'tier-1');
      await expectAgreement([a, b], {
        exposed: ['checkout', 'ledger', 'wiki'],
      });
      await b.setTier('wiki', 'tier-4');
      await expectAgreement([a, b], { exposed: ['checkout', 'ledger'] });

      await a.stop();
      await b.setTier('blog', 'tier-2');
      await expectAgreement([b], { exposed: ['blog', 'checkout', 'ledger'] });
      a = await startReplica(knexes);
      await expectAgreement([a, b], {
        exposed: ['blog', 'checkout', 'ledger'],
      });

      await b.stop();
      await a.setTier('blog', 'tier-4');
      b = await startReplica(knexes);
      await expectAgreement([a, b], { exposed: ['checkout', 'ledger'] });
      expect(await b.inCatalog('exposed')).toEqual(await a.inAudit('exposed'));
      await Promise.all([a.stop(), b.stop()]);
    });

    it('never take a value of the portal for one of the catalog, also when its label is there and was read', async () => {
      const a = await startReplica(knexes);
      await expectAgreement([a], { exposed: ['checkout', 'ledger'] });

      await a.setTier('wiki', 'tier-1');
      await expectAgreement([a], { exposed: ['checkout', 'ledger', 'wiki'] });
      expect(await a.labelsOf('wiki')).toMatchObject({
        'continuity/effective-tier': 'tier-1',
      });
      // reads the entity from the catalog again, with its labels
      const { profile } = await a.continuityOf('wiki');
      expect(profile.tier).toMatchObject({ value: 'tier-1', source: 'portal' });

      await a.setTier('wiki', null);
      await expectAgreement([a], { exposed: ['checkout', 'ledger'] });
      const cleared = await a.continuityOf('wiki');
      expect(cleared.profile.tier).toMatchObject({ value: null, source: null });
      expect(await a.labelsOf('wiki')).toEqual({
        'continuity/status': 'unassessed',
      });
      await a.stop();
    });
  },
);
