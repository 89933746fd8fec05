import type { DependencyGraph } from '../graph/DependencyGraph';
import { reachDependencies } from './reachDependencies';

/**
 * Why one entity needs another: the shortest path between them, both included. Of several, the first in the order of the refs along it.
 * Undefined where it doesn't need the other.
 *
 * @public
 */
export function findShortestPath(
  graph: DependencyGraph,
  options: { from: string; to: string; outageSeconds?: number },
): string[] | undefined {
  const { from, to, outageSeconds } = options;
  return reachDependencies(graph, {
    from: [from],
    direction: 'needs',
    outageSeconds,
  }).pathOf(to);
}
