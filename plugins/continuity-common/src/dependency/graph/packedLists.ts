/**
 * A list of integers for each node, packed: no object per node, and a few lists can be laid over without copying the rest.
 *
 * The list of a node is `items[starts[node]] … items[ends[node] - 1]`; where `starts[node]` is negative, it is the same in `extra` from
 * `~starts[node]` on.
 *
 * @public
 */
export interface PackedLists {
  starts: Int32Array;
  ends: Int32Array;
  items: Int32Array;
  extra: Int32Array;
}

export const NO_ITEMS = new Int32Array(0);

/** Lists that lie one behind the other; `offsets` has one entry more than there are nodes. */
export function listsFrom(offsets: Int32Array, items: Int32Array): PackedLists {
  return {
    starts: offsets.subarray(0, offsets.length - 1),
    ends: offsets.subarray(1),
    items,
    extra: NO_ITEMS,
  };
}

/** The list of one node, as a view. */
export function listOf(lists: PackedLists, node: number): Int32Array {
  const start = lists.starts[node];
  return start < 0
    ? lists.extra.subarray(~start, lists.ends[node])
    : lists.items.subarray(start, lists.ends[node]);
}

/** How many integers the list of a node holds. */
export function lengthOfList(lists: PackedLists, node: number): number {
  const start = lists.starts[node];
  return lists.ends[node] - (start < 0 ? ~start : start);
}

/**
 * Replaces the lists of some nodes, and makes room for nodes that are new. What is replaced stays where it lies until the graph is built anew.
 */
export function layOverLists(
  lists: PackedLists,
  size: number,
  changes: ReadonlyMap<number, ArrayLike<number>>,
): PackedLists {
  if (changes.size === 0 && size === lists.starts.length) return lists;
  const starts = new Int32Array(size);
  const ends = new Int32Array(size);
  starts.set(lists.starts);
  ends.set(lists.ends);
  let length = lists.extra.length;
  for (const list of changes.values()) length += list.length;
  const extra = new Int32Array(length);
  extra.set(lists.extra);
  let at = lists.extra.length;
  for (const [node, list] of changes) {
    starts[node] = ~at;
    extra.set(list, at);
    at += list.length;
    ends[node] = at;
  }
  return { starts, ends, items: lists.items, extra };
}

/**
 * What the integers of a list say: `plain`: a node; `marked`: node × 4 + two bits; `pairs`: a node, then a value that belongs to it.
 */
export type ListShape = 'plain' | 'marked' | 'pairs';

/**
 * The same lists seen from the other end: the list of B names A wherever the list of A names B. Sorted by node where nodes are visited in
 * order.
 */
export function reverseLists(
  lists: PackedLists,
  size: number,
  shape: ListShape,
): PackedLists {
  const step = shape === 'pairs' ? 2 : 1;
  const shift = shape === 'marked' ? 2 : 0;
  const { starts, ends, items } = lists;
  const offsets = new Int32Array(size + 1);
  for (let node = 0; node < size; node++) {
    for (let at = starts[node]; at < ends[node]; at += step) {
      offsets[(items[at] >> shift) + 1] += step;
    }
  }
  for (let node = 0; node < size; node++) offsets[node + 1] += offsets[node];
  const next = offsets.slice(0, size);
  const found = new Int32Array(offsets[size]);
  for (let node = 0; node < size; node++) {
    for (let at = starts[node]; at < ends[node]; at += step) {
      const other = items[at] >> shift;
      const to = next[other];
      next[other] += step;
      if (shape === 'plain') found[to] = node;
      else if (shape === 'marked') found[to] = (node << 2) | (items[at] & 3);
      else {
        found[to] = node;
        found[to + 1] = items[at + 1];
      }
    }
  }
  return listsFrom(offsets, found);
}
