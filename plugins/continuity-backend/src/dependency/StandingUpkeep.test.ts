import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  buildDependencyGraph,
  defaultPolicy,
  dependencyStandings,
  RecoveryColumns,
  type DependencyEdge,
  type DependencyStanding,
} from 'backstage-plugin-continuity-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { anEntity } from '../__testUtils__/anEntity';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { createCatalogWork } from '../service/profile/createCatalogWork';
import { createStores } from '../service/createStores';
import { recoveryFactsOf } from '../service/profile/recoveryFactsOf';
import { toRecoveryFacts } from './GraphSnapshot';

jest.setTimeout(300_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const refs = [
  ...['a', 'b', 'c', 'd'].map(name => `component:default/${name}`),
  'resource:default/db',
  'api:default/x',
  'system:default/s',
];

type Step = { replica: 0 | 1; wait: number } & (
  | {
      kind: 'put';
      ref: string;
      tier: string | undefined;
      own: string | undefined;
      relations: Array<{ type: string; to: string }>;
      soft: string | undefined;
      by: 'sweep' | 'refresh';
    }
  | { kind: 'remove'; ref: string }
  | { kind: 'rto'; ref: string; rto: string }
  | {
      kind: 'classify';
      ref: string;
      to: string;
      strength: 'soft' | 'hard' | null;
    }
);

const ref = fc.constantFrom(...refs);
const base = {
  replica: fc.constantFrom(0 as const, 1 as const),
  wait: fc.nat(3),
};
const sometimes = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined });

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      ...base,
      kind: fc.constant('put' as const),
      ref,
      tier: sometimes(fc.constantFrom('tier-1', 'tier-2', 'tier-4')),
      own: sometimes(fc.constantFrom('PT30M', 'PT6H')),
      relations: fc.array(
        fc.record({
          type: fc.constantFrom(
            'dependsOn',
            'dependsOn',
            'dependencyOf',
            'consumesApi',
            'providesApi',
            'partOf',
          ),
          to: ref,
        }),
        { maxLength: 4 },
      ),
      soft: sometimes(ref),
      by: fc.constantFrom('sweep' as const, 'refresh' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      ...base,
      kind: fc.constant('remove' as const),
      ref,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      ...base,
      kind: fc.constant('rto' as const),
      ref,
      rto: fc.constantFrom('PT1H', 'PT10M', 'P2D'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      ...base,
      kind: fc.constant('classify' as const),
      ref,
      to: ref,
      strength: fc.constantFrom('soft' as const, 'hard' as const, null),
    }),
  },
);

/** Two replicas over one database, with a clock that a test moves. */
async function aPair(knex: Knex) {
  const catalog = new FakeCatalog();
  const clock = { now: Date.parse('2026-01-01T00:00:00Z') };
  const start = async () => {
    const shared = {
      database: { getClient: async () => knex } as never,
      catalog: catalog as never,
      logger: mockServices.logger.mock(),
      policy: { ...defaultPolicy, massLoss: { owners: 1, entities: 1 } },
      operations: { sweep: { batchSize: 500 } } as never,
      clock: () => new Date(clock.now),
      auth: mockServices.auth(),
    };
    const stores = await createStores(shared);
    return { stores, ...createCatalogWork({ ...shared, stores }) };
  };
  return { catalog, clock, replicas: [await start(), await start()] };
}

type Pair = Awaited<ReturnType<typeof aPair>>;

