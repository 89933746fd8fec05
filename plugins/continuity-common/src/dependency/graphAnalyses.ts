import { demandedTargets } from './targets/ComparedTargets';
import { Concentration } from './recovery/Concentration';
import {
  countTargetDemandsInSteps,
  type CountedTargetConflict,
} from './targets/countTargetDemands';
import type { DependencyGraph } from './graph/DependencyGraph';
import { findCycles } from './reach/findCycles';
import { findTargetConflicts } from './targets/findTargetConflicts';
import type { RecoveryColumns } from './recovery/RecoveryColumns';

const CONFLICTS_AT_ONCE = 500;

/**
 * What lists show of any entity of a graph, by node.
 *
 * @public
 */
export interface GraphSurvey {
  /** Its demanded RTO in seconds; NaN where nobody demands one. */
  demandedRto: Float64Array;
  /** The number of the cycle it is in; -1: in none. */
  cycleOf: Int32Array;
  /** The nodes of each cycle, in the order of refs. */
  cycles: Int32Array[];
}

/** Surveys a graph, with pauses. */
export function* surveyGraph(
  graph: DependencyGraph,
  columns: RecoveryColumns,
): Generator<undefined, GraphSurvey> {
  const demanded = demandedTargets(graph, columns, { target: 'rto' });
  yield;
  const demandedRto = new Float64Array(graph.size).fill(NaN);
  for (let node = 0; node < graph.size; node++) {
    demandedRto[node] = demanded.ofNode(node)?.seconds ?? NaN;
  }
  yield;
  const cycleOf = new Int32Array(graph.size).fill(-1);
  const cycles = findCycles(graph).map((refs, cycle) => {
    const nodes = Int32Array.from(refs, ref => graph.nodeOf(ref));
    for (const node of nodes) cycleOf[node] = cycle;
    return nodes;
  });
  return { demandedRto, cycleOf, cycles };
}

/**
 * The entities without which others can't be recovered, those that matter most first.
 *
 * @public
 */
export interface RankedConcentration {
  nodes: Int32Array;
  /** For each of them as many numbers as there are tiers. */
  counts: Int32Array;
}

/** Ranks by concentration, with pauses. */
export function* rankConcentration(
  graph: DependencyGraph,
  columns: RecoveryColumns,
): Generator<undefined, RankedConcentration> {
  const concentration = yield* Concentration.inSteps(graph, columns);
  return concentration.ranked();
}

/** Every conflict, the strongest first: how many need it faster, then by ref. In pieces, with pauses (`undefined`). */
export function* rankConflicts(
  graph: DependencyGraph,
  columns: RecoveryColumns,
): Generator<CountedTargetConflict[] | undefined, void> {
  const rto = findTargetConflicts(graph, columns, { target: 'rto' });
  yield undefined;
  const rpo = findTargetConflicts(graph, columns, { target: 'rpo' });
  yield undefined;
  const counted = yield* countTargetDemandsInSteps(graph, columns, [
    ...rto,
    ...rpo,
  ]);
  const sorted = counted.sort(
    (a, b) =>
      b.neededFasterBy - a.neededFasterBy ||
      compare(a.ref, b.ref) ||
      compare(b.target, a.target),
  );
  for (let from = 0; from < sorted.length; from += CONFLICTS_AT_ONCE) {
    yield sorted.slice(from, from + CONFLICTS_AT_ONCE);
  }
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
