import type { DependencyGraph } from '../graph/DependencyGraph';
import type { Reach } from './Reach';

/**
 * What goes on with a workaround: it needs something that was reached, softly. Each with the node that it softly needs: the nearest to where the
 * walk began, then the first in the order of refs.
 *
 * @param options - `softConsumers`: pairs of who can do without an API, and the API
 */
export function degradedBy(
  graph: DependencyGraph,
  options: {
    reach: Reach;
    softConsumers: ReadonlyArray<readonly [consumer: number, api: number]>;
  },
): Map<number, number> {
  const { reach, softConsumers } = options;
  const degraded = new Map<number, number>();
  const offer = (node: number, through: number) => {
    if (reach.includes(node)) return;
    const known = degraded.get(node);
    const isNearer =
      known === undefined ||
      reach.distanceTo(through) < reach.distanceTo(known) ||
      (reach.distanceTo(through) === reach.distanceTo(known) &&
        graph.rankOf(through) < graph.rankOf(known));
    if (isNearer) degraded.set(node, through);
  };
  // No view of each list: there may be a hundred thousand
  const { starts, ends, items, extra } = graph.packed.soft.backward;
  for (const node of reach.nodes) {
    const start = starts[node];
    const list = start < 0 ? extra : items;
    for (let at = start < 0 ? ~start : start; at < ends[node]; at += 2) {
      offer(list[at], node);
    }
  }
  for (const [consumer, api] of softConsumers) offer(consumer, api);
  return degraded;
}
