import {
  reachDependencies,
  softNeighbours,
  type DependencyItem,
  type EntityDependenciesQuery,
} from 'backstage-plugin-continuity-common';
import type { GraphSnapshot } from '../../dependency/GraphSnapshot';

/** Which side of an entity. */
export type Direction = 'needs' | 'neededBy';

/** One that was reached, before anything is read about it. */
export interface DependencyCandidate {
  ref: string;
  distance: number;
  isSoft: boolean;
  path: () => string[];
}

/** The entity, and how far to look. */
interface Question {
  entityRef: string;
  query: EntityDependenciesQuery;
  snapshot: GraphSnapshot;
}

/** Everything on one side of an entity, nearest first, and how many are further away than was asked for. */
export function findCandidates(
  { entityRef, query, snapshot }: Question,
  side: Direction,
) {
  const { graph } = snapshot;
  const { depth, hardOnly = false } = query;
  const direction = side === 'needs' ? 'needs' : 'needed-by';
  const collect = (upTo: number | undefined) => {
    const reach = reachDependencies(graph, {
      from: [entityRef],
      direction,
      depth: upTo,
    });
    const hard = reach.entities().map(
      ({ ref, distance }): DependencyCandidate => ({
        ref,
        distance,
        isSoft: false,
        path: () => reach.pathOf(ref)!,
      }),
    );
    const soft = hardOnly
      ? []
      : softNeighbours(graph, { reach, direction, depth: upTo }).map(
          ({ ref, distance, path }): DependencyCandidate => ({
            ref,
            distance,
            isSoft: true,
            path: () => path,
          }),
        );
    return [...hard, ...soft].sort(
      (a, b) =>
        a.distance - b.distance ||
        Number(a.isSoft) - Number(b.isSoft) ||
        (a.ref < b.ref ? -1 : 1),
    );
  };
  const candidates = collect(depth);
  const beyondDepth =
    depth === undefined ? 0 : collect(undefined).length - candidates.length;
  return { candidates, beyondDepth };
}

/** Where a candidate stands in the order of {@link findCandidates}. */
export type CandidatePlace = [distance: number, isSoft: boolean, ref: string];

/** Whether a candidate comes after a place. */
export function comesAfter(
  { distance, isSoft, ref }: DependencyCandidate,
  [d, soft, r]: CandidatePlace,
): boolean {
  if (distance !== d) return distance > d;
  if (isSoft !== soft) return isSoft;
  return ref > r;
}

/** The two of an edge, from what depends to what is depended on. */
export function endsOf(entityRef: string, other: string, direction: Direction) {
  return direction === 'needs'
    ? ([entityRef, other] as const)
    : ([other, entityRef] as const);
}

/** The class of the way to a candidate: unclassified where any step is. */
export function classOf(
  candidate: DependencyCandidate,
  { graph }: GraphSnapshot,
): DependencyItem['class'] {
  if (candidate.isSoft) return 'soft';
  const path = candidate.path();
  const isUnclassified = path
    .slice(1)
    .some((to, at) => graph.edge(path[at], to)?.class === 'unclassified');
  return isUnclassified ? 'unclassified' : 'hard';
}

/** Targets that don't fit between the entity and one that it needs hard, or that needs it hard. */
export function conflictsOf(
  entityRef: string,
  { ref, isSoft }: DependencyCandidate,
  direction: Direction,
  { graph, columns }: GraphSnapshot,
): DependencyItem['conflicts'] {
  if (isSoft) return [];
  const [source, target] = endsOf(entityRef, ref, direction);
  const isPartOf = (a: string, b: string) => graph.partsOf(a).includes(b);
  const [from, to] = [graph.nodeOf(source), graph.nodeOf(target)];
  const found = (['rto', 'rpo'] as const).filter(
    column => columns[column][to] > columns[column][from],
  );
  if (found.length === 0) return [];
  return isPartOf(source, target) || isPartOf(target, source) ? [] : found;
}
