import type { DependencyDeclaration } from './declaration';
import type { PackedLists } from './packedLists';
import type { WayKind } from './relationWay';

/**
 * Lists for both directions of the same thing.
 *
 * @public
 */
export interface TwoWayLists {
  forward: PackedLists;
  backward: PackedLists;
}

/**
 * The graph as plain data: arrays of integers and the refs, so that it can be handed from one thread to another with `postMessage`. What the
 * fields hold is this package's own business; use `DependencyGraph.fromPacked`.
 *
 * @public
 */
export interface PackedDependencyGraph {
  /** The ref of each node; the first `sortedCount` are in order, what was laid over later follows. */
  refs: string[];
  sortedCount: number;
  /** The place of each node in the order of refs, and the node at each place; null where they are the same. */
  rank: Int32Array | null;
  byRank: Int32Array | null;
  /** 1 where the catalog has the entity. */
  resolved: Uint8Array;
  /** What the catalog states, in lists of node × 4 + 1 (stated by from) + 2 (stated by to), sorted by ref. */
  ways: Record<WayKind, TwoWayLists>;
  /** The edges that count as hard; forward: what a node needs. Sorted by ref, without self-dependencies. */
  hard: TwoWayLists;
  /** The soft edges, in pairs of node and endurable seconds. */
  soft: TwoWayLists;
  /** What is declared of dependencies, per source: node, code, endurable seconds. */
  declared: PackedLists;
  /** Declarations that name something which is no node: they count as soon as it is one. */
  dormant: DependencyDeclaration[];
}

/** The mark of a way that the row of its `from` states, and of one that the row of its `to` states. */
export const STATED_BY_FROM = 1;
export const STATED_BY_TO = 2;
export const MARKS = STATED_BY_FROM | STATED_BY_TO;
