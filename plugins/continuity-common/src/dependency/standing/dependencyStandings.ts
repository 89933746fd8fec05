import { slowestNeededTargets } from '../targets/ComparedTargets';
import type { DependencyGraph } from '../graph/DependencyGraph';
import type { DependencyStanding } from './dependencyStanding';
import {
  expectedRecovery,
  type ExpectedRecovery,
} from '../recovery/ExpectedRecovery';
import { findSlower } from '../targets/findSlower';
import {
  isAssessedByCode,
  protectionCode,
  protectionFromCode,
  type PlanProtection,
} from './protectionCodes';
import type { RecoveryColumns } from '../recovery/RecoveryColumns';
import { StandingOfNeeds } from './StandingOfNeeds';

const REFS_AT_ONCE = 250;

/** What is judged: a graph, its targets, and of each node its `protectionCode`. */
export interface JudgedGraph {
  graph: DependencyGraph;
  columns: RecoveryColumns;
  protection: Uint8Array;
}

/** What is said of an entity; null: nothing. @public */
export type StandingJudgement = [
  ref: string,
  standing: DependencyStanding | null,
];

function beyondRto(
  ref: string,
  rtoSeconds: number,
  expected: ExpectedRecovery,
): DependencyStanding['beyondRto'] {
  const time = expected.of(ref);
  if (!time || Number.isNaN(rtoSeconds) || time.seconds <= rtoSeconds) {
    return undefined;
  }
  const longest = expected.longestStepOf(ref)!;
  return {
    rtoSeconds,
    expectedSeconds: time.seconds,
    atLeast: time.atLeast,
    longestStep: longest.ref,
    longestSeconds: longest.seconds,
  };
}

/**
 * Judges every node, or only some, in batches with pauses (`undefined`) in between. Of those that are not assessed nothing is said.
 */
export function* judgeNodes(
  { graph, columns, protection }: JudgedGraph,
  options: { only?: ReadonlySet<number> } = {},
): Generator<StandingJudgement[] | undefined, void> {
  columns.assertFor(graph);
  const { only } = options;
  // Of a few it takes no more than what they need
  const refs = only && Array.from(only, node => graph.refOf(node));
  const expected = expectedRecovery(graph, columns, { refs });
  yield undefined;
  const rto = slowestNeededTargets(graph, columns, { target: 'rto', refs });
  yield undefined;
  const rpo = slowestNeededTargets(graph, columns, { target: 'rpo', refs });
  yield undefined;
  const slowest = { rto, rpo };
  const slower = yield* findSlower(graph, columns, { only });
  const needs = new StandingOfNeeds(graph, node =>
    protectionFromCode(protection[node]),
  );

  const waitsFor = (ref: string, node: number) => {
    const found: NonNullable<DependencyStanding['waitsFor']> = {};
    for (const target of ['rto', 'rpo'] as const) {
      const seconds = columns[target][node];
      if (Number.isNaN(seconds)) continue;
      const other = slowest[target].of(ref);
      if (other && other.seconds > seconds) {
        found[target] = {
          seconds,
          slowestSeconds: other.seconds,
          slowest: other.ref,
        };
      }
    }
    return found.rto || found.rpo ? found : undefined;
  };

  let batch: StandingJudgement[] = [];
  for (const node of only ?? graph.nodes()) {
    const ref = graph.refOf(node);
    const isAssessed =
      graph.packed.resolved[node] === 1 && isAssessedByCode(protection[node]);
    const standing: DependencyStanding = isAssessed ? needs.of(node) : {};
    if (isAssessed) {
      const isSlower = slower.get(node);
      if (isSlower) standing.slower = isSlower;
      const waits = waitsFor(ref, node);
      if (waits) standing.waitsFor = waits;
      const beyond = beyondRto(ref, columns.rto[node], expected);
      if (beyond) standing.beyondRto = beyond;
    }
    batch.push([ref, Object.keys(standing).length > 0 ? standing : null]);
    if (batch.length === REFS_AT_ONCE) {
      yield batch;
      batch = [];
    }
  }
  yield batch;
}

/**
 * Works out for every entity that is assessed what the graph says of it. Comes in batches, with pauses (`undefined`) in between, so that a
 * server can do other work meanwhile; entities of which nothing is said are left out.
 *
 * @param options - `isAssessed`: whether anything is to be said of an entity; `protectionOf`: how it stands to plans
 * @public
 */
export function* dependencyStandings(
  graph: DependencyGraph,
  columns: RecoveryColumns,
  options: {
    isAssessed: (ref: string) => boolean;
    protectionOf: (ref: string) => PlanProtection;
  },
): Generator<Array<[ref: string, standing: DependencyStanding]> | undefined> {
  const protection = new Uint8Array(graph.size);
  for (const node of graph.nodes()) {
    const ref = graph.refOf(node);
    protection[node] = protectionCode(
      options.protectionOf(ref),
      options.isAssessed(ref),
    );
  }
  for (const batch of judgeNodes({ graph, columns, protection })) {
    yield batch?.filter(
      (one): one is [string, DependencyStanding] => one[1] !== null,
    );
  }
}
