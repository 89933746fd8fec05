import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  buildDependencyGraph,
  Concentration,
  countTargetDemands,
  defaultPolicy,
  demandedTargets,
  dependencyStandings,
  findCycles,
  findTargetConflicts,
  RecoveryColumns,
  type DependencyFacts,
  type DependencyStanding,
  type WorkshopPiece,
  type WorkshopTask,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { migrateDatabase } from '../migrateDatabase';
import { ClassificationStore } from './ClassificationStore';
import { createGraph } from './createGraph';
import { cycleOf } from './GraphAnalyst';
import { GraphLog } from './GraphLog';
import { GraphWorkplace } from './GraphWorkplace';
import { noPlanCoverage } from './PlanCoverageReader';
import { WorkshopHere } from './WorkshopHere';
import type { ResultOf, WorkshopPlace } from './WorkshopPlace';
import { WorkshopThread } from './WorkshopThread';

jest.setTimeout(240_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const at = '2026-01-01T00:00:00.000Z';
const HOURS = [1, 4, 24, 72];
const SIZE = 400;

const refOf = (i: number) =>
  `${['component', 'resource', 'system', 'api'][i % 4]}:default/n${i}`;
const rtoOf = (i: number) => HOURS[(i * 7) % 4] * 3600;

/** A catalog with chains, cycles, Systems with parts, APIs and refs that resolve nowhere. */
function rowOf(i: number): DependencyFacts {
  const to = (other: number) => refOf(other % SIZE);
  const relations = [
    { type: 'dependsOn', targetRef: to(i * 3 + 1) },
    { type: 'dependsOn', targetRef: to(Math.floor(i / 2)) },
  ];
  if (i % 4 === 0) {
    relations.push({ type: 'partOf', targetRef: to(i + 2) });
    relations.push({ type: 'consumesApi', targetRef: to(i + 7) });
  }
  if (i % 4 === 1)
    relations.push({ type: 'providesApi', targetRef: to(i + 2) });
  if (i % 50 === 0) {
    relations.push({ type: 'dependsOn', targetRef: `component:default/x${i}` });
  }
  return { entityRef: refOf(i), relations };
}

const factsOf = (i: number) => ({
  entity_ref: refOf(i),
  tier: `tier-${(i % 4) + 1}`,
  in_scope: true,
  requires_plan: i % 2 === 0,
  rto_seconds: rtoOf(i),
  rpo_seconds: i % 3 === 0 ? -1 : rtoOf(i + 1),
  own_seconds: i % 5 === 0 ? null : 600,
  own_source: 'estimated',
  alternates: '[]',
});

async function write(knex: Knex, row: DependencyFacts): Promise<void> {
  await knex('mirror_entities')
    .insert({
      entity_ref: row.entityRef,
      uid: `uid-${row.entityRef}`,
      kind: row.entityRef.slice(0, row.entityRef.indexOf(':')),
      title: row.entityRef,
      in_scope: true,
      facts: JSON.stringify({
        metadata: { annotations: {}, labels: {}, tags: [] },
        spec: {},
        ...row,
      }),
      hash: 'x',
      first_seen_at: at,
      changed_at: at,
    })
    .onConflict('entity_ref')
    .merge();
}

/** What there would be if everything were built and worked out just now. */
function bruteForce(rows: Map<string, DependencyFacts>) {
  const graph = buildDependencyGraph({ entities: rows.values() });
  const numbers = new Map(
    Array.from({ length: SIZE }, (_, i) => [refOf(i), i]),
  );
  const columns = RecoveryColumns.read(graph, {
    tiers: defaultPolicy.tiers.map(({ id }) => id),
    factsOf: ref => {
      const i = numbers.get(ref);
      if (i === undefined) return undefined;
      const { tier, own_seconds: own, rpo_seconds: rpo } = factsOf(i);
      return {
        tier,
        inScope: true,
        rtoSeconds: rtoOf(i),
        rpoSeconds: rpo === -1 ? 'none' : rpo,
        ...(own !== null && { ownTime: { seconds: own, source: 'estimated' } }),
      };
    },
  });
  const said = new Map<string, DependencyStanding>();
  const batches = dependencyStandings(graph, columns, {
    isAssessed: ref => numbers.has(ref),
    protectionOf: ref =>
      (numbers.get(ref) ?? 1) % 2 === 0 ? 'missing' : 'not-required',
  });
  for (const batch of batches) {
    for (const [ref, standing] of batch ?? []) said.set(ref, standing);
  }
  return { graph, columns, said };
}

/** Gives everything that it was asked for, and then fails. */
class FailingAtTheEnd implements WorkshopPlace {
  readonly #here = new WorkshopHere();

  knows() {
    return false;
  }

  async run<T extends WorkshopTask>(
    task: T,
    take?: (piece: WorkshopPiece) => void,
  ): Promise<ResultOf<T>> {
    const result = await this.#here.run(task, take);
    if ('graph' in task) throw new Error('It fell over the last step');
    return result;
  }
}

async function aGraph(thread?: WorkshopPlace) {
  const knex = await databases.init('SQLITE_3');
  await migrateDatabase(knex);
  const rows = new Map<string, DependencyFacts>();
  for (let i = 0; i < SIZE; i++) {
    const row = rowOf(i);
    rows.set(row.entityRef, row);
    await write(knex, row);
    await knex('recovery_facts').insert(factsOf(i));
  }
  const log = GraphLog.create({ database: knex });
  const change = async (...changed: DependencyFacts[]) => {
    for (const row of changed) {
      rows.set(row.entityRef, row);
      await write(knex, row);
    }
    await knex.transaction(trx =>
      log.note(
        trx,
        changed.map(row => row.entityRef),
        at,
      ),
    );
  };
  await change(rowOf(0));
  const logger = mockServices.logger.mock();
  const kept = createGraph({
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
    logger,
    clock: () => new Date(at),
    // as if the catalog were large
    mostBuiltHere: 0,
    ...(thread && {
      workplace: GraphWorkplace.create({ logger, thread }),
    }),
  });
  return { ...kept, knex, rows, change, logger };
}

async function storedStandings(knex: Knex) {
  const rows: Array<{ entity_ref: string; standing: string }> = await knex(
    'dependency_standings',
  ).orderBy('entity_ref');
  return rows.map(row => [row.entity_ref, JSON.parse(row.standing)]);
}

const inOrder = (said: Map<string, DependencyStanding>) =>
  [...said].sort(([a], [b]) => (a < b ? -1 : 1));

async function expectAllRight(kept: Awaited<ReturnType<typeof aGraph>>) {
  const expected = bruteForce(kept.rows);
  const { graph, columns } = expected;
  const snapshot = await kept.graph.current();
  expect([...snapshot.graph.edges()]).toEqual([...graph.edges()]);

  const survey = await kept.analyst.survey(snapshot);
  const demanded = demandedTargets(graph, columns, { target: 'rto' });
  const cycles = new Map(
    findCycles(graph).flatMap(refs => refs.map(ref => [ref, refs] as const)),
  );
  const refs = graph.refs();
  expect(
    refs.map(ref => {
      const seconds = survey.demandedRto[snapshot.graph.nodeOf(ref)];
      return Number.isNaN(seconds) ? undefined : seconds;
    }),
  ).toEqual(refs.map(ref => demanded.of(ref)?.seconds));
  expect(refs.map(ref => cycleOf(ref, { survey, snapshot })?.join())).toEqual(
    refs.map(ref => cycles.get(ref)?.join()),
  );
  const { value: ranking } = await kept.analyst.concentration(snapshot);
  expect(ranking.refs.map((_, place) => ranking.entry(place))).toEqual(
    Concentration.of(graph, columns).ranking(),
  );
  const { value: conflicts } = await kept.analyst.conflicts(snapshot);
  const counted = countTargetDemands(graph, columns, [
    ...findTargetConflicts(graph, columns, { target: 'rto' }),
    ...findTargetConflicts(graph, columns, { target: 'rpo' }),
  ]);
  const byName = (list: typeof counted) =>
    list.map(one => JSON.stringify(one)).sort();
  expect(byName(conflicts)).toEqual(byName(counted));
  expect(counted.length).toBeGreaterThan(50);

  await kept.standings.run();
  expect(await storedStandings(kept.knex)).toEqual(inOrder(expected.said));
}

/** Something that hits many, something that hits few, and what comes and goes. */
const someChanges: DependencyFacts[][] = [
  [{ ...rowOf(10), relations: [] }],
  [
    {
      ...rowOf(10),
      relations: [{ type: 'dependencyOf', targetRef: refOf(300) }],
    },
    {
      entityRef: 'component:default/new',
      relations: [{ type: 'dependsOn', targetRef: refOf(5) }],
    },
  ],
  [rowOf(10), { entityRef: 'component:default/new', relations: [] }],
];

/* eslint jest/expect-expect: [warn, { assertFunctionNames: [expect, expectAllRight] }] */

describe('a large catalog’s graph', () => {
  it('is made, judged and analysed in a thread as it would be here', async () => {
    const kept = await aGraph();
    await expectAllRight(kept);
    for (const changed of someChanges) {
      await kept.change(...changed);
      await expectAllRight(kept);
    }
    expect(kept.logger.warn).not.toHaveBeenCalled();
    await kept.workplace.stop();
  });

  it('goes on when the thread is gone', async () => {
    const kept = await aGraph();
    await expectAllRight(kept);
    await kept.workplace.stop();
    for (const changed of someChanges) {
      await kept.change(...changed);
      await expectAllRight(kept);
    }
    await kept.workplace.stop();
  });

  it('says nothing twice after a thread that failed half-way', async () => {
    const kept = await aGraph(new FailingAtTheEnd());
    await expectAllRight(kept);
    await kept.change(...someChanges[0]);
    await expectAllRight(kept);
  });

  it('is made between other work where no thread can be had', async () => {
    const thread = new WorkshopThread();
    jest
      .spyOn(thread, 'run')
      .mockRejectedValue(new Error('Threads are not allowed'));
    const kept = await aGraph(thread);
    await expectAllRight(kept);
    await kept.change(...someChanges[0]);
    await expectAllRight(kept);
    expect(kept.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('Threads are not allowed'),
    );
  });
});
