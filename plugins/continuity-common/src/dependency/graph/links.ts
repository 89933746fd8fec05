import type { DependencyGraph } from './DependencyGraph';
import {
  layOverLists,
  lengthOfList,
  listOf,
  type PackedLists,
} from './packedLists';

/**
 * The edges to walk along, both ways: sorted by ref, hard for the question at hand.
 *
 * @public
 */
export interface DependencyLinks {
  needs: PackedLists;
  neededBy: PackedLists;
}

/** The hard list of each node that has soft edges, with those that an outage of this length makes hard. */
function withEnduredOut(
  graph: DependencyGraph,
  hard: PackedLists,
  soft: PackedLists,
  outage: number,
): PackedLists {
  const changes = new Map<number, ArrayLike<number>>();
  for (let node = 0; node < graph.size; node++) {
    if (lengthOfList(soft, node) === 0) continue;
    const pairs = listOf(soft, node);
    const added: number[] = [];
    for (let at = 0; at < pairs.length; at += 2) {
      if (outage > pairs[at + 1]) added.push(pairs[at]);
    }
    if (added.length === 0) continue;
    changes.set(
      node,
      [...listOf(hard, node), ...added].sort(
        (a, b) => graph.rankOf(a) - graph.rankOf(b),
      ),
    );
  }
  return layOverLists(hard, graph.size, changes);
}

/** The edges that count for an outage of this length, in whole seconds; zero: the hard ones alone. */
export function linksFor(
  graph: DependencyGraph,
  outage: number,
): DependencyLinks {
  const { hard, soft } = graph.packed;
  if (outage <= 0) return { needs: hard.forward, neededBy: hard.backward };
  return {
    needs: withEnduredOut(graph, hard.forward, soft.forward, outage),
    neededBy: withEnduredOut(graph, hard.backward, soft.backward, outage),
  };
}

/** Lays single edges over, for one question. Pairs of from and to; those that are there already do no harm. */
export function withLinks(
  graph: DependencyGraph,
  links: DependencyLinks,
  added: ReadonlyArray<readonly [from: number, to: number]>,
): DependencyLinks {
  if (added.length === 0) return links;
  const needs = new Map<number, Set<number>>();
  const neededBy = new Map<number, Set<number>>();
  const add = (
    lists: PackedLists,
    changes: Map<number, Set<number>>,
    at: number,
    other: number,
  ) => {
    const list = changes.get(at) ?? new Set(listOf(lists, at));
    changes.set(at, list.add(other));
  };
  for (const [from, to] of added) {
    add(links.needs, needs, from, to);
    add(links.neededBy, neededBy, to, from);
  }
  const sorted = (changes: Map<number, Set<number>>) =>
    new Map(
      [...changes].map(([node, list]) => [
        node,
        [...list].sort((a, b) => graph.rankOf(a) - graph.rankOf(b)),
      ]),
    );
  return {
    needs: layOverLists(links.needs, graph.size, sorted(needs)),
    neededBy: layOverLists(links.neededBy, graph.size, sorted(neededBy)),
  };
}
