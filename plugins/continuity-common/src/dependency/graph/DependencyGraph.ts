import { UNDECLARED, UNLIMITED } from './declaration';
import type { DependencyEdge } from './dependencyEdge';
import { describeEdge } from './describeEdge';
import { EdgeReader } from './EdgeReader';
import { linksFor, type DependencyLinks } from './links';
import type { PackedDependencyGraph } from './packedDependencyGraph';
import { lengthOfList, listOf, type PackedLists } from './packedLists';
import { wayKinds } from './relationWay';

/** Different outages that are asked for at a time; each keeps lists of its own. */
const REMEMBERED_LINKS = 4;

/**
 * Who needs whom (DOMAIN.md §3): every entity of the catalog and every ref that is named in a dependency. It never changes; a change gives
 * another graph (`layOver`).
 *
 * Entities are numbered (`node`): the number holds for this graph and for those laid over it. Wherever a ref is asked for, its case does not
 * matter. Lists come in the order of refs.
 *
 * @public
 */
export class DependencyGraph {
  /** The graph as plain data, to be handed to another thread. */
  readonly packed: PackedDependencyGraph;
  readonly #laterNodes = new Map<string, number>();
  readonly #links = new Map<number, DependencyLinks>();

  static fromPacked(packed: PackedDependencyGraph): DependencyGraph {
    return new DependencyGraph(packed);
  }

  private constructor(packed: PackedDependencyGraph) {
    this.packed = packed;
    for (let node = packed.sortedCount; node < packed.refs.length; node++) {
      this.#laterNodes.set(packed.refs[node], node);
    }
  }

  /** How many nodes there are numbers for. */
  get size(): number {
    return this.packed.refs.length;
  }

  /** The number of a ref, or -1 where neither an entity nor a dependency has it. */
  nodeOf(ref: string): number {
    const node = this.numberOf(ref);
    return node === -1 || this.#isGone(node) ? -1 : node;
  }

