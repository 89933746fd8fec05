import { comparable } from './comparable';
import { countTargetDemandsInSteps } from './countTargetDemands';
import { slowestNeededTargets } from './ComparedTargets';
import type { DependencyGraph } from './DependencyGraph';
import type { DependencyStanding, NamedEntities } from './dependencyStanding';
import { expectedRecovery, type ExpectedRecovery } from './ExpectedRecovery';
import { findShortestPath } from './findShortestPath';
import {
  findTargetConflicts,
  type TargetConflict,
} from './findTargetConflicts';
import { Reach } from './Reach';
import type { RecoveryColumns } from './RecoveryColumns';

/**
 * How an entity stands to plans: `covered` by one in force, `missing` although its tier requires one, `tierless` where it is in scope and
 * nobody has said, `not-required` else.
 *
 * @public
 */
export type PlanProtection =
  | 'covered'
  | 'missing'
  | 'tierless'
  | 'not-required';

const MOST_NAMED = 5;
/** Nobody reads longer ones, and in a long chain they would fill the memory. */
const LONGEST_PATH = 30;
const REFS_AT_ONCE = 100;

function named(refs: string[]): NamedEntities | undefined {
  if (refs.length === 0) return undefined;
  return { total: refs.length, refs: refs.slice(0, MOST_NAMED) };
}

/** What is wrong with the direct needs of an entity. */
function standingOfNeeds(
  graph: DependencyGraph,
  ref: string,
  protectionOf: (ref: string) => PlanProtection,
): DependencyStanding {
  const lists = {
    unprotected: [] as string[],
    tierless: [] as string[],
    unresolved: [] as string[],
    unclassified: [] as string[],
  };
  for (const edge of graph.needsOf(ref)) {
    if (!edge.resolved) lists.unresolved.push(edge.to);
    const isQuestion = edge.ways.some(
      way => way.kind !== 'part' && way.class === 'unclassified',
    );
    if (edge.class === 'unclassified' && isQuestion) {
      lists.unclassified.push(edge.to);
    }
    if (edge.class === 'soft' || !edge.resolved) continue;
    const protection = protectionOf(edge.to);
    if (protection === 'missing') lists.unprotected.push(edge.to);
    if (protection === 'tierless') lists.tierless.push(edge.to);
  }
  const standing: DependencyStanding = {};
  for (const key of Object.keys(lists) as Array<keyof typeof lists>) {
    const found = named(lists[key]);
    if (found) standing[key] = found;
  }
  return standing;
}

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
 * The shortest path from the nearest of those who demand just that. One walk for each target that is demanded, from all who have it; only where
 * the nearest is not compared with the dependency (its own System or part) it takes a walk of its own.
 */
function pathsFrom(
  graph: DependencyGraph,
  values: Float64Array,
  demandedSeconds: number,
): (conflict: TargetConflict) => string[] {
  const starts = graph.nodes().filter(node => values[node] === demandedSeconds);
  const reach = Reach.from(graph, {
    starts,
    links: graph.links(),
    direction: 'needs',
  });
  return ({ ref, demandedBy }) => {
    const node = graph.nodeOf(ref);
    if (reach.distanceTo(node) > LONGEST_PATH) return [demandedBy, '…', ref];
    const path = reach.pathOfNode(node)!;
    return comparable(graph, graph.nodeOf(path[0]), node)
      ? path
      : findShortestPath(graph, { from: demandedBy, to: ref })!;
  };
}

/** By dependency, the conflict with the shortest path from one that demands most. */
function* findSlower(
  graph: DependencyGraph,
  columns: RecoveryColumns,
): Generator<
  undefined,
  Map<string, NonNullable<DependencyStanding['slower']>>
> {
  const found = new Map<string, NonNullable<DependencyStanding['slower']>>();
  for (const target of ['rto', 'rpo'] as const) {
    const uncounted = findTargetConflicts(graph, columns, { target });
    yield;
    const conflicts = yield* countTargetDemandsInSteps(
      graph,
      columns,
      uncounted,
    );
    const byDemand = new Map<number, typeof conflicts>();
    for (const conflict of conflicts) {
      const own = byDemand.get(conflict.demandedSeconds) ?? [];
      own.push(conflict);
      byDemand.set(conflict.demandedSeconds, own);
    }
    for (const [demandedSeconds, own] of byDemand) {
      const pathOf = pathsFrom(graph, columns[target], demandedSeconds);
      for (const conflict of own) {
        const slower = found.get(conflict.ref) ?? {};
        slower[target] = {
          seconds: conflict.seconds,
          neededSeconds: demandedSeconds,
          neededBy: conflict.neededFasterBy,
          path: pathOf(conflict),
        };
        found.set(conflict.ref, slower);
      }
      yield;
    }
  }
  return found;
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
  columns.assertFor(graph);
  const expected = expectedRecovery(graph, columns);
  yield undefined;
  const rto = slowestNeededTargets(graph, columns, { target: 'rto' });
  yield undefined;
  const rpo = slowestNeededTargets(graph, columns, { target: 'rpo' });
  yield undefined;
  const slowest = { rto, rpo };
  const slower = yield* findSlower(graph, columns);

  const waitsFor = (ref: string, node: number) => {
    const found: NonNullable<DependencyStanding['waitsFor']> = {};
    for (const target of ['rto', 'rpo'] as const) {
      const seconds = columns[target][node];
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

  let batch: Array<[string, DependencyStanding]> = [];
  let looked = 0;
  for (const node of graph.nodes()) {
    const ref = graph.refOf(node);
    if (!graph.packed.resolved[node] || !options.isAssessed(ref)) continue;
    const standing = standingOfNeeds(graph, ref, options.protectionOf);
    const isSlower = slower.get(ref);
    if (isSlower) standing.slower = isSlower;
    const waits = waitsFor(ref, node);
    if (waits) standing.waitsFor = waits;
    const beyond = beyondRto(ref, columns.rto[node], expected);
    if (beyond) standing.beyondRto = beyond;
    if (Object.keys(standing).length > 0) batch.push([ref, standing]);
    looked++;
    if (looked % REFS_AT_ONCE === 0) {
      yield batch;
      batch = [];
    }
  }
  yield batch;
}
