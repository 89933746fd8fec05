import type { DependencyLink } from './dependencyNode';
import type { DependencyItem, EntityDependencies } from './entityDependencies';

type Direction = 'needs' | 'neededBy';

/** No more entities at once than can be read. @public */
export const mostPictureNodes = 60;

/** An entity that is drawn. @public */
export interface PictureNode {
  id: string;
  /** Steps away from the entity in question: needs are to the right (positive), what needs it to the left. */
  layer: number;
  item: Pick<
    DependencyItem,
    'entityRef' | 'title' | 'kind' | 'status' | 'resolved'
  > & { conflicts: DependencyItem['conflicts']; inCycle: boolean };
}

/** What is not drawn one by one: so many more behind a node that is drawn. @public */
export interface PictureCluster {
  id: string;
  layer: number;
  /** The node behind which they are. */
  through: string;
  direction: Direction;
  count: number;
}

/** What of a neighbourhood is drawn. @public */
export interface PicturePlan {
  nodes: PictureNode[];
  clusters: PictureCluster[];
  edges: DependencyLink[];
  /** Everything that could be seen, drawn or not. */
  total: number;
}

/** The node before the item on its path, seen from the entity in question. */
function parentOf(item: DependencyItem, direction: Direction): string {
  return direction === 'needs' ? item.path[item.path.length - 2] : item.path[1];
}

/** Those which tell most first: near ones, and of the same distance what doesn't fit. */
function byImportance(a: DependencyItem, b: DependencyItem) {
  return (
    a.distance - b.distance ||
    Number(b.conflicts.length > 0) - Number(a.conflicts.length > 0) ||
    Number(a.resolved) - Number(b.resolved) ||
    (a.entityRef < b.entityRef ? -1 : 1)
  );
}

/** How many of the places each side gets: half each, and what one doesn't need the other may use. */
function places(needs: number, neededBy: number, most: number) {
  const half = Math.floor(most / 2);
  const left = Math.min(neededBy, Math.max(half, most - needs));
  return { needs: Math.min(needs, most - left), neededBy: left };
}

function sideOf(options: {
  answer: EntityDependencies;
  direction: Direction;
  most: number;
}) {
  const { answer, direction, most } = options;
  const sign = direction === 'needs' ? 1 : -1;
  const side = answer[direction];
  const sorted = [...(side?.items ?? [])].sort(byImportance);
  const root = answer.entity.entityRef;
  const drawn = new Set([root]);
  const nodes: PictureNode[] = [];
  const hidden = new Map<string, number>();
  /** Where something that is not drawn is counted: the nearest drawn one on its path. */
  const anchors = new Map<string, string>();
  for (const item of sorted) {
    const parent = parentOf(item, direction) ?? root;
    if (nodes.length < most && drawn.has(parent)) {
      drawn.add(item.entityRef);
      nodes.push({
        id: item.entityRef,
        layer: sign * item.distance,
        item,
      });
    } else {
      const anchor = drawn.has(parent) ? parent : anchors.get(parent) ?? root;
      anchors.set(item.entityRef, anchor);
      hidden.set(anchor, (hidden.get(anchor) ?? 0) + 1);
    }
  }
  const unloaded = (side?.totalItems ?? 0) - sorted.length;
  if (unloaded > 0) hidden.set(root, (hidden.get(root) ?? 0) + unloaded);
  const layerOf = new Map(nodes.map(node => [node.id, node.layer]));
  const clusters = [...hidden].map(([through, count]) => ({
    id: `${direction}:${through}`,
    layer: (layerOf.get(through) ?? 0) + sign,
    through,
    direction,
    count,
  }));
  return { nodes, clusters, total: side?.totalItems ?? 0 };
}

/**
 * What of a neighbourhood is drawn: the entity, what is nearest on both sides, and the rest in groups with their number. Every step is a
 * single pass over the items, so that thousands of them take no time to speak of.
 *
 * @public
 */
export function picturePlan(
  answer: EntityDependencies,
  most: number = mostPictureNodes,
): PicturePlan {
  const { entity } = answer;
  const shares = places(
    answer.needs?.items.length ?? 0,
    answer.neededBy?.items.length ?? 0,
    most - 1,
  );
  const right = sideOf({ answer, direction: 'needs', most: shares.needs });
  const left = sideOf({ answer, direction: 'neededBy', most: shares.neededBy });
  const root: PictureNode = {
    id: entity.entityRef,
    layer: 0,
    item: { ...entity, conflicts: [], inCycle: entity.cycle !== null },
  };
  // In a circle one is on both sides; it is drawn once, where it is needed.
  const known = new Set([root.id]);
  const nodes = [root, ...right.nodes, ...left.nodes].filter((node, index) => {
    if (index === 0) return true;
    if (known.has(node.id)) return false;
    known.add(node.id);
    return true;
  });
  return {
    nodes,
    clusters: [...right.clusters, ...left.clusters],
    edges: answer.links.filter(
      link =>
        known.has(link.from) && known.has(link.to) && link.from !== link.to,
    ),
    total: right.total + left.total + 1,
  };
}