  /** As {@link DependencyGraph.nodeOf}, also for a ref that a change took away. */
  numberOf(ref: string): number {
    const lower = ref.toLowerCase();
    const { refs, sortedCount } = this.packed;
    let low = 0;
    let high = sortedCount - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = refs[middle];
      if (found === lower) return middle;
      if (found < lower) low = middle + 1;
      else high = middle - 1;
    }
    return this.#laterNodes.get(lower) ?? -1;
  }

  /** The ref of a node. */
  refOf(node: number): string {
    return this.packed.refs[node];
  }

  /** The place of a node in the order of refs. */
  rankOf(node: number): number {
    return this.packed.rank ? this.packed.rank[node] : node;
  }

  /** The node at a place in the order of refs. */
  nodeAt(rank: number): number {
    return this.packed.byRank ? this.packed.byRank[rank] : rank;
  }

  has(ref: string): boolean {
    return this.nodeOf(ref) !== -1;
  }

  /** Whether the catalog has the entity. */
  isResolved(ref: string): boolean {
    const node = this.nodeOf(ref);
    return node !== -1 && this.packed.resolved[node] === 1;
  }

  /** The nodes of every entity and of every ref that is named in a dependency, in the order of refs. */
  nodes(): number[] {
    const nodes = [];
    for (let rank = 0; rank < this.size; rank++) {
      const node = this.nodeAt(rank);
      if (!this.#isGone(node)) nodes.push(node);
    }
    return nodes;
  }

  /** Every entity and every ref that is named in a dependency. */
  refs(): string[] {
    return this.nodes().map(node => this.refOf(node));
  }

  /** What the entity itself needs, soft dependencies included. */
  needsOf(ref: string): DependencyEdge[] {
    const source = this.nodeOf(ref);
    if (source === -1) return [];
    const reader = new EdgeReader(this.packed);
    const edges: DependencyEdge[] = [];
    const count = reader.read(source);
    let end = 0;
    for (let first = 0; first < count; first = end) {
      end = reader.endOfTarget(first);
      if (reader.targetAt(first) === source) continue;
      edges.push(describeEdge(this, reader, { source, first, end }));
    }
    return edges;
  }

  /** Who needs the entity itself, be it softly. */
  neededByOf(ref: string): DependencyEdge[] {
    const target = this.nodeOf(ref);
    if (target === -1) return [];
    const { hard, soft } = this.packed;
    const sources = [...listOf(hard.backward, target)];
    listOf(soft.backward, target).forEach((item, at) => {
      if (at % 2 === 0) sources.push(item);
    });
    const to = this.refOf(target);
    return sources
      .sort((a, b) => this.rankOf(a) - this.rankOf(b))
      .map(source => this.edge(this.refOf(source), to)!);
  }

  /** The edge between two, or undefined where there is none. */
  edge(from: string, to: string): DependencyEdge | undefined {
    const source = this.nodeOf(from);
    const target = this.nodeOf(to);
    if (source === -1 || target === -1 || source === target) return undefined;
    const reader = new EdgeReader(this.packed);
    const count = reader.read(source);
    let end = 0;
    for (let first = 0; first < count; first = end) {
      end = reader.endOfTarget(first);
      if (reader.targetAt(first) === target) {
        return describeEdge(this, reader, { source, first, end });
      }
    }
    return undefined;
  }

  /** Every edge, sorted by `from`, then `to`; made one by one, so stop when there are enough. */
  *edges(): Generator<DependencyEdge> {
    for (const ref of this.refs()) yield* this.needsOf(ref);
  }

  /** The entities that are said to depend on themselves, and the APIs through which (none: directly). Otherwise ignored. */
  selfDependencies(): Array<{ ref: string; apis: string[] }> {
    const reader = new EdgeReader(this.packed);
    const found: Array<{ ref: string; apis: string[] }> = [];
    for (let rank = 0; rank < this.size; rank++) {
      const source = this.nodeAt(rank);
      const count = reader.read(source);
      const apis: string[] = [];
      let any = false;
      for (let place = 0; place < count; place++) {
        if (reader.targetAt(place) !== source) continue;
        any = true;
        const api = reader.apiAt(place);
        if (api >= 0 && api !== source) apis.push(this.refOf(api));
      }
      if (any) found.push({ ref: this.refOf(source), apis });
    }
    return found;
  }

  /** The refs that dependencies name and the catalog does not have, with the entities that name them. */
  unresolved(): Array<{ ref: string; namedBy: string[] }> {
    const { resolved, ways } = this.packed;
    const found: Array<{ ref: string; namedBy: string[] }> = [];
    for (let rank = 0; rank < this.size; rank++) {
      const node = this.nodeAt(rank);
      if (resolved[node]) continue;
      const naming = [
        ...listOf(this.packed.hard.backward, node),
        ...listOf(this.packed.soft.backward, node).filter(
          (_, at) => at % 2 === 0,
        ),
        ...listOf(ways.uses.backward, node).map(item => item >> 2),
        ...listOf(ways.parts.forward, node).map(item => item >> 2),
      ];
      const ranks = new Set(naming.map(other => this.rankOf(other)));
      ranks.delete(rank);
      const namedBy = [...ranks]
        .sort((a, b) => a - b)
        .map(other => this.refOf(this.nodeAt(other)));
      if (namedBy.length > 0) found.push({ ref: this.refOf(node), namedBy });
    }
    return found;
  }

  /** The parts of a System, of kind Component, Resource or System. */
  partsOf(system: string): string[] {
    return this.#stated(this.packed.ways.parts.forward, system);
  }

  /** The Systems that an entity is part of. */
  systemsOf(part: string): string[] {
    return this.#stated(this.packed.ways.parts.backward, part);
  }

  /** Who consumes an API or is said to depend on it. */
  consumersOf(api: string): string[] {
    return this.#stated(this.packed.ways.uses.backward, api);
  }

  /** Who provides an API. */
  providersOf(api: string): string[] {
    return this.#stated(this.packed.ways.provided.forward, api);
  }

  /** How many entities, unresolved refs and edges of each class there are. */
  counts(): {
    entities: number;
    unresolved: number;
    hard: number;
    soft: number;
    unclassified: number;
  } {
    const { hard, soft, declared, resolved } = this.packed;
    const reader = new EdgeReader(this.packed);
    const counts = {
      entities: 0,
      unresolved: this.unresolved().length,
      hard: 0,
      soft: 0,
      unclassified: 0,
    };
    for (let node = 0; node < this.size; node++) {
      counts.entities += resolved[node];
      counts.soft += lengthOfList(soft.forward, node) / 2;
      const hardCount = lengthOfList(hard.forward, node);
      if (lengthOfList(declared, node) === 0) {
        counts.unclassified += hardCount;
        continue;
      }
      const count = reader.read(node);
      let end = 0;
      let unclassified = 0;
      for (let first = 0; first < count; first = end) {
        end = reader.endOfTarget(first);
        if (reader.targetAt(first) === node) continue;
        if (reader.classOfEdge(node, first, end) === UNDECLARED) unclassified++;
      }
      counts.unclassified += unclassified;
      counts.hard += hardCount - unclassified;
    }
    return counts;
  }

  /**
   * The edges to be walked along for an outage of this length: all hard and unclassified ones, and the soft ones that can't be endured for so
   * long. Without a length no soft edge counts.
   */
  links(outageSeconds?: number): DependencyLinks {
    const outage = Math.min(Math.max(outageSeconds ?? 0, 0), UNLIMITED);
    let links = this.#links.get(outage);
    if (!links) {
      links = linksFor(this, outage);
      if (this.#links.size >= REMEMBERED_LINKS) {
        this.#links.delete(this.#links.keys().next().value!);
      }
      this.#links.set(outage, links);
    }
    return links;
  }

  #stated(lists: PackedLists, ref: string): string[] {
    const node = this.nodeOf(ref);
    if (node === -1) return [];
    return Array.from(listOf(lists, node), item => this.refOf(item >> 2));
  }

  /** True for a ref that a change took away, and that nothing names any more. */
  #isGone(node: number): boolean {
    const { resolved, ways } = this.packed;
    return (
      !resolved[node] &&
      wayKinds.every(
        kind =>
          lengthOfList(ways[kind].forward, node) === 0 &&
          lengthOfList(ways[kind].backward, node) === 0,
      )
    );
  }
}
