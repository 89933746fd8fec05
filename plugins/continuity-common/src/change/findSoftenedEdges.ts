import type { DependencyEdge } from '../dependency/graph/dependencyEdge';
import type { DependencyGraph } from '../dependency/graph/DependencyGraph';

/** A dependency that is there before and after, and demands less after. */
export interface SoftenedEdge {
  from: string;
  to: string;
  /** Seconds that it could be endured; null: it was hard. */
  before: number | null;
  /** Null: without limit. */
  after: number | null;
}

function endured({ class: kind, endurableSeconds }: DependencyEdge): number {
  return kind === 'soft' ? endurableSeconds ?? Infinity : -1;
}

/** The dependencies of these entities that become soft, or endurable for longer. */
export function findSoftenedEdges(
  before: DependencyGraph,
  after: DependencyGraph,
  refs: Iterable<string>,
): SoftenedEdge[] {
  const found: SoftenedEdge[] = [];
  for (const ref of refs) {
    const earlier = new Map(before.needsOf(ref).map(edge => [edge.to, edge]));
    for (const edge of after.needsOf(ref)) {
      const was = earlier.get(edge.to);
      if (!was || endured(edge) <= endured(was)) continue;
      found.push({
        from: edge.from,
        to: edge.to,
        before: was.class === 'soft' ? was.endurableSeconds ?? null : null,
        after: edge.endurableSeconds ?? null,
      });
    }
  }
  return found;
}
