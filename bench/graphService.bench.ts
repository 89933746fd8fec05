import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { mockServices } from '@backstage/backend-test-utils';
import createKnex, { type Knex } from 'knex';
import { defaultPolicy } from '../plugins/continuity-common/src';
import { ClassificationStore } from '../plugins/continuity-backend/src/dependency/ClassificationStore';
import { createGraph } from '../plugins/continuity-backend/src/dependency/createGraph';
import { GraphLog } from '../plugins/continuity-backend/src/dependency/GraphLog';
import { noPlanCoverage } from '../plugins/continuity-backend/src/dependency/PlanCoverageReader';
import { migrateDatabase } from '../plugins/continuity-backend/src/migrateDatabase';
import { dependencyCatalog } from './dependencyCatalog';

const sizes = {
  short: { entities: 2_000, relations: 20_000 },
  full: { entities: 100_000, relations: 1_000_000 },
  largest: { entities: 250_000, relations: 10_000_000 },
};
const ROWS_AT_ONCE = 200;

async function fill(knex: Knex, size: keyof typeof sizes): Promise<string[]> {
  const { rows } = dependencyCatalog({ ...sizes[size], sides: 1 });
  const at = new Date(0).toISOString();
  await knex.transaction(async trx => {
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      const chunk = rows.slice(from, from + ROWS_AT_ONCE);
      await trx('mirror_entities').insert(
        chunk.map(facts => ({
          entity_ref: facts.entityRef,
          uid: `uid-${facts.entityRef}`,
          kind: facts.entityRef.slice(0, facts.entityRef.indexOf(':')),
          title: facts.entityRef,
          in_scope: true,
          facts: JSON.stringify({
            metadata: { annotations: {}, labels: {}, tags: [] },
            spec: {},
            ...facts,
          }),
          hash: 'x',
          first_seen_at: at,
          changed_at: at,
        })),
      );
      await trx('recovery_facts').insert(
        chunk.map(({ entityRef }, i) => ({
          entity_ref: entityRef,
          tier: `tier-${(i % 4) + 1}`,
          in_scope: !entityRef.startsWith('api:'),
          requires_plan: i % 4 < 3,
          rto_seconds: [3600, 14400, 86400, 259200][(i * 7) % 4],
          rpo_seconds: i % 3 === 0 ? -1 : 3600,
          own_seconds: i % 2 === 0 ? 600 : null,
          own_source: 'estimated',
          alternates: '[]',
        })),
      );
    }
  });
  return rows.map(({ entityRef }) => entityRef);
}

/** What is still used after tidying up, in bytes, and what the process has taken of the machine. */
function usedMemory() {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  return { heap: heapUsed, arrays: arrayBuffers, resident: rss };
}

/** The memory that threads share counts for none of them. */
function sharedBytes(value: unknown, seen = new Set<unknown>()): number {
  if (ArrayBuffer.isView(value)) {
    const { buffer } = value;
    if (seen.has(buffer) || buffer instanceof ArrayBuffer) return 0;
    seen.add(buffer);
    return buffer.byteLength;
  }
  if (Array.isArray(value) || typeof value !== 'object' || !value) return 0;
  return Object.values(value).reduce<number>(
    (sum, one) => sum + sharedBytes(one, seen),
    0,
  );
}

/** How long something takes, how long processors were busy with it, and for how long at most nobody else was served meanwhile. */
async function watched(work: () => Promise<unknown>) {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const cpu = process.cpuUsage();
  const began = performance.now();
  await work();
  const took = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  delay.disable();
  return { took, blocked: delay.max / 1e6, busy: (user + system) / 1000 };
}

/** The graph as the backend keeps it: built from the mirror, kept up, and what assessments are told of it. */
export async function run({ size }: { size: keyof typeof sizes }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'continuity-graph-'));
  const knex = createKnex({
    client: 'better-sqlite3',
    connection: { filename: path.join(folder, 'graph.sqlite') },
    useNullAsDefault: true,
  });
  await migrateDatabase(knex);
  const refs = await fill(knex, size);
  const log = GraphLog.create({ database: knex });
  const around = {
    database: knex,
    log,
    classifications: ClassificationStore.create({ database: knex }),
    engine: {
      settleDue: async () => {},
      markAffected: async () => {},
      drain: async () => 0,
    } as never,
    plans: noPlanCoverage,
    policy: defaultPolicy,
    logger: mockServices.rootLogger({ level: 'error' }),
    clock: () => new Date(),
  };
  const { graph, standings, workplace } = createGraph(around);
  const note = (count: number) =>
    knex.transaction(trx =>
      log.note(trx, refs.slice(0, count), new Date().toISOString()),
    );
  await note(1);
  const before = usedMemory();
  const rows: Array<{ what: string; measured: string; reach?: string }> = [];
  const add = (
    what: string,
    { took, blocked, busy }: Awaited<ReturnType<typeof watched>>,
    reach?: string,
  ) =>
    rows.push({
      what: `graph in the backend: ${what}`,
      measured: `${took.toFixed(0)} ms (${busy.toFixed(
        0,
      )} ms of processor time), others wait ${blocked.toFixed(0)} ms at most`,
      ...(reach && { reach }),
    });

  add(
    'made from the mirror, the thread being started from TypeScript',
    await watched(() => graph.current()),
  );
  const after = usedMemory();
  after.arrays += sharedBytes((await graph.current()).graph.packed);
  const anew = createGraph({ ...around, workplace }).graph;
  add(
    'made anew, the thread running',
    await watched(() => anew.current()),
    '≤ 2 s',
  );
  const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20);
  rows.push({
    what: 'graph in the backend: memory with all facts',
    measured: `${megabytes(
      after.heap + after.arrays - before.heap - before.arrays,
    )} MB: heap ${megabytes(after.heap - before.heap)}, arrays ${megabytes(
      after.arrays - before.arrays,
    )}; the whole process with its thread, nothing tidied up, ${megabytes(
      after.resident - before.resident,
    )} more`,
    reach: '≤ 200 MB',
  });
  add('nothing changed', await watched(() => graph.current()));
  await note(1);
  add('one entity changed', await watched(() => graph.current()));
  await note(500);
  add('500 entities changed', await watched(() => graph.current()));
  add('told to assessments, all', await watched(() => standings.run()));
  await note(1);
  add('told to assessments, one changed', await watched(() => standings.run()));
  await knex.destroy();
  rmSync(folder, { recursive: true });
  return rows;
}
