import { condense } from '../reach/condense';
import type { DependencyGraph } from '../graph/DependencyGraph';
import type { DependencyLinks } from '../graph/links';
import { nodesOf } from '../graph/nodesOf';
import { Reach } from '../reach/Reach';
import type {
  ConflictTarget,
  RecoveryColumns,
} from '../recovery/RecoveryColumns';
import { StrictestTargets } from './StrictestTargets';

/**
 * A dependency that may take longer than what depends on it. One for each such dependency.
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
}

/** What a question is limited to: who may demand, and what may be too slow. */
interface Limits {
  nodes?: Int32Array;
  mayDemand: (node: number) => boolean;
  mayBeSlow: (node: number) => boolean;
}

function limitTo(
  graph: DependencyGraph,
  links: DependencyLinks,
  refs: Iterable<string> | undefined,
): Limits {
  const everything = () => true;
  if (!refs) return { mayDemand: everything, mayBeSlow: everything };
  const starts = nodesOf(graph, refs).nodes;
  const above = Reach.from(graph, { starts, links, direction: 'needed-by' });
  const below = Reach.from(graph, { starts, links, direction: 'needs' });
  const nodes = new Int32Array(above.nodes.length + below.nodes.length);
  nodes.set(above.nodes);
  let count = above.nodes.length;
  for (const node of below.nodes) {
    if (!above.includes(node)) nodes[count++] = node;
  }
  return {
    nodes: nodes.subarray(0, count),
    mayDemand: node => above.includes(node),
    mayBeSlow: node => below.includes(node),
  };
}

/**
 * Finds the dependencies whose RTO (or RPO) is longer than that of something that transitively hard-depends on them (DOMAIN.md §6). RPOs
 * are compared only where both hold data. A System's targets are not compared with its own parts'. `countTargetDemands` tells how many
 * are concerned, `explainTargets` who and why.
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

  const conflicts: Array<{ rank: number; conflict: TargetConflict }> = [];
  for (const node of condensation.members) {
    if (Number.isNaN(values[node]) || !limits.mayBeSlow(node)) continue;
    const strictest = demanded.of(node);
    if (strictest === -1 || values[strictest] >= values[node]) continue;
    conflicts.push({
      rank: graph.rankOf(node),
      conflict: {
        ref: graph.refOf(node),
        target,
        seconds: values[node],
        demandedSeconds: values[strictest],
        demandedBy: graph.refOf(strictest),
      },
    });
  }
  return conflicts
    .sort((a, b) => a.rank - b.rank)
    .map(({ conflict }) => conflict);
}
