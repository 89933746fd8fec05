import type { DependencyGraph } from '../graph/DependencyGraph';
import { reachDependencies } from '../reach/reachDependencies';

/** The edges as walks see them; those in words are made anew from what is stated. */
function walked(graph: DependencyGraph, outageSeconds?: number) {
  return graph.refs().map(ref =>
    (['needs', 'needed-by'] as const).map(direction =>
      reachDependencies(graph, {
        from: [ref],
        direction,
        outageSeconds,
        depth: 1,
      }).refs(),
    ),
  );
}

/** All that a graph says of itself, to compare two. */
export function everythingOf(graph: DependencyGraph) {
  return {
    refs: graph.refs(),
    resolved: graph.refs().filter(ref => graph.isResolved(ref)),
    edges: [...graph.edges()],
    hard: walked(graph),
    hardInLongOutage: walked(graph, Infinity),
    neededBy: graph.refs().map(ref => graph.neededByOf(ref)),
    unresolved: graph.unresolved(),
    selfDependencies: graph.selfDependencies(),
    parts: graph.refs().map(ref => graph.partsOf(ref)),
    systems: graph.refs().map(ref => graph.systemsOf(ref)),
    consumers: graph.refs().map(ref => graph.consumersOf(ref)),
    providers: graph.refs().map(ref => graph.providersOf(ref)),
    counts: graph.counts(),
  };
}
