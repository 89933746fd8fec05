import { comparable } from './comparable';
import { countTargetDemandsInSteps } from './countTargetDemands';
import type { DependencyGraph } from '../graph/DependencyGraph';
import type { DependencyStanding } from '../standing/dependencyStanding';
import {
  findTargetConflicts,
  type TargetConflict,
} from './findTargetConflicts';
import { Reach } from '../reach/Reach';
import type { RecoveryColumns } from '../recovery/RecoveryColumns';

type Slower = NonNullable<DependencyStanding['slower']>;

/** Nobody reads longer ones, and in a long chain they would fill the memory. */
const LONGEST_PATH = 30;
const PATHS_AT_ONCE = 200;

/**
 * The path from the nearest of those who demand just that and are compared with the dependency, looked for from the dependency, further and
 * further: it is near, as a rule, and the graph is large.
 */
export function pathFromNearest(
  graph: DependencyGraph,
  values: Float64Array,
  options: { node: number; demandedSeconds: number },
): string[] | undefined {
  const { node, demandedSeconds } = options;
  for (let depth = 2; ; depth *= 2) {
    const reach = Reach.from(graph, {
      starts: [node],
      links: graph.links(),
      direction: 'needed-by',
      depth,
    });
    let nearest = -1;
    for (const other of reach.nodes) {
      if (values[other] !== demandedSeconds) continue;
      if (!comparable(graph, other, node)) continue;
      const isNearer =
        nearest === -1 ||
        reach.distanceTo(other) < reach.distanceTo(nearest) ||
        (reach.distanceTo(other) === reach.distanceTo(nearest) &&
          graph.rankOf(other) < graph.rankOf(nearest));
      if (isNearer) nearest = other;
    }
    if (nearest !== -1) {
      return reach.distanceTo(nearest) > LONGEST_PATH
        ? [graph.refOf(nearest), '…', graph.refOf(node)]
        : reach.pathOfNode(nearest);
    }
    if (depth > graph.size) return undefined;
  }
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
    // Whoever demands is dependent, so there is a path
    const cut = [demandedBy, '…', ref];
    if (reach.distanceTo(node) > LONGEST_PATH) return cut;
    const path = reach.pathOfNode(node)!;
    return comparable(graph, graph.nodeOf(path[0]), node)
      ? path
      : pathFromNearest(graph, values, { node, demandedSeconds }) ?? cut;
  };
}

/**
 * By dependency, the conflict with the shortest path from one that demands most. With `only`, of these nodes.
 */
export function* findSlower(
  graph: DependencyGraph,
  columns: RecoveryColumns,
  options: { only?: ReadonlySet<number> } = {},
): Generator<undefined, Map<number, Slower>> {
  const { only } = options;
  const found = new Map<number, Slower>();
  for (const target of ['rto', 'rpo'] as const) {
    const all = findTargetConflicts(graph, columns, {
      target,
      around: only && Array.from(only, node => graph.refOf(node)),
    });
    yield;
    const uncounted = only
      ? all.filter(({ ref }) => only.has(graph.nodeOf(ref)))
      : all;
    const conflicts = yield* countTargetDemandsInSteps(
      graph,
      columns,
      uncounted,
    );
    const byDemand = new Map<number, typeof conflicts>();
    for (const conflict of conflicts) {
      const own = byDemand.get(conflict.demandedSeconds);
      if (own) own.push(conflict);
      else byDemand.set(conflict.demandedSeconds, [conflict]);
    }
    let looked = 0;
    for (const [demandedSeconds, own] of byDemand) {
      const pathOf = pathsFrom(graph, columns[target], demandedSeconds);
      for (const conflict of own) {
        const node = graph.nodeOf(conflict.ref);
        const slower = found.get(node) ?? {};
        slower[target] = {
          seconds: conflict.seconds,
          neededSeconds: demandedSeconds,
          neededBy: conflict.neededFasterBy,
          path: pathOf(conflict),
        };
        found.set(node, slower);
        looked++;
        if (looked % PATHS_AT_ONCE === 0) yield;
      }
    }
  }
  return found;
}
