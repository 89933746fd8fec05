import { componentsAlong } from './componentsAlong';
import { condense, type Condensation } from './condense';
import type { DependencyGraph } from './DependencyGraph';
import type { Links } from './links';
import { nodesOf } from './nodesOf';
import { listOf } from './packedLists';
import { Reach } from './Reach';
import type { ConflictTarget, RecoveryColumns } from './RecoveryColumns';
import { StrictestTargets } from './StrictestTargets';
import {
  bitCount,
  walkDependents,
  type CountedDependent,
} from './walkDependents';

/**
 * A dependency that may take longer than what depends on it: "may take 24 h, needed in 1 h by 7 services". One for each such dependency.
 *
 * @public
 */
export interface TargetConflict {
  /** The dependency. */
  ref: string;
  target: ConflictTarget;
  /** Its own target. */
  seconds: number;
  /** The shortest target among what depends on it. */
  demandedSeconds: number;
  /** Whose target that is; of several the first in the order of refs. */
  demandedBy: string;
  /** How many demand just that. */
  demandedByCount: number;
  /** How many have a shorter target than it, all told. */
  neededFasterBy: number;
}

interface OpenConflict {
  node: number;
  component: number;
  strictest: number;
  demandedByCount: number;
  neededFasterBy: number;
}

/** What a question is limited to: who may demand, and what may be too slow. */
interface Limits {
  nodes?: Int32Array;
  mayDemand: (node: number) => boolean;
  mayBeSlow: (node: number) => boolean;
}

function limitTo(
  graph: DependencyGraph,
  links: Links,
  refs: Iterable<string> | undefined,
): Limits {
  const everything = () => true;
  if (!refs) return { mayDemand: everything, mayBeSlow: everything };
  const starts = nodesOf(graph, refs).nodes;
  const above = Reach.from(graph, { starts, links, direction: 'needed-by' });
  const below = Reach.from(graph, { starts, links, direction: 'needs' });
  const nodes = new Set([...above.nodes, ...below.nodes]);
  return {
    nodes: Int32Array.from(nodes),
    mayDemand: node => above.includes(node),
    mayBeSlow: node => below.includes(node),
  };
}

/** Whether one node needs the other, as far as the condensation goes. */
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
  mayDemand: (node: number) => boolean,
): void {
  const { graph, componentOf } = condensation;
  const { forward, backward } = graph.packed.ways.parts;
  const { node, strictest } = conflict;
  const related = new Set(
    [...listOf(backward, node), ...listOf(forward, node)].map(
      item => item >> 2,
    ),
  );
  related.delete(node);
  for (const other of related) {
    if (componentOf[other] === -1 || !mayDemand(other)) continue;
    if (!(values[other] < values[node])) continue;
    if (!needs(condensation, other, node)) continue;
    conflict.neededFasterBy--;
    if (values[other] === values[strictest]) conflict.demandedByCount--;
  }
}

function countDemands(
  condensation: Condensation,
  values: Float64Array,
  conflicts: OpenConflict[],
  mayDemand: (node: number) => boolean,
): void {
  const { members } = condensation;
  const longest = conflicts.reduce(
    (most, { node }) => Math.max(most, values[node]),
    0,
  );
  const targets: number[] = [];
  const groups = new Map<number, number>();
  const dependents: CountedDependent[] = [];
  for (const node of members) {
    const value = values[node];
    if (!(value < longest) || !mayDemand(node)) continue;
    let group = groups.get(value);
    if (group === undefined) {
      group = targets.length;
      groups.set(value, group);
      targets.push(value);
    }
    dependents.push({ node, group });
  }
  walkDependents(condensation, dependents, found => {
    const { words, stride, group, weight, masks } = found;
    for (const conflict of conflicts) {
      const from = conflict.component * stride;
      for (let w = 0; w < words; w++) {
        const mask = masks[from + w];
        const target = targets[group[w]];
        if (mask === 0 || target >= values[conflict.node]) continue;
        const bits = weight[w] * bitCount(mask);
        conflict.neededFasterBy += bits;
        if (target === values[conflict.strictest]) {
          conflict.demandedByCount += bits;
        }
      }
    }
  });
}

/**
 * Finds the dependencies whose RTO (or RPO) is longer than that of something that transitively hard-depends on them (DOMAIN.md §6). RPOs
 * are compared only where both hold data. A System's targets are not compared with its own parts'.
 *
 * With `around`, only what hangs on these entities is looked at: demands of what depends on them (or of themselves), upon what they need (or
 * upon themselves).
 *
 * @returns in the order of refs
 * @public
 */
export function findTargetConflicts(
  graph: DependencyGraph,
  columns: RecoveryColumns,
  options: {
    target: ConflictTarget;
    outageSeconds?: number;
    around?: Iterable<string>;
  },
): TargetConflict[] {
  columns.assertFor(graph);
  const { target } = options;
  const links = graph.links(options.outageSeconds);
  const limits = limitTo(graph, links, options.around);
  const condensation = condense(graph, links, limits.nodes);
  const values = columns[target];
  const demanding = limits.nodes
    ? values.map((value, node) => (limits.mayDemand(node) ? value : NaN))
    : values;
  const demanded = new StrictestTargets(condensation, demanding, 'demanded');

  const conflicts: OpenConflict[] = [];
  for (const node of condensation.members) {
    if (Number.isNaN(values[node]) || !limits.mayBeSlow(node)) continue;
    const strictest = demanded.of(node);
    if (strictest === -1 || values[strictest] >= values[node]) continue;
    conflicts.push({
      node,
      component: condensation.componentOf[node],
      strictest,
      demandedByCount: 0,
      neededFasterBy: 0,
    });
  }
  countDemands(condensation, values, conflicts, limits.mayDemand);
  for (const conflict of conflicts) {
    takeOffOwn(condensation, values, conflict, limits.mayDemand);
  }
  return conflicts
    .sort((a, b) => graph.rankOf(a.node) - graph.rankOf(b.node))
    .map(({ node, strictest, demandedByCount, neededFasterBy }) => ({
      ref: graph.refOf(node),
      target,
      seconds: values[node],
      demandedSeconds: values[strictest],
      demandedBy: graph.refOf(strictest),
      demandedByCount,
      neededFasterBy,
    }));
}
