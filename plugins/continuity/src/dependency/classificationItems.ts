import type {
  ClassifyDependenciesRequest,
  DependencyEdgeDetail,
} from 'backstage-plugin-continuity-common';

export type ClassificationItem = ClassifyDependenciesRequest['items'][number];

/** What somebody wants to say of dependencies. */
export interface Classification {
  /** null takes back what was said in the portal. */
  strength: 'hard' | 'soft' | null;
  /** ISO or as people write it; null: without limit. */
  endurable: string | null;
}

/**
 * What is to be sent so that whole dependencies are hard or soft. An edge is soft only if every way is, so each way that the portal may
 * classify is named: by the API it goes through, or by what is depended on.
 */
export function classificationItems(
  edges: readonly DependencyEdgeDetail[],
  { strength, endurable }: Classification,
): ClassificationItem[] {
  return edges.flatMap(edge => {
    const open = edge.ways.filter(
      way => way.kind !== 'part' && way.declaredBy !== 'catalog',
    );
    const targets = new Set(open.map(way => way.classifiedAs));
    if (targets.size === 0) targets.add(edge.to);
    return [...targets].map(to => ({
      from: edge.from,
      to,
      strength,
      ...(strength === 'soft' && { endurable }),
      revision: to === edge.to ? edge.classification.revision : 0,
    }));
  });
}
