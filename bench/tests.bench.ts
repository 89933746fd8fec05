import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  defaultPolicy,
  measureResult,
  noTestTimes,
  parseContinuityConfig,
  testContentsSchema,
} from '../plugins/continuity-common/src';
import { createStores } from '../plugins/continuity-backend/src/service/createStores';
import { blankResult } from '../plugins/continuity-backend/src/testing/result/applyResultPatch';
import { newTest } from '../plugins/continuity-backend/src/testing/newTest';
import {
  toResultRow,
  toTestRow,
} from '../plugins/continuity-backend/src/testing/testRows';
import type { StoredResult } from '../plugins/continuity-backend/src/testing/result/StoredResult';
import type { StoredTest } from '../plugins/continuity-backend/src/testing/StoredTest';
import { serviceCatalog } from './serviceCatalog';
import {
  measured,
  onBothDatabases,
  PagedCatalog,
  perSecond,
  startPortal,
  sweep,
  timed,
  type Call,
  type Row,
} from './servicePortal';

const sizes = {
  short: { entities: 2_000, tests: 800 },
  full: { entities: 40_000, tests: 20_000 },
  largest: { entities: 250_000, tests: 100_000 },
};

type Stores = Awaited<ReturnType<typeof createStores>>;

const DAY = 86_400_000;
const AUTHOR = 'user:default/user-0';
const REVIEWER = 'user:default/user-1';
/** Halfway of the tests: those before are completed. */
const noon = Date.UTC(2026, 5, 15, 12);
const targets = {
  tier: 'tier-1',
  rto: 'PT1H',
  rpo: 'PT5M',
  mbcoPercent: null,
  mbcoText: null,
};

/** Tests of two services each, spread over two years: half of them held and reviewed, half planned. */
export async function writeTests(
  stores: Stores,
  options: { count: number; services: number },
): Promise<void> {
  const { database, engine } = stores;
  const { count, services } = options;
  for (let from = 0; from < count; from += 200) {
    const tests = Array.from({ length: Math.min(200, count - from) }, (_, n) =>
      testOf(from + n, { count, services }),
    );
    const held = tests.filter(({ state }) => state === 'completed');
    await database.transaction(async trx => {
      await trx('tests').insert(
        // reviewed only once the results are there: from then on the database takes none
        tests.map(test => toTestRow({ ...test, reviewedAt: null })),
      );
      await trx('test_entities').insert(
        tests.flatMap(({ id, contents }) =>
          contents.entities.map(ref => ({ test_id: id, entity_ref: ref })),
        ),
      );
      await trx('test_people').insert(
        tests.flatMap(({ id, contents }) =>
          [contents.facilitator, ...contents.participants].map(ref => ({
            test_id: id,
            party_ref: ref,
          })),
        ),
      );
      if (held.length > 0) {
        await trx('test_results').insert(
          held.flatMap(test =>
            test.contents.entities.map(ref => toResultRow(resultOf(test, ref))),
          ),
        );
        await trx('tests')
          .whereIn(
            'id',
            held.map(({ id }) => id),
          )
          .update({ reviewed_at: held[0].reviewedAt });
      }
      await engine.markDirty(
        trx,
        [...new Set(tests.flatMap(({ contents }) => contents.entities))],
        new Date().toISOString(),
      );
    });
  }
}

function testOf(
  n: number,
  { count, services }: { count: number; services: number },
): StoredTest {
  const begin = noon + Math.round(((n - count / 2) / count) * 730) * DAY;
  const start = new Date(begin).toISOString();
  const end = new Date(begin + DAY / 8).toISOString();
  const isHeld = n < count / 2;
  const contents = testContentsSchema.parse({
    title: `Test ${n} of service ${n % services}`,
    depth: n % 2 === 0 ? 'restore' : 'failover',
    environment: 'production',
    entities: [
      `component:default/service-${n % services}`,
      `component:default/service-${(n * 7 + 1) % services}`,
    ],
    schedule: { start, end, timeZone: 'UTC' },
    facilitator: `user:default/user-${n % 10}`,
    participants: [`group:default/group-${n % 10}`],
  });
  return newTest(
    { contents, by: AUTHOR, at: start },
    {
      id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      ...(isHeld && {
        state: 'completed',
        startedAt: start,
        startedBy: AUTHOR,
        heldAt: start,
        heldPrecision: 'instant',
        endedAt: end,
        completedAt: end,
        completedBy: AUTHOR,
        testedSteps: {},
        outcome: 'passed',
        reviewDueAt: end,
        reviewedAt: end,
        reviewedBy: REVIEWER,
      }),
    },
  );
}