async function take(pair: Pair, one: Step): Promise<void> {
  const { catalog, clock, replicas } = pair;
  const { stores, sweep, refresh } = replicas[one.replica];
  clock.now += one.wait * 60_000;
  const at = new Date(clock.now).toISOString();
  if (one.kind === 'put') {
    const entity = anEntity(one.ref).typed('service');
    if (one.tier) entity.annotated('continuity/tier', one.tier);
    if (one.own) entity.annotated('continuity/recovery-time', one.own);
    if (one.soft) entity.annotated('continuity/soft-dependencies', one.soft);
    for (const { type, to } of one.relations) entity.related(type, to);
    catalog.put(entity);
    if (one.by === 'refresh') {
      await refresh.refresh([one.ref], { credentials: {} as never });
    } else {
      await sweep.run();
    }
  } else if (one.kind === 'remove') {
    catalog.remove(one.ref);
    await sweep.run();
  } else if (one.kind === 'rto') {
    const profiles = await stores.profiles.profilesOf([one.ref]);
    if (!(await stores.mirror.get([one.ref])).has(one.ref)) return;
    await stores.engine.settleDue(at);
    await stores.database.transaction(async trx => {
      await stores.profiles.save(trx, {
        entityRef: one.ref,
        values: { rto: one.rto },
        revision: (profiles.get(one.ref)?.revision ?? 0) + 1,
        updatedAt: at,
        updatedBy: 'user:default/olivia',
      });
      await stores.engine.markDirty(trx, [one.ref], at);
    });
  } else {
    if (!(await stores.mirror.get([one.ref])).has(one.ref)) return;
    await stores.database.transaction(async trx => {
      const said = await stores.classifications.of([one.ref], trx);
      const revision = said.get(one.ref)?.get(one.to)?.revision ?? 0;
      await stores.classifications.save(
        trx,
        {
          fromRef: one.ref,
          toRef: one.to,
          strength: one.strength,
          reason: 'x',
          endurableSeconds: null,
          revision: revision + 1,
          updatedBy: 'user:default/olivia',
          updatedAt: at,
        },
        revision,
      );
      await stores.engine.markDirty(trx, [one.ref], at);
    });
  }
  await stores.engine.settleDue();
  await stores.engine.drain();
}

/** What there would be if everything were read and worked out just now. */
async function bruteForce({ stores }: Pair['replicas'][number]) {
  const mirrored = await stores.mirror.get(refs);
  const current = await stores.engine.current(refs);
  const rows = new Map(
    [...current]
      .filter(([entityRef]) => mirrored.has(entityRef))
      .map(([entityRef, { assessment }]) => [
        entityRef,
        recoveryFactsOf(entityRef, assessment, defaultPolicy),
      ]),
  );
  const graph = buildDependencyGraph({
    entities: [...mirrored.values()].map(({ facts }) => facts),
    classifications: await stores.classifications.all(),
  });
  const columns = RecoveryColumns.read(graph, {
    tiers: defaultPolicy.tiers.map(({ id }) => id),
    factsOf: entityRef => toRecoveryFacts(rows.get(entityRef)),
  });
  const said = new Map<string, DependencyStanding>();
  const batches = dependencyStandings(graph, columns, {
    isAssessed: entityRef => rows.get(entityRef)?.in_scope === true,
    protectionOf: entityRef => {
      const row = rows.get(entityRef);
      if (!row?.in_scope) return 'not-required';
      if (row.tier === null) return 'tierless';
      return row.requires_plan ? 'missing' : 'not-required';
    },
  });
  for (const batch of batches) {
    for (const [entityRef, standing] of batch ?? []) {
      said.set(entityRef, standing);
    }
  }
  return { edges: [...graph.edges()] as DependencyEdge[], said };
}

describe.each(databases.eachSupportedId())('standings on %s', id => {
  it('are those of a graph made anew, whatever happened, in every replica', async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 3, maxLength: 12, size: 'max' }),
        async steps => {
          runs++;
          const knex = await databases.init(id);
          const pair = await aPair(knex);
          for (const one of steps) {
            await take(pair, one);
            const { stores } = pair.replicas[one.replica];
            if (one.wait > 0) {
              await stores.standings.run();
              await stores.engine.drain();
            }
          }
          for (const { stores } of pair.replicas) await stores.standings.run();
          await pair.replicas[0].stores.engine.drain();

          const expected = await bruteForce(pair.replicas[0]);
          for (const { stores } of pair.replicas) {
            const { graph } = await stores.graph.current();
            expect([...graph.edges()]).toEqual(expected.edges);
          }
          const stored: Array<{ entity_ref: string; standing: string }> =
            await knex('dependency_standings').orderBy('entity_ref');
          expect(
            new Map(
              stored.map(row => [row.entity_ref, JSON.parse(row.standing)]),
            ),
          ).toEqual(
            new Map([...expected.said].sort(([a], [b]) => (a < b ? -1 : 1))),
          );
          const current = await pair.replicas[1].stores.engine.current(refs);
          for (const [entityRef, { assessment }] of current) {
            const codes = assessment.gaps.map(({ code }) => code);
            const standing = expected.said.get(entityRef);
            expect(codes.includes('slower-than-needed')).toBe(
              Boolean(standing?.slower),
            );
            expect(codes.includes('recovery-beyond-rto')).toBe(
              Boolean(standing?.beyondRto),
            );
          }
          await knex.destroy();
        },
      ),
      { numRuns: Number(process.env.CONTINUITY_RUNS ?? 12) },
    );
    expect(runs).toBeGreaterThan(0);
  });
});
