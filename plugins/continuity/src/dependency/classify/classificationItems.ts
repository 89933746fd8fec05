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
    const revisions = new Map(
      open.map(way => [way.classifiedAs, way.revision ?? 0]),
    );
    if (revisions.size === 0) revisions.set(edge.to, 0);
    return [...revisions].map(([to, revision]) => ({
      from: edge.from,
      to,
      strength,
      ...(strength === 'soft' && { endurable }),
      revision: to === edge.to ? edge.classification.revision : revision,
    }));
  });
}
