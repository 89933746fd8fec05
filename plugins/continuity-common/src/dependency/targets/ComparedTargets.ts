import { condense } from '../reach/condense';
import type { DependencyGraph } from '../graph/DependencyGraph';
import { nodesOf } from '../graph/nodesOf';
import { Reach } from '../reach/Reach';
import type {
  ConflictTarget,
  RecoveryColumns,
} from '../recovery/RecoveryColumns';
import { StrictestTargets } from './StrictestTargets';

/**
 * For every entity the target of another that matters most to it.
 *
 * @public
 */
export class ComparedTargets {
  readonly #graph: DependencyGraph;
  readonly #values: Float64Array;
  readonly #otherOf: (node: number) => number;

  /** @param options - `otherOf`: the node whose target matters most to a node, or -1; `values`: the target of each node */
  constructor(
    graph: DependencyGraph,
    options: { values: Float64Array; otherOf: (node: number) => number },
  ) {
    this.#graph = graph;
    this.#values = options.values;
    this.#otherOf = options.otherOf;
  }

  /** The target and the entity it belongs to (of equal ones the first in the order of refs); undefined where there is none. */
  of(ref: string): { seconds: number; ref: string } | undefined {
    const node = this.#graph.nodeOf(ref);
    return node === -1 ? undefined : this.ofNode(node);
  }

  /** As {@link ComparedTargets.of}, by node. */
  ofNode(node: number): { seconds: number; ref: string } | undefined {
    const other = this.#otherOf(node);
    if (other === -1) return undefined;
    return { seconds: this.#values[other], ref: this.#graph.refOf(other) };
  }
}

/** Which targets are compared. @public */
export interface TargetOptions {
  target: ConflictTarget;
  outageSeconds?: number;
  /** The entities that will be asked about; left out: all. */
  refs?: Iterable<string>;
}

function compareTargets(
  graph: DependencyGraph,
  columns: RecoveryColumns,
  options: TargetOptions,
  looking: 'demanded' | 'slowest',
): ComparedTargets {
  columns.assertFor(graph);
  const values = columns[options.target];
  const links = graph.links(options.outageSeconds);
  const nodes =
    options.refs &&
    Reach.from(graph, {
      starts: nodesOf(graph, options.refs).nodes,
      links,
      direction: looking === 'demanded' ? 'needed-by' : 'needs',
    }).nodes;
  const condensation = condense(graph, links, nodes);
  const strictest = new StrictestTargets(condensation, values, looking);
  return new ComparedTargets(graph, {
    values,
    otherOf: node => strictest.of(node),
  });
}

/**
 * The demanded RTO (or RPO) of every entity: the smallest among what transitively hard-depends on it. A System's targets don't count for its
 * own parts (DOMAIN.md §3), nor theirs for it.
 *
 * @public
 */
export function demandedTargets(
  graph: DependencyGraph,
  columns: RecoveryColumns,
  options: TargetOptions,
): ComparedTargets {
  return compareTargets(graph, columns, options, 'demanded');
}

/**
 * The longest RTO (or RPO) among what every entity transitively needs: longer than its own, it waits for a slower dependency.
 *
 * @public
 */
export function slowestNeededTargets(
  graph: DependencyGraph,
  columns: RecoveryColumns,
  options: TargetOptions,
): ComparedTargets {
  return compareTargets(graph, columns, options, 'slowest');
}
