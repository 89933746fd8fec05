import { condense } from './condense';
import type { DependencyGraph } from './DependencyGraph';
import type { ConflictTarget, RecoveryColumns } from './RecoveryColumns';
import { StrictestTargets } from './StrictestTargets';

/**
 * For every entity the target of another that matters most to it.
 *
 * @public
 */
export class ComparedTargets {
  readonly #graph: DependencyGraph;
  readonly #values: Float64Array;
  readonly #strictest: StrictestTargets;

  constructor(
    graph: DependencyGraph,
    values: Float64Array,
    strictest: StrictestTargets,
  ) {
    this.#graph = graph;
    this.#values = values;
    this.#strictest = strictest;
  }

  /** The target and the entity it belongs to (of equal ones the first in the order of refs); undefined where there is none. */
  of(ref: string): { seconds: number; ref: string } | undefined {
    const node = this.#graph.nodeOf(ref);
    const other = node === -1 ? -1 : this.#strictest.of(node);
    if (other === -1) return undefined;
    return { seconds: this.#values[other], ref: this.#graph.refOf(other) };
  }
}

interface TargetOptions {
  target: ConflictTarget;
  outageSeconds?: number;
}

function compareTargets(
  graph: DependencyGraph,
  columns: RecoveryColumns,
  options: TargetOptions,
  looking: 'demanded' | 'slowest',
): ComparedTargets {
  columns.assertFor(graph);
  const values = columns[options.target];
  const condensation = condense(graph, graph.links(options.outageSeconds));
  return new ComparedTargets(
    graph,
    values,
    new StrictestTargets(condensation, values, looking),
  );
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
