import type {
  DependencyEdge,
  DependencyEdgeDetail,
} from 'backstage-plugin-continuity-common';
import type { StoredClassification } from '../../dependency/ClassificationStore';

/** An edge with what was said of it, as answers show it. */
export function describeDependencyEdge(
  edge: DependencyEdge,
  options: {
    /** What the portal says of the dependencies of `from`, by `to`. */
    said: ReadonlyMap<string, StoredClassification> | undefined;
    /** Whether the caller may classify dependencies of `from`. */
    isAllowed: boolean;
  },
): DependencyEdgeDetail {
  const stored = options.said?.get(edge.to);
  const ways = edge.ways.map(way => ({
    kind: way.kind,
    api: way.api ?? null,
    class: way.class,
    endurableSeconds: way.endurableSeconds ?? null,
    declaredBy: way.declaredBy ?? null,
    classifiedAs: way.classifiedAs,
    revision: options.said?.get(way.classifiedAs)?.revision ?? 0,
  }));
  // That a System needs its parts is so by definition
  const isQuestion = ways.some(way => way.kind !== 'part');
  const locked =
    isQuestion &&
    ways.every(way => way.kind === 'part' || way.declaredBy === 'catalog');
  return {
    from: edge.from,
    to: edge.to,
    class: edge.class,
    endurableSeconds: edge.endurableSeconds ?? null,
    ways,
    classification: {
      revision: stored?.revision ?? 0,
      strength: stored?.strength ?? null,
      reason: stored?.reason ?? null,
      endurableSeconds: stored?.endurableSeconds ?? null,
      by: stored?.updatedBy ?? null,
      at: stored?.updatedAt ?? null,
    },
    locked,
    mayClassify: options.isAllowed && isQuestion && !locked,
  };
}
