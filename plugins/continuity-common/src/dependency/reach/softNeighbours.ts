import type { DependencyGraph } from '../graph/DependencyGraph';
import { listOf } from '../graph/packedLists';
import type { DependencyDirection, Reach, ReachedEntity } from './Reach';

/**
 * An entity that a walk over hard dependencies comes to by one soft dependency more, and no further.
 *
 * @public
 */
export interface SoftNeighbour extends ReachedEntity {
  /** From what depends to what is depended on, both included. */
  path: string[];
}

/**
 * What is needed softly by what was reached (`needs`), or needs it softly (`needed-by`), and was not reached itself. Nearest first, then in the
 * order of refs; over the nearest, then the first in the order of refs.
 *
 * @param options - `outageSeconds`: as in the walk: what can't be endured for so long is hard
 * @public
 */
export function softNeighbours(
  graph: DependencyGraph,
  options: {
    reach: Reach;
    direction: DependencyDirection;
    outageSeconds?: number;
    /** How many edges far; default: to the end. */
    depth?: number;
  },
): SoftNeighbour[] {
  const { reach, direction, outageSeconds = 0, depth = Infinity } = options;
  const { soft } = graph.packed;
  const lists = direction === 'needs' ? soft.forward : soft.backward;
  const found = new Map<number, { through: number; distance: number }>();
  for (const through of reach.nodes) {
    const distance = reach.distanceTo(through) + 1;
    if (distance > depth) break;
    const pairs = listOf(lists, through);
    for (let at = 0; at < pairs.length; at += 2) {
      const node = pairs[at];
      if (reach.includes(node) || outageSeconds > pairs[at + 1]) continue;
      const known = found.get(node);
      const isBetter =
        !known ||
        distance < known.distance ||
        (distance === known.distance &&
          graph.rankOf(through) < graph.rankOf(known.through));
      if (isBetter) found.set(node, { through, distance });
    }
  }
  return [...found]
    .sort(
      ([a, x], [b, y]) =>
        x.distance - y.distance || graph.rankOf(a) - graph.rankOf(b),
    )
    .map(([node, { through, distance }]) => {
      const ref = graph.refOf(node);
      const path = reach.pathOfNode(through)!;
      return {
        ref,
        distance,
        path: direction === 'needs' ? [...path, ref] : [ref, ...path],
      };
    });
}
