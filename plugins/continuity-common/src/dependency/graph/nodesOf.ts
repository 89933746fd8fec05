import type { DependencyGraph } from './DependencyGraph';

/** The nodes of some refs, each once, in the order of refs; and the refs that the graph doesn't have, sorted. */
export function nodesOf(
  graph: DependencyGraph,
  refs: Iterable<string>,
): { nodes: number[]; unknown: string[] } {
  const ranks = new Set<number>();
  const unknown = new Set<string>();
  for (const ref of refs) {
    const node = graph.nodeOf(ref);
    if (node === -1) unknown.add(ref.toLowerCase());
    else ranks.add(graph.rankOf(node));
  }
  return {
    nodes: [...ranks].sort((a, b) => a - b).map(rank => graph.nodeAt(rank)),
    unknown: [...unknown].sort(),
  };
}
