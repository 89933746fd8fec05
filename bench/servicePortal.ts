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
import { continuityPlugin } from '../plugins/continuity-backend/src/plugin';

const quarterOfAnHour = 900_000;

/** A row of the table that a bench prints. */
export interface Row {
  what: string;
  measured: string;
  reach?: string;
}

/** A catalog in memory that gives its pages as text that must be parsed, as one over HTTP does. */
export class PagedCatalog {
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

/** Milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** @param sorted - ascending */
export function percentile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** A count over milliseconds, in words. */
export const perSecond = (count: number, milliseconds: number) =>
  `${Math.round((count / milliseconds) * 1000).toLocaleString('en')}/s`;

/** The plugin in a running backend over one database, asked over HTTP. */
export async function startPortal(knex: Knex, catalog: PagedCatalog) {
  const backend = await startTestBackend({
    features: [
      continuityPlugin,
      mockServices.database.factory({ knex }),
      mockServices.rootLogger.factory({ level: 'error' }),
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
    body?: object,
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
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      },
    );
    const said = await answer.json();
    if (!answer.ok) throw new Error(`${at}: ${JSON.stringify(said)}`);
    return said;
  };
  /** Reads an answer piece by piece and keeps nothing of it. */
  const read = async (at: string): Promise<{ lines: number; peak: number }> => {
    const answer = await fetch(
      `http://localhost:${backend.server.port()}/api/continuity${at}`,
      { headers: { authorization: mockCredentials.user.header() } },
    );
    if (!answer.ok) throw new Error(`${at}: ${await answer.text()}`);
    let lines = 0;
    let peak = 0;
    for await (const chunk of answer.body as unknown as AsyncIterable<Buffer>) {
      for (const byte of chunk) if (byte === 10) lines += 1;
      peak = Math.max(peak, process.memoryUsage().heapUsed);
    }
    return { lines, peak };
  };
  return { call, read, stop: () => backend.stop() };
}

/** Asks the plugin over HTTP. */
export type Call = Awaited<ReturnType<typeof startPortal>>['call'];

/** Reads the whole of a long answer, warmed up, and says how fast and with how much memory. */
export async function measuredStream(
  read: Awaited<ReturnType<typeof startPortal>>['read'],
  at: string,
): Promise<string> {
  await read(at);
  global.gc?.();
  const before = process.memoryUsage().heapUsed;
  const began = performance.now();
  const { lines, peak } = await read(at);
  const took = performance.now() - began;
  const more = Math.max(peak - before, 0) / 2 ** 20;
  return `${perSecond(lines, took)}, ${lines.toLocaleString(
    'en',
  )} rows, ${more.toFixed(0)} MB more at most`;
}

/** Until a sweep that was asked for has ended, and every entity is assessed. */
export async function sweep(call: Call): Promise<number> {
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

/** Milliseconds of processor time of this process: on a machine that does other work too, it says more than the clock. */
export function processorSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** Asks again and again, warmed up, and says how long it took. */
export async function measured(call: Call, at: string): Promise<string> {
  for (let i = 0; i < 5; i++) await call('GET', at);
  const times: number[] = [];
  const before = process.cpuUsage();
  for (let i = 0; i < 40; i++) times.push(await timed(() => call('GET', at)));
  const processor = processorSince(before) / times.length;
  times.sort((a, b) => a - b);
  return `${percentile(times, 0.5).toFixed(1)} ms median, ${percentile(
    times,
    0.95,
  ).toFixed(1)} ms p95, ${processor.toFixed(1)} ms processor`;
}

/** Runs a bench over both databases. */
export async function onBothDatabases(
  bench: (name: 'PostgreSQL' | 'SQLite', knex: Knex) => Promise<Row[]>,
): Promise<Row[]> {
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
      ...(await bench('PostgreSQL', postgres)),
      ...(await bench('SQLite', sqlite)),
    ];
  } finally {
    await stopPostgres();
  }
}
