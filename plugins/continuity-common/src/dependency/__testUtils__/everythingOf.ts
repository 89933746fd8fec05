import type { DependencyGraph } from '../DependencyGraph';

/** All that a graph says of itself, to compare two. */
export function everythingOf(graph: DependencyGraph) {
  return {
    refs: graph.refs(),
    resolved: graph.refs().filter(ref => graph.isResolved(ref)),
    edges: [...graph.edges()],
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
