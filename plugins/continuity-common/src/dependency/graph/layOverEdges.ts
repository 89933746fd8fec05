import { EdgeReader } from './EdgeReader';
import { IntList } from './IntList';
import { mergeIntoList } from './mergeIntoList';
import type {
  PackedDependencyGraph,
  TwoWayLists,
} from './packedDependencyGraph';
import {
  layOverLists,
  listOf,
  NO_ITEMS,
  type PackedLists,
} from './packedLists';

type Shape = 'plain' | 'pairs';

function listOrNone(lists: PackedLists, node: number): Int32Array {
  return node < lists.starts.length ? listOf(lists, node) : NO_ITEMS;
}

/** Notes, for the lists from the other end, what a source no longer says and what it says now. */
function noteChanges(
  changes: Map<number, Map<number, number[]>>,
  source: number,
  lists: { before: Int32Array; after: ArrayLike<number>; shape: Shape },
): void {
  const { before, after, shape } = lists;
  const step = shape === 'pairs' ? 2 : 1;
  const note = (target: number, items: number[]) => {
    const own = changes.get(target) ?? new Map<number, number[]>();
    changes.set(target, own.set(source, items));
  };
  const kept = new Map<number, number>();
  for (let at = 0; at < before.length; at += step) {
    kept.set(before[at], before[at + step - 1]);
  }
  for (let at = 0; at < after.length; at += step) {
    const target = after[at];
    const value = after[at + step - 1];
    if (kept.get(target) !== value) {
      note(target, shape === 'pairs' ? [source, value] : [source]);
    }
    kept.delete(target);
  }
  for (const target of kept.keys()) note(target, []);
}

/** Makes the edges of some nodes anew. */
export function layOverEdges(
  before: PackedDependencyGraph,
  stated: ConstructorParameters<typeof EdgeReader>[0] & { refs: string[] },
  sources: Iterable<number>,
): Pick<PackedDependencyGraph, 'hard' | 'soft'> {
  const size = stated.refs.length;
  const rankOf = (node: number) => (stated.rank ? stated.rank[node] : node);
  const reader = new EdgeReader(stated);
  const forward = {
    hard: new Map<number, Int32Array>(),
    soft: new Map<number, Int32Array>(),
  };
  const backward = {
    hard: new Map<number, Map<number, number[]>>(),
    soft: new Map<number, Map<number, number[]>>(),
  };
  for (const source of sources) {
    const hard = new IntList(16);
    const soft = new IntList(16);
    reader.appendEdges(source, hard, soft);
    forward.hard.set(source, hard.toArray());
    forward.soft.set(source, soft.toArray());
    noteChanges(backward.hard, source, {
      before: listOrNone(before.hard.forward, source),
      after: hard.view(),
      shape: 'plain',
    });
    noteChanges(backward.soft, source, {
      before: listOrNone(before.soft.forward, source),
      after: soft.view(),
      shape: 'pairs',
    });
  }
  const layOver = (kind: 'hard' | 'soft', shape: Shape): TwoWayLists => {
    const changes = new Map<number, number[]>();
    for (const [target, items] of backward[kind]) {
      const list = listOrNone(before[kind].backward, target);
      changes.set(
        target,
        mergeIntoList(list, { shape, changes: items, rankOf }),
      );
    }
    return {
      forward: layOverLists(before[kind].forward, size, forward[kind]),
      backward: layOverLists(before[kind].backward, size, changes),
    };
  };
  return { hard: layOver('hard', 'plain'), soft: layOver('soft', 'pairs') };
}
