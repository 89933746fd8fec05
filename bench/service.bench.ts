import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import {
  defaultPolicy,
  parseContinuityConfig,
} from '../plugins/continuity-common/src';
import { createStores } from '../plugins/continuity-backend/src/service/createStores';
import { addHistory, weeksAgo } from './coverageHistory';
import { serviceCatalog } from './serviceCatalog';
import {
  measured,
  measuredStream,
  onBothDatabases,
  PagedCatalog,
  perSecond,
  processorSince,
  startPortal,
  sweep,
  timed,
  type Call,
  type Row,
} from './servicePortal';

const sizes = { short: 2_000, full: 100_000, largest: 250_000 };

async function benchEngine(
  name: string,
  options: { knex: Knex; count: number; limit: string },
): Promise<Row[]> {
  const { knex, count, limit } = options;
  const rows: Row[] = [];
  const add = (what: string, result: string, reach?: string) =>
    rows.push({ what: `${name}: ${what}`, measured: result, reach });
  const catalog = new PagedCatalog(serviceCatalog(count), 500);
  const { call, read, stop } = await startPortal(knex, catalog);

  const first = await sweep(call);
  add(
    `first sweep and assessment of ${count.toLocaleString('en')} entities`,
    `${(first / 1000).toFixed(1)} s, ${perSecond(count, first)}`,
  );
  const streaming = await timed(async () => {
    for await (const page of catalog.streamEntities()) void page;
  });
  const idle = await sweep(call);
  add(
    'sweep with nothing changed',
    `${perSecond(count, idle)}; parsing the pages alone ${perSecond(
      count,
      streaming,
    )}`,
  );
  catalog.change(1_000);
  const some = await sweep(call);
  add('sweep with 0.1 % changed', perSecond(count, some));

  const { engine } = await createStores({
    database: { getClient: async () => knex, migrations: { skip: true } },
    catalog: catalog as never,
    logger: mockServices.rootLogger({ level: 'error' }),
    policy: defaultPolicy,
    operations: parseContinuityConfig(undefined).operations,
    clock: () => new Date(),
  });
  await engine.markAll(new Date().toISOString());
  const before = process.cpuUsage();
  const assessing = await timed(() => engine.drain());
  const processor = processorSince(before);
  add(
    'assessing everything again',
    `${perSecond(count, assessing)} (${perSecond(
      count,
      processor,
    )} of processor time)`,
    '≥ 5,000/s',
  );

  const deep = await cursorAt(call, 50_000);
  const asked: Array<[string, string, string?]> = [
    ['audit page, as it opens', '/coverage?limit=50', limit],
    ['audit page, filtered', '/coverage?limit=50&tier=tier-1&late=true', limit],
    ['audit page, by RTO', '/coverage?limit=50&sort=-rto', limit],
    ['audit page, by owner', '/coverage?limit=50&sort=owner', limit],
    ['audit page, text', '/coverage?limit=50&search=service-77', limit],
    ['counts per owner', '/coverage/summary?groupBy=owner'],
    ['counts per tier', '/coverage/summary?groupBy=tier'],
    [
      'continuity tab of a service',
      '/entities/by-name/component/default/service-777',
      '≤ 20 ms',
    ],
  ];
  if (deep) {
    asked.splice(1, 0, [
      'audit page 1,000',
      `/coverage?limit=50&cursor=${encodeURIComponent(deep)}`,
      limit,
    ]);
  }
  for (const [what, at, reach] of asked) {
    add(what, await measured(call, at), reach);
  }
  await addHistory(knex);
  const then = `asOf=${weeksAgo(3)}`;
  const past: Array<[string, string, string?]> = [
    ['as it opens', `/coverage?limit=50&${then}`, limit],
    ['filtered', `/coverage?limit=50&tier=tier-1&late=true&${then}`, limit],
    ['by RTO', `/coverage?limit=50&sort=-rto&${then}`, limit],
    ['by owner', `/coverage?limit=50&sort=owner&${then}`, limit],
    ['text', `/coverage?limit=50&search=service-77&${then}`, limit],
  ];
  const deepThen = await cursorAt(call, 50_000, then);
  if (deepThen) {
    past.splice(1, 0, [
      'page 1,000',
      `/coverage?limit=50&cursor=${encodeURIComponent(deepThen)}&${then}`,
      limit,
    ]);
  }
  for (const [what, at, reach] of past) {
    add(
      `audit page as of three weeks ago, ${what}`,
      await measured(call, at),
      reach,
    );
  }
  add(
    'counts per tier as of three weeks ago',
    await measured(call, `/coverage/summary?groupBy=tier&${then}`),
  );
  add(
    'counts per cause',
    await measured(call, '/coverage/summary?groupBy=cause'),
  );
  add('what is due when', await measured(call, '/coverage/programme'));
  add('trend of five weeks', await measured(call, '/coverage/trend'));
  for (const format of ['csv', 'json']) {
    add(
      `export as ${format.toUpperCase()}, now`,
      await measuredStream(read, `/coverage/export?format=${format}`),
      '≥ 20,000/s',
    );
  }
  add(
    'export as CSV, as of three weeks ago',
    await measuredStream(read, `/coverage/export?format=csv&${then}`),
    '≥ 20,000/s',
  );
  await stop();
  return rows;
}

/** The cursor behind so many rows of the list as it opens, if it has that many. */
async function cursorAt(
  call: Call,
  rows: number,
  query: string = '',
): Promise<string | undefined> {
  let cursor: string | undefined;
  for (let seen = 0; seen < rows; seen += 500) {
    const more: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const page = await call('GET', `/coverage?limit=500&${query}${more}`);
    cursor = page.pageInfo.nextCursor;
    if (!cursor) return undefined;
  }
  return cursor;
}

/** The backend over both databases, asked over HTTP by a caller who may see everything. */
export async function run({ size }: { size: keyof typeof sizes }) {
  const count = sizes[size];
  return onBothDatabases((name, knex) =>
    benchEngine(name, {
      knex,
      count,
      limit: name === 'PostgreSQL' ? '≤ 50 ms' : '≤ 100 ms',
    }),
  );
}
