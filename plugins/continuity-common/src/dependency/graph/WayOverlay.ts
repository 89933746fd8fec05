import type { StatedRelation } from './dependencyChanges';
import type { DependencyFacts } from './dependencyFacts';
import { mergeIntoList } from './mergeIntoList';
import type { NodeOverlay } from './NodeOverlay';
import {
  MARKS,
  STATED_BY_FROM,
  STATED_BY_TO,
  type PackedDependencyGraph,
  type TwoWayLists,
} from './packedDependencyGraph';
import { layOverLists, listOf, type PackedLists } from './packedLists';
import { relationWay, wayKinds, type WayKind } from './relationWay';

/** By node and other node the marks from now on; 0: no way any more. */
type Edits = Map<number, Map<number, number>>;

function edit(edits: Edits, node: number, other: number, marks: number): void {
  const own = edits.get(node);
  if (own) own.set(other, marks);
  else edits.set(node, new Map([[other, marks]]));
}

/** What the catalog states, with what changes take away and add. */
export class WayOverlay {
  readonly #ways: PackedDependencyGraph['ways'];
  readonly #nodes: NodeOverlay;
  readonly #edits: Record<WayKind, Edits> = {
    direct: new Map(),
    uses: new Map(),
    provided: new Map(),
    parts: new Map(),
  };

  constructor(ways: PackedDependencyGraph['ways'], nodes: NodeOverlay) {
    this.#ways = ways;
    this.#nodes = nodes;
  }

  /** Takes back what the row of an entity states; do this for all rows before any new one is stated. */
  forget(ref: string): void {
    const node = this.#nodes.find(ref);
    for (const kind of wayKinds) {
      const { forward, backward } = this.#ways[kind];
      for (const item of this.#listOf(forward, node)) {
        this.#unmark(kind, node, item >> 2, STATED_BY_FROM);
      }
      for (const item of this.#listOf(backward, node)) {
        this.#unmark(kind, item >> 2, node, STATED_BY_TO);
      }
    }
  }

  /** Adds what the row of an entity states. */
  state(facts: DependencyFacts): void {
    for (const { type, targetRef } of facts.relations) {
      this.#mark({ sourceRef: facts.entityRef, type, targetRef });
    }
  }

  /** Adds one relation. */
  add(relation: StatedRelation): void {
    this.#mark(relation);
  }

  /** Takes one relation away, whoever states it. */
  remove(relation: StatedRelation): void {
    const { kind, from, to } = this.#read(relation) ?? {};
    if (!kind) return;
    const fromNode = this.#nodes.find(from!);
    const toNode = this.#nodes.find(to!);
    if (fromNode === -1 || toNode === -1) return;
    this.#unmark(kind, fromNode, toNode, MARKS);
  }

  /** The ways from now on, and the nodes whose edges may be others; after the nodes are finished. */
  finish(): { ways: PackedDependencyGraph['ways']; sources: Set<number> } {
    for (const kind of wayKinds) this.#dropUnchanged(kind);
    const ways = Object.fromEntries(
      wayKinds.map(kind => [kind, this.#layOver(kind)]),
    ) as Record<WayKind, TwoWayLists>;
    const sources = new Set<number>();
    const addConsumers = (api: number) => {
      for (const item of listOf(ways.uses.backward, api)) {
        sources.add(item >> 2);
      }
    };
    for (const kind of ['direct', 'uses'] as const) {
      for (const node of this.#edits[kind].keys()) {
        sources.add(node);
        // Whether an API itself depends on something counts for its consumers
        addConsumers(node);
      }
    }
    for (const api of this.#edits.provided.keys()) addConsumers(api);
    for (const system of this.#edits.parts.keys()) sources.add(system);
    return { ways, sources };
  }

  /** A row that is stated anew says much that it said before; for a hub that is thousands of ways. */
  #dropUnchanged(kind: WayKind): void {
    for (const [from, others] of this.#edits[kind]) {
      for (const [to, marks] of others) {
        if (marks === this.#marksBefore(kind, from, to)) others.delete(to);
      }
      if (others.size === 0) this.#edits[kind].delete(from);
    }
  }

  #layOver(kind: WayKind): TwoWayLists {
    const forward = this.#edits[kind];
    const backward: Edits = new Map();
    for (const [from, others] of forward) {
      for (const [to, marks] of others) edit(backward, to, from, marks);
    }
    return {
      forward: this.#layOverLists(this.#ways[kind].forward, forward),
      backward: this.#layOverLists(this.#ways[kind].backward, backward),
    };
  }

  #layOverLists(lists: PackedLists, edits: Edits): PackedLists {
    const changes = new Map<number, number[]>();
    for (const [node, others] of edits) {
      const items = new Map<number, number[]>();
      for (const [other, marks] of others) {
        items.set(other, marks === 0 ? [] : [(other << 2) | marks]);
      }
      changes.set(
        node,
        mergeIntoList(this.#listOf(lists, node), {
          shape: 'marked',
          changes: items,
          rankOf: this.#nodes.rankOf,
        }),
      );
    }
    return layOverLists(lists, this.#nodes.size, changes);
  }

  #read({ sourceRef, type, targetRef }: StatedRelation) {
    const source = sourceRef.toLowerCase();
    const target = targetRef.toLowerCase();
    const way = relationWay(source, type, target);
    if (!way) return undefined;
    return way.reversed
      ? { kind: way.kind, from: target, to: source, mark: STATED_BY_TO }
      : { kind: way.kind, from: source, to: target, mark: STATED_BY_FROM };
  }

  #mark(relation: StatedRelation): void {
    const way = this.#read(relation);
    if (!way) return;
    const from = this.#nodes.add(way.from);
    const to = this.#nodes.add(way.to);
    const marks = this.#marksOf(way.kind, from, to);
    edit(this.#edits[way.kind], from, to, marks | way.mark);
  }

  #unmark(kind: WayKind, from: number, to: number, mark: number): void {
    const marks = this.#marksOf(kind, from, to);
    if (marks & mark) edit(this.#edits[kind], from, to, marks & ~mark);
  }

  #marksOf(kind: WayKind, from: number, to: number): number {
    const edited = this.#edits[kind].get(from)?.get(to);
    return edited ?? this.#marksBefore(kind, from, to);
  }

  #marksBefore(kind: WayKind, from: number, to: number): number {
    // Of the two lists the shorter one: one of them may be that of a hub
    const { forward, backward } = this.#ways[kind];
    const byFrom = this.#listOf(forward, from);
    const byTo = this.#listOf(backward, to);
    const [list, other] =
      byFrom.length < byTo.length ? [byFrom, to] : [byTo, from];
    for (const item of list) if (item >> 2 === other) return item & MARKS;
    return 0;
  }

  /** The list of a node; none for new nodes. */
  #listOf(lists: PackedLists, node: number): Int32Array {
    return node >= 0 && node < lists.starts.length
      ? listOf(lists, node)
      : new Int32Array(0);
  }
}
