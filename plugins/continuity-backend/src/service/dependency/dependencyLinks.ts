import type {
  DependencyLink,
  DependencyGraph,
} from 'backstage-plugin-continuity-common';

/** More lines than this nobody can tell apart; the rest is counted. */
const MOST_LINKS = 5_000;

/** The edges among some entities, for a picture. */
export function dependencyLinks(
  graph: DependencyGraph,
  refs: Iterable<string>,
): { links: DependencyLink[]; linksTruncated: number } {
  const among = new Set(refs);
  const links: DependencyLink[] = [];
  let linksTruncated = 0;
  for (const from of among) {
    for (const edge of graph.needsOf(from)) {
      if (!among.has(edge.to)) continue;
      if (links.length < MOST_LINKS) {
        links.push({ from, to: edge.to, class: edge.class });
      } else linksTruncated++;
    }
  }
  return { links, linksTruncated };
}
