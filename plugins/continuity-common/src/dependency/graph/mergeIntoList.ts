import type { ListShape } from './packedLists';

/**
 * A list with the items of some nodes replaced (an empty list: taken out), still in the order of refs. Linear, so that changing one dependent
 * of a hub costs little.
 */
export function mergeIntoList(
  list: Int32Array,
  options: {
    shape: ListShape;
    /** By node, the integers that stand for it from now on. */
    changes: ReadonlyMap<number, readonly number[]>;
    rankOf: (node: number) => number;
  },
): number[] {
  const { shape, changes, rankOf } = options;
  const step = shape === 'pairs' ? 2 : 1;
  const shift = shape === 'marked' ? 2 : 0;
  const added = [...changes]
    .filter(([, items]) => items.length > 0)
    .map(([node, items]) => ({ rank: rankOf(node), items }))
    .sort((a, b) => a.rank - b.rank);
  const merged: number[] = [];
  let next = 0;
  for (let at = 0; at < list.length; at += step) {
    const node = list[at] >> shift;
    while (next < added.length && added[next].rank <= rankOf(node)) {
      merged.push(...added[next++].items);
    }
    if (changes.has(node)) continue;
    for (let i = 0; i < step; i++) merged.push(list[at + i]);
  }
  while (next < added.length) merged.push(...added[next++].items);
  return merged;
}
