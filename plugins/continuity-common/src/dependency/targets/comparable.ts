import type { DependencyGraph } from '../graph/DependencyGraph';
import { listOf } from '../graph/packedLists';

function hasPart(graph: DependencyGraph, system: number, part: number) {
  const parts = graph.packed.ways.parts;
  // A part is in few Systems, a System has many parts
  return listOf(parts.backward, part).some(item => item >> 2 === system);
}

/** Whether the targets of two entities are compared: not with itself, and not a System's with its own parts' (DOMAIN.md §3). */
export function comparable(
  graph: DependencyGraph,
  a: number,
  b: number,
): boolean {
  return a !== b && !hasPart(graph, a, b) && !hasPart(graph, b, a);
}