function resultOf(test: StoredTest, entityRef: string): StoredResult {
  const begin = Date.parse(test.startsAt);
  const times = {
    ...noTestTimes,
    lastConsistentData: new Date(begin).toISOString(),
    disruptionStart: new Date(begin + 60_000).toISOString(),
    minimumService: new Date(begin + 30 * 60_000).toISOString(),
  };
  const result = {
    ...blankResult(test, entityRef, { by: AUTHOR, at: test.startsAt }),
    times,
    outcome: 'passed' as const,
    recorders: [AUTHOR],
    revision: 1,
  };
  return {
    ...result,
    targets,
    measure: measureResult(
      { ...result, depth: test.contents.depth, origin: 'test' },
      targets,
    ),
  };
}

/** The page so far down the list: a cursor must not become slower with distance. */
async function pageFarDown(call: Call, list: string, pages: number) {
  let at = list;
  for (let page = 0; page < pages; page++) {
    const { pageInfo } = await call('GET', at);
    if (!pageInfo.nextCursor) break;
    at = `${list}&cursor=${pageInfo.nextCursor}`;
  }
  return at;
}

/** One database. */
export async function benchTests(
  name: 'PostgreSQL' | 'SQLite',
  options: { knex: Knex; entities: number; tests: number },
): Promise<Row[]> {
  const { knex, entities, tests } = options;
  const limit = name === 'PostgreSQL' ? '≤ 50 ms' : '≤ 100 ms';
  const rows: Row[] = [];
  const add = (what: string, result: string, reach?: string) =>
    rows.push({ what: `${name}: ${what}`, measured: result, reach });
  const catalog = new PagedCatalog(serviceCatalog(entities), 500);
  const { call, stop } = await startPortal(knex, catalog);
  await sweep(call);

  const stores = await createStores({
    database: { getClient: async () => knex, migrations: { skip: true } },
    catalog: catalog as never,
    logger: mockServices.rootLogger({ level: 'error' }),
    policy: defaultPolicy,
    operations: parseContinuityConfig(undefined).operations,
    clock: () => new Date(),
  });
  await stores.engine.drain();
  const services = Math.floor(entities * 0.85);
  const writing = await timed(() =>
    writeTests(stores, { count: tests, services }),
  );
  add(
    `${tests.toLocaleString('en')} tests are written`,
    perSecond(tests, writing),
  );
  await stores.engine.drain();
  await sweep(call);
  await stores.engine.markAll(new Date().toISOString());
  const assessing = await timed(() => stores.engine.drain());
  add(
    `assessing ${entities.toLocaleString('en')} entities with them again`,
    perSecond(entities, assessing),
    name === 'PostgreSQL' ? '≥ 5,000/s' : undefined,
  );
  const all = '/tests/due?limit=50&until=2099-12-31';
  const { totalItems } = await call('GET', all);
  const due = `${Number(totalItems).toLocaleString('en')} due items`;
  const month = '/tests?from=2026-06-01&to=2026-06-30';
  const far = Math.min(200, Math.floor(totalItems / 50) - 1);
  const asked: Array<[string, string]> = [
    ['tests of a month, for the calendar', `${month}&limit=500`],
    ['list of tests, as it opens', '/tests?limit=50&from=2026-06-15'],
    ['list of tests, to be reviewed', '/tests?limit=50&reviewed=false'],
    ['list of tests, missed ones', '/tests?limit=50&missed=true'],
    ['list of tests, text', '/tests?limit=50&search=service%2077'],
    [
      'list of tests, of a group',
      '/tests?limit=50&owner=group:default/group-3',
    ],
    [`${due}, as the list opens`, '/tests/due?limit=50&groupBy=owner'],
    [`${due}, all of them`, all],
    [`${due}, page ${far}`, await pageFarDown(call, all, far)],
    [`${due}, by owner`, `${all}&groupBy=owner`],
    [`${due}, by tier`, `${all}&groupBy=tier`],
    [`${due}, of a group`, `${all}&owner=group:default/group-3`],
    ['page of a test', `/tests/${testOf(7, { count: tests, services }).id}`],
  ];
  for (const [what, at] of asked) add(what, await measured(call, at), limit);
  add(
    'continuity tab with tests',
    await measured(call, '/entities/by-name/component/default/service-77'),
    '≤ 20 ms',
  );
  await stop();
  return rows;
}

/** Tests and due items over both databases: calendar, lists, groups, a tab, and the assessment that reads results. */
export async function run({ size }: { size: keyof typeof sizes }) {
  return onBothDatabases((name, knex) =>
    benchTests(name, { knex, ...sizes[size] }),
  );
}
