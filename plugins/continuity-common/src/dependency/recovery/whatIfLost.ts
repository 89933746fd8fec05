import { consumersOfApis } from '../reach/consumersOfApis';
import { UNLIMITED } from '../graph/declaration';
import type { DependencyGraph } from '../graph/DependencyGraph';
import { Loss } from './Loss';
import { withLinks } from '../graph/links';
import { nodesOf } from '../graph/nodesOf';
import { listOf } from '../graph/packedLists';
import { Reach } from '../reach/Reach';

/** Adds the parts of lost Systems, and theirs; says for each through which System. */
function addParts(
  graph: DependencyGraph,
  named: readonly number[],
): Map<number, number | undefined> {
  const lost = new Map<number, number | undefined>();
  for (const node of named) lost.set(node, undefined);
  const { parts } = graph.packed.ways;
  for (const system of lost.keys()) {
    for (const item of listOf(parts.forward, system)) {
      const part = item >> 2;
      if (!lost.has(part)) lost.set(part, system);
    }
  }
  return lost;
}

/**
 * What happens if some entities are lost (DOMAIN.md §6): who can't be recovered without them, who is degraded, in which order and when all
 * of it is back. Losing a System loses its parts; losing an API hits those who consume it.
 *
 * @public
 */
export function whatIfLost(
  graph: DependencyGraph,
  options: {
    lost: Iterable<string>;
    /** How long the outage is assumed to last; without it no workaround ends. */
    outageSeconds?: number;
  },
): Loss {
  const { nodes, unknown } = nodesOf(graph, options.lost);
  const lost = addParts(graph, nodes);
  const outageSeconds = Math.min(options.outageSeconds ?? 0, UNLIMITED);
  const consumers = consumersOfApis(graph, lost.keys(), outageSeconds);
  const links = withLinks(
    graph,
    graph.links(options.outageSeconds),
    consumers.hard,
  );
  const starts = [...lost.keys()].sort(
    (a, b) => graph.rankOf(a) - graph.rankOf(b),
  );
  const reach = Reach.from(graph, { starts, links, direction: 'needed-by' });
  return new Loss({
    graph,
    links,
    reach,
    lost,
    unknown,
    softConsumers: consumers.soft,
  });
}
