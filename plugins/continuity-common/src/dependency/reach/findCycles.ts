import { condense } from './condense';
import type { DependencyGraph } from '../graph/DependencyGraph';

/**
 * The groups of entities that need each other in a circle, and so recover together: each with its members in the order of refs; sorted by
 * their first. An entity that only depends on itself is none.
 *
 * @public
 */
export function findCycles(
  graph: DependencyGraph,
  options: { outageSeconds?: number } = {},
): string[][] {
  const { count, members, memberOffsets } = condense(
    graph,
    graph.links(options.outageSeconds),
  );
  const cycles: Array<{ rank: number; refs: string[] }> = [];
  for (let c = 0; c < count; c++) {
    const from = memberOffsets[c];
    const to = memberOffsets[c + 1];
    if (to - from < 2) continue;
    cycles.push({
      rank: graph.rankOf(members[from]),
      refs: Array.from(members.subarray(from, to), node => graph.refOf(node)),
    });
  }
  return cycles.sort((a, b) => a.rank - b.rank).map(({ refs }) => refs);
}
