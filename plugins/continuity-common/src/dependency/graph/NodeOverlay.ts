import type { DependencyGraph } from './DependencyGraph';
import type { PackedDependencyGraph } from './packedDependencyGraph';

/** The nodes of a graph with those that changes add. */
export class NodeOverlay {
  readonly #graph: DependencyGraph;
  readonly #added = new Map<string, number>();
  readonly #resolved = new Map<number, number>();
  #rank: Int32Array | null;
  #byRank: Int32Array | null;

  constructor(graph: DependencyGraph) {
    this.#graph = graph;
    this.#rank = graph.packed.rank;
    this.#byRank = graph.packed.byRank;
  }

  get size(): number {
    return this.#graph.size + this.#added.size;
  }

  /** The number of a ref, or -1. */
  find(ref: string): number {
    const lower = ref.toLowerCase();
    const known = this.#graph.numberOf(lower);
    return known === -1 ? this.#added.get(lower) ?? -1 : known;
  }

  /** The number of a ref, a new one where it has none. */
  add(ref: string): number {
    const known = this.find(ref);
    if (known !== -1) return known;
    const node = this.size;
    this.#added.set(ref.toLowerCase(), node);
    return node;
  }

  setResolved(ref: string, isResolved: boolean): void {
    const node = isResolved ? this.add(ref) : this.find(ref);
    if (node !== -1) this.#resolved.set(node, isResolved ? 1 : 0);
  }

  /** The place of a node in the order of refs; right for new ones after {@link NodeOverlay.finish}. */
  readonly rankOf = (node: number): number =>
    this.#rank ? this.#rank[node] : node;

  /** Numbers everything; no node may be added afterwards. */
  finish(): Pick<
    PackedDependencyGraph,
    'refs' | 'sortedCount' | 'rank' | 'byRank' | 'resolved'
  > {
    const { packed } = this.#graph;
    const resolved = new Uint8Array(this.size);
    resolved.set(packed.resolved);
    for (const [node, value] of this.#resolved) resolved[node] = value;
    const refs =
      this.#added.size === 0
        ? packed.refs
        : packed.refs.concat([...this.#added.keys()]);
    if (this.#added.size > 0) this.#order(refs);
    return {
      refs,
      sortedCount: packed.sortedCount,
      rank: this.#rank,
      byRank: this.#byRank,
      resolved,
    };
  }

  /** Puts the new refs between the old ones. */
  #order(refs: readonly string[]): void {
    const oldSize = this.#graph.size;
    const placed = [...this.#added]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([ref, node]) => ({ node, before: this.#firstAfter(ref) }));
    const rank = new Int32Array(refs.length);
    const byRank = new Int32Array(refs.length);
    let next = 0;
    let place = 0;
    const put = (node: number) => {
      rank[node] = place;
      byRank[place++] = node;
    };
    for (let old = 0; old < oldSize; old++) {
      while (next < placed.length && placed[next].before === old) {
        put(placed[next++].node);
      }
      put(this.#graph.nodeAt(old));
    }
    while (next < placed.length) put(placed[next++].node);
    this.#rank = rank;
    this.#byRank = byRank;
  }

  /** The place of the first old ref that comes after a new one. */
  #firstAfter(ref: string): number {
    let low = 0;
    let high = this.#graph.size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#graph.refOf(this.#graph.nodeAt(middle)) < ref) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
