import type { DependencyGraph } from '../graph/DependencyGraph';
import { nodesOf } from '../graph/nodesOf';
import { Reach, type DependencyDirection } from './Reach';

/**
 * Everything that some entities need to be recovered, or everything that can't be recovered without them: over hard and unclassified edges,
 * and over soft ones that can't be endured for the outage. Refs that the graph doesn't have are passed over.
 *
 * @public
 */
export function reachDependencies(
  graph: DependencyGraph,
  options: {
    from: readonly string[];
    direction: DependencyDirection;
    /** How long the outage lasts; without it soft edges are not followed. */
    outageSeconds?: number;
    /** How many edges far; default: to the end. */
    depth?: number;
  },
): Reach {
  return Reach.from(graph, {
    starts: nodesOf(graph, options.from).nodes,
    links: graph.links(options.outageSeconds),
    direction: options.direction,
    depth: options.depth,
  });
}
