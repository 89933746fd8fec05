import path from 'node:path';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import createKnex, { type Knex } from 'knex';
import {
  defaultPolicy,
  parseContinuityConfig,
} from '../plugins/continuity-common/src';
import { createStores } from '../plugins/continuity-backend/src/service/createStores';
import { continuityPlugin } from '../plugins/continuity-backend/src/plugin';
import { serviceCatalog } from './serviceCatalog';

const sizes = { short: 2_000, full: 100_000, largest: 250_000 };
const quarterOfAnHour = 900_000;

interface Row {
  what: string;
  measured: string;
  reach?: string;
}

/** A catalog in memory that gives its pages as text that must be parsed, as one over HTTP does. */
class PagedCatalog {
  readonly #pages: string[] = [];
  readonly #entities: Map<string, Entity>;

  constructor(entities: Entity[], readonly pageSize: number) {
    this.#entities = new Map(entities.map(e => [stringifyEntityRef(e), e]));
    this.#write();
  }

  /** Describes one in so many entities anew and gives it another owner. */
  change(everyNth: number): void {
    let n = 0;
    for (const entity of this.#entities.values()) {
      n += 1;
      if (n % everyNth !== 0 || entity.kind !== 'Component') continue;
      entity.relations = entity.relations?.map(relation =>
        relation.type === 'ownedBy'
          ? { ...relation, targetRef: 'group:default/group-1' }
          : relation,
      );
    }
    this.#write();
  }

  async *streamEntities(): AsyncGenerator<Entity[]> {
    for (const page of this.#pages) yield JSON.parse(page);
  }

  async getEntitiesByRefs({ entityRefs }: { entityRefs: string[] }) {
    return { items: entityRefs.map(ref => this.#entities.get(ref)) };
  }

  #write(): void {
    this.#pages.length = 0;
    const all = [...this.#entities.values()];
    for (let at = 0; at < all.length; at += this.pageSize) {
      this.#pages.push(JSON.stringify(all.slice(at, at + this.pageSize)));
    }
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function percentile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

const perSecond = (count: number, milliseconds: number) =>
  `${Math.round((count / milliseconds) * 1000).toLocaleString('en')}/s`;

/** The plugin in a running backend over one database, asked over HTTP. */
async function startPortal(knex: Knex, catalog: PagedCatalog) {
  const backend = await startTestBackend({
    features: [
      continuityPlugin,
      mockServices.database.factory({ knex }),
      mockServices.logger.factory({ level: 'error' }),
      mockServices.rootConfig.factory({
        data: { backend: { baseUrl: 'http://localhost' }, continuity: {} },
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog as never,
      }),
    ],
  });
  const call = async (
    method: string,
    at: string,
    as: 'user' | 'service' = 'user',
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
  ): Promise<any> => {
    const answer = await fetch(
      `http://localhost:${backend.server.port()}/api/continuity${at}`,
      {
        method,
        headers: {
          authorization:
            as === 'user'
              ? mockCredentials.user.header()
              : mockCredentials.service.header(),
        },
      },
    );
    const body = await answer.json();
    if (!answer.ok) throw new Error(`${at}: ${JSON.stringify(body)}`);
    return body;
  };
  return { call, stop: () => backend.stop() };
}

type Call = Awaited<ReturnType<typeof startPortal>>['call'];

/** Until a sweep that was asked for has ended, and every entity is assessed. */
async function sweep(call: Call): Promise<number> {
  const began = performance.now();
  const before = (await call('GET', '/sweep', 'service')).finishedAt;
  await call('POST', '/sweep/run', 'service');
  for (;;) {
    const state = await call('GET', '/sweep', 'service');
    if (state.lastError) throw new Error(state.lastError);
    if (state.state !== 'running' && state.finishedAt !== before) {
      return performance.now() - began;
    }
    if (performance.now() - began > quarterOfAnHour) {
      throw new Error(`The sweep does not end: ${JSON.stringify(state)}`);
    }
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}

async function benchEngine(
  name: string,
  options: { knex: Knex; count: number; limit: string },
): Promise<Row[]> {
  const { knex, count, limit } = options;
  const rows: Row[] = [];
  const add = (what: string, measured: string, reach?: string) =>
    rows.push({ what: `${name}: ${what}`, measured, reach });
  const catalog = new PagedCatalog(serviceCatalog(count), 500);
  const { call, stop } = await startPortal(knex, catalog);

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
  const assessing = await timed(() => engine.drain());
  add('assessing everything again', perSecond(count, assessing), '≥ 5,000/s');

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
    for (let i = 0; i < 5; i++) await call('GET', at);
    const times: number[] = [];
    for (let i = 0; i < 40; i++) {
      times.push(await timed(() => call('GET', at)));
    }
    times.sort((a, b) => a - b);
    add(
      what,
      `${percentile(times, 0.5).toFixed(1)} ms median, ${percentile(
        times,
        0.95,
      ).toFixed(1)} ms p95`,
      reach,
    );
  }
  await stop();
  return rows;
}

/** The cursor behind so many rows of the list as it opens, if it has that many. */
async function cursorAt(call: Call, rows: number): Promise<string | undefined> {
  let cursor: string | undefined;
  for (let seen = 0; seen < rows; seen += 500) {
    const more: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const page = await call('GET', `/coverage?limit=500${more}`);
    cursor = page.pageInfo.nextCursor;
    if (!cursor) return undefined;
  }
  return cursor;
}

/** The backend over both databases, asked over HTTP by a caller who may see everything. */
export async function run({ size }: { size: keyof typeof sizes }) {
  const count = sizes[size];
  const scripts = path.join(__dirname, '../plugins/continuity-backend/jest');
  const startPostgres = require(path.join(scripts, 'startPostgres.js'));
  const stopPostgres = require(path.join(scripts, 'stopPostgres.js'));
  await startPostgres();
  try {
    const postgres = createKnex({
      client: 'pg',
      connection:
        process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING,
    });
    const sqlite = createKnex({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    });
    return [
      ...(await benchEngine('PostgreSQL', {
        knex: postgres,
        count,
        limit: '≤ 50 ms',
      })),
      ...(await benchEngine('SQLite', {
        knex: sqlite,
        count,
        limit: '≤ 100 ms',
      })),
    ];
  } finally {
    await stopPostgres();
  }
}
