import type { DependencyGraph } from '../graph/DependencyGraph';
import type { DependencyLinks } from '../graph/links';

/** `needs`: from an entity to what it depends on; `needed-by`: to what depends on it. @public */
export type DependencyDirection = 'needs' | 'needed-by';

/** An entity that a walk came to. @public */
export interface ReachedEntity {
  ref: string;
  /** Edges on the shortest path. */
  distance: number;
}

interface Walk {
  graph: DependencyGraph;
  links: DependencyLinks;
  direction: DependencyDirection;
  /** For each node the node it was reached from, -1 where it was not; a starting node names itself. */
  reachedFrom: Int32Array;
  /** The starting nodes, then the others, nearest first. */
  nodes: Int32Array;
  startCount: number;
}

/**
 * What is reached from some entities, with the shortest path for each. Paths are only looked for when they are asked for.
 *
 * @public
 */
export class Reach {
  readonly #walk: Walk;
  #distances: Int32Array | undefined;

  /** Walks breadth first; allocates two arrays, nothing per node. `starts` are in the order of refs, each once. */
  static from(
    graph: DependencyGraph,
    options: {
      starts: ArrayLike<number>;
      links: DependencyLinks;
      direction: DependencyDirection;
      depth?: number;
    },
  ): Reach {
    const { starts: from, links, direction, depth = Infinity } = options;
    const lists = direction === 'needs' ? links.needs : links.neededBy;
    const { starts, ends, items, extra } = lists;
    const reachedFrom = new Int32Array(graph.size).fill(-1);
    const queue = new Int32Array(graph.size);
    let tail = 0;
    for (let i = 0; i < from.length; i++) {
      queue[tail++] = from[i];
      reachedFrom[from[i]] = from[i];
    }
    const startCount = tail;
    let levelEnd = tail;
    let level = 0;
    for (let head = 0; head < tail; head++) {
      if (head === levelEnd) {
        level++;
        levelEnd = tail;
      }
      if (level >= depth) break;
      const node = queue[head];
      const start = starts[node];
      const list = start < 0 ? extra : items;
      const end = ends[node];
      for (let at = start < 0 ? ~start : start; at < end; at++) {
        const next = list[at];
        if (reachedFrom[next] === -1) {
          reachedFrom[next] = node;
          queue[tail++] = next;
        }
      }
    }
    const nodes = queue.subarray(0, tail);
    return new Reach({
      graph,
      links,
      direction,
      reachedFrom,
      nodes,
      startCount,
    });
  }

  private constructor(walk: Walk) {
    this.#walk = walk;
  }

  /** How many were reached, without the starting ones. */
  get size(): number {
    return this.#walk.nodes.length - this.#walk.startCount;
  }

  /** The starting nodes, then the reached ones, nearest first. */
  get nodes(): Int32Array {
    return this.#walk.nodes;
  }

  /** Whether the entity was reached; the starting ones were not. */
  has(ref: string): boolean {
    const { graph, reachedFrom } = this.#walk;
    const node = graph.nodeOf(ref);
    return (
      node !== -1 && reachedFrom[node] !== -1 && reachedFrom[node] !== node
    );
  }

  /** Whether a node was reached or started from. */
  includes(node: number): boolean {
    return this.#walk.reachedFrom[node] !== -1;
  }

  /** Edges between a node and the nearest starting one; -1 where it was not reached. */
  distanceTo(node: number): number {
    return this.#allDistances()[node];
  }

  /** What was reached, without the starting ones, in the order of refs. */
  refs(): string[] {
    const { graph, nodes, startCount } = this.#walk;
    const ranks = nodes.slice(startCount).map(node => graph.rankOf(node));
    return Array.from(ranks.sort(), rank => graph.refOf(graph.nodeAt(rank)));
  }

  /** What was reached, nearest first, then in the order of refs. */
  entities(): ReachedEntity[] {
    const { graph, nodes, startCount } = this.#walk;
    const distances = this.#allDistances();
    const ranks = nodes.map(node => graph.rankOf(node));
    const found: ReachedEntity[] = [];
    let from = startCount;
    while (from < nodes.length) {
      // Nodes lie nearest first: only those that are equally far are to be sorted
      const distance = distances[nodes[from]];
      let end = from + 1;
      while (end < nodes.length && distances[nodes[end]] === distance) end++;
      for (const rank of ranks.subarray(from, end).sort()) {
        found.push({ ref: graph.refOf(graph.nodeAt(rank)), distance });
      }
      from = end;
    }
    return found;
  }

  /**
   * The shortest path between an entity and the nearest starting one: always from what depends to what is depended on. Of several, the first
   * in the order of the refs along it. Undefined where it was not reached.
   */
  pathOf(ref: string): string[] | undefined {
    const node = this.#walk.graph.nodeOf(ref);
    return node === -1 ? undefined : this.pathOfNode(node);
  }

  /** As {@link Reach.pathOf}, by node. */
  pathOfNode(node: number): string[] | undefined {
    const { graph, direction, reachedFrom } = this.#walk;
    if (reachedFrom[node] === -1) return undefined;
    const path = [graph.refOf(node)];
    let at = node;
    if (direction === 'needs') {
      // Lists are sorted and starting nodes too, so who was reached first has the first path in the order of refs
      while (reachedFrom[at] !== at) {
        at = reachedFrom[at];
        path.push(graph.refOf(at));
      }
      return path.reverse();
    }
    while (reachedFrom[at] !== at) {
      at = this.#firstNearer(at);
      path.push(graph.refOf(at));
    }
    return path;
  }

  /** Of what a node needs, the first in the order of refs that is one edge nearer to where the walk began. */
  #firstNearer(node: number): number {
    const distances = this.#allDistances();
    const { starts, ends, items, extra } = this.#walk.links.needs;
    const start = starts[node];
    const list = start < 0 ? extra : items;
    for (let at = start < 0 ? ~start : start; at < ends[node]; at++) {
      if (distances[list[at]] === distances[node] - 1) return list[at];
    }
    // Not come to: the walk reached the node over one of these edges
    return this.#walk.reachedFrom[node];
  }

  #allDistances(): Int32Array {
    if (this.#distances) return this.#distances;
    const { reachedFrom, nodes, startCount } = this.#walk;
    const distances = new Int32Array(reachedFrom.length).fill(-1);
    for (let i = 0; i < nodes.length; i++) {
      distances[nodes[i]] =
        i < startCount ? 0 : distances[reachedFrom[nodes[i]]] + 1;
    }
    this.#distances = distances;
    return distances;
  }
}
