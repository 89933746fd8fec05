import { comparable } from './comparable';
import { componentsAlong } from '../reach/componentsAlong';
import { condense, type Condensation } from '../reach/condense';
import type { DependencyGraph } from '../graph/DependencyGraph';
import type { TargetConflict } from './findTargetConflicts';
import { listOf } from '../graph/packedLists';
import { Reach } from '../reach/Reach';
import type { RecoveryColumns } from '../recovery/RecoveryColumns';
import {
  bitCount,
  DEPENDENTS_AT_ONCE,
  walksOfDependents,
  type CountedDependent,
} from '../reach/walksOfDependents';

/**
 * A conflict with how many demand it: "may take 24 h, needed in 1 h by 7 services".
 *
 * @public
 */
export interface CountedTargetConflict extends TargetConflict {
  /** How many demand just `demandedSeconds`. */
  demandedByCount: number;
  /** How many have a shorter target than the dependency, all told. */
  neededFasterBy: number;
}

/** After so many there is a pause. */
const CONFLICTS_AT_ONCE = 100;

/** A conflict that is being counted. */
interface OpenConflict {
  node: number;
  seconds: number;
  counted: CountedTargetConflict;
}

function count(conflict: OpenConflict, target: number, by: number): void {
  if (!(target < conflict.seconds)) return;
  conflict.counted.neededFasterBy += by;
  if (target === conflict.counted.demandedSeconds) {
    conflict.counted.demandedByCount += by;
  }
}

/** For a few: goes through all that depends on each. */
function* countByWalking(
  graph: DependencyGraph,
  values: Float64Array,
  conflicts: OpenConflict[],
  outageSeconds: number | undefined,
): Generator<undefined, void> {
  const links = graph.links(outageSeconds);
  for (const conflict of conflicts) {
    const { nodes } = Reach.from(graph, {
      starts: [conflict.node],
      links,
      direction: 'needed-by',
    });
    for (const other of nodes) {
      if (comparable(graph, other, conflict.node)) {
        count(conflict, values[other], 1);
      }
    }
    yield;
  }
}

/** Whether one node needs the other. */
function needs(condensation: Condensation, from: number, to: number): boolean {
  const { componentOf } = condensation;
  const source = componentOf[from];
  const target = componentOf[to];
  // What is needed has the smaller number
  if (source <= target) return source === target;
  return componentsAlong(condensation, source, 'needs')[target] === 1;
}

/** Takes off what was counted although its targets are not compared: the entity's own Systems, and its own parts. */
function takeOffOwn(
  condensation: Condensation,
  values: Float64Array,
  conflict: OpenConflict,
): void {
  const { graph, links } = condensation;
  const { forward, backward } = graph.packed.ways.parts;
  const { node } = conflict;
  const own = new Set(
    [...listOf(backward, node), ...listOf(forward, node)].map(
      item => item >> 2,
    ),
  );
  own.delete(node);
  for (const other of own) {
    if (!(values[other] < conflict.seconds)) continue;
    const isNear = listOf(links.needs, other).includes(node);
    if (isNear || needs(condensation, other, node)) {
      count(conflict, values[other], -1);
    }
  }
}

/** For many: all dependents at once. */
function* countTogether(
  graph: DependencyGraph,
  values: Float64Array,
  conflicts: OpenConflict[],
  dependents: CountedDependent[],
  options: { targets: number[]; outageSeconds?: number },
): Generator<undefined, void> {
  const condensation = condense(graph, graph.links(options.outageSeconds));
  const { componentOf } = condensation;
  // Every conflict is looked at in every pass, so it is done without objects
  const size = conflicts.length;
  const components = Int32Array.from(conflicts, c => componentOf[c.node]);
  const seconds = Float64Array.from(conflicts, c => c.seconds);
  const demanded = Float64Array.from(conflicts, c => c.counted.demandedSeconds);
  const faster = new Int32Array(size);
  const justThat = new Int32Array(size);
  for (const found of walksOfDependents(condensation, dependents)) {
    const { words, stride, group, weight, masks } = found;
    const targets = Float64Array.from(group, g => options.targets[g]);
    for (let i = 0; i < size; i++) {
      const from = components[i] * stride;
      for (let w = 0; w < words; w++) {
        const mask = masks[from + w];
        if (mask === 0 || !(targets[w] < seconds[i])) continue;
        const by = weight[w] * bitCount(mask);
        faster[i] += by;
        if (targets[w] === demanded[i]) justThat[i] += by;
      }
    }
    yield;
  }
  for (let i = 0; i < size; i++) {
    conflicts[i].counted.neededFasterBy += faster[i];
    conflicts[i].counted.demandedByCount += justThat[i];
  }
  for (let at = 0; at < conflicts.length; at++) {
    takeOffOwn(condensation, values, conflicts[at]);
    if (at % CONFLICTS_AT_ONCE === 0) yield;
  }
}

/**
 * Counts for each conflict, over the whole graph, who demands it. A few conflicts take a walk each; for all of a large catalog it is seconds
 * of work.
 *
 * @returns in the order given
 * @public
 */
export function countTargetDemands(
  graph: DependencyGraph,
  columns: RecoveryColumns,
  conflicts: readonly TargetConflict[],
  options: { outageSeconds?: number } = {},
): CountedTargetConflict[] {
  const counting = countTargetDemandsInSteps(
    graph,
    columns,
    conflicts,
    options,
  );
  for (;;) {
    const { done, value } = counting.next();
    if (done) return value;
  }
}

/**
 * As {@link countTargetDemands}, with pauses of which a server can make use: it is done when the generator returns.
 *
 * @public
 */
export function* countTargetDemandsInSteps(
  graph: DependencyGraph,
  columns: RecoveryColumns,
  conflicts: readonly TargetConflict[],
  options: { outageSeconds?: number } = {},
): Generator<undefined, CountedTargetConflict[]> {
  columns.assertFor(graph);
  const { outageSeconds } = options;
  const open = conflicts.map(conflict => ({
    node: graph.nodeOf(conflict.ref),
    seconds: conflict.seconds,
    counted: { ...conflict, demandedByCount: 0, neededFasterBy: 0 },
  }));
  for (const target of ['rto', 'rpo'] as const) {
    const own = open.filter(({ counted }) => counted.target === target);
    if (own.length === 0) continue;
    const values = columns[target];
    const longest = own.reduce(
      (most, { seconds }) => Math.max(most, seconds),
      0,
    );
    const targets: number[] = [];
    const groups = new Map<number, number>();
    const dependents: CountedDependent[] = [];
    values.forEach((value, node) => {
      if (!(value < longest)) return;
      let group = groups.get(value);
      if (group === undefined) {
        group = targets.length;
        groups.set(value, group);
        targets.push(value);
      }
      dependents.push({ node, group });
    });
    // One walk together costs about as much as two of one conflict
    const together = Math.ceil(dependents.length / DEPENDENTS_AT_ONCE);
    if (own.length <= together * 2) {
      yield* countByWalking(graph, values, own, outageSeconds);
    } else {
      yield* countTogether(graph, values, own, dependents, {
        targets,
        outageSeconds,
      });
    }
  }
  return open.map(({ counted }) => counted);
}
