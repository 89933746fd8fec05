import {
  DECLARATION_SIZE,
  packDeclarations,
  type DependencyDeclaration,
} from './declaration';
import { EdgeReader } from './EdgeReader';
import { IntList } from './IntList';
import {
  MARKS,
  type PackedDependencyGraph,
  type TwoWayLists,
} from './packedDependencyGraph';
import { listsFrom, reverseLists, type PackedLists } from './packedLists';
import { wayKinds, type WayKind } from './relationWay';

/** Ways as they were found: `from[i]` to `to[i]` (node × 4 + marks), in any order, repeated as often as stated. */
export interface FoundWays {
  from: IntList;
  to: IntList;
}

/** All that was found in the catalog's rows; nodes are numbered as they came. */
export interface FoundGraph {
  refs: string[];
  /** The number of a ref; undefined where it has none. */
  numberOf: (ref: string) => number | undefined;
  resolved: Uint8Array;
  ways: Record<WayKind, FoundWays>;
  declarations: Iterable<DependencyDeclaration>;
}

/** Sorts the ways by from, then to (a counting sort for each), and merges those that are stated twice. */
function packWays(found: FoundWays, nodeOf: Int32Array): TwoWayLists {
  const size = nodeOf.length;
  const from = found.from.view();
  const to = found.to.view();
  const count = from.length;
  const offsets = new Int32Array(size + 1);
  for (let i = 0; i < count; i++) offsets[nodeOf[to[i] >> 2] + 1]++;
  for (let node = 0; node < size; node++) offsets[node + 1] += offsets[node];
  const byTo = new Int32Array(count);
  for (let i = 0; i < count; i++) byTo[offsets[nodeOf[to[i] >> 2]]++] = i;

  const starts = new Int32Array(size + 1);
  for (let i = 0; i < count; i++) starts[nodeOf[from[i]] + 1]++;
  for (let node = 0; node < size; node++) starts[node + 1] += starts[node];
  const next = starts.slice(0, size);
  const sorted = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const way = byTo[i];
    const place = next[nodeOf[from[way]]]++;
    sorted[place] = (nodeOf[to[way] >> 2] << 2) | (to[way] & MARKS);
  }

  let kept = 0;
  const keptOffsets = new Int32Array(size + 1);
  for (let node = 0; node < size; node++) {
    for (let at = starts[node]; at < starts[node + 1]; at++) {
      const item = sorted[at];
      if (kept > keptOffsets[node] && sorted[kept - 1] >> 2 === item >> 2) {
        sorted[kept - 1] |= item;
      } else {
        sorted[kept++] = item;
      }
    }
    keptOffsets[node + 1] = kept;
  }
  const forward = listsFrom(
    keptOffsets,
    kept === count ? sorted : sorted.slice(0, kept),
  );
  return { forward, backward: reverseLists(forward, size, 'marked') };
}

/** Sorts declarations to their sources; those that name no node are kept for later. */
function packDeclared(
  declarations: Iterable<DependencyDeclaration>,
  size: number,
  nodeOf: (ref: string) => number | undefined,
): { declared: PackedLists; dormant: DependencyDeclaration[] } {
  const bySource = new Map<number, DependencyDeclaration[]>();
  const dormant: DependencyDeclaration[] = [];
  for (const declaration of declarations) {
    const source = nodeOf(declaration.from);
    if (source === undefined || nodeOf(declaration.to) === undefined) {
      dormant.push(declaration);
      continue;
    }
    const own = bySource.get(source);
    if (own) own.push(declaration);
    else bySource.set(source, [declaration]);
  }
  const offsets = new Int32Array(size + 1);
  const packed = new IntList(DECLARATION_SIZE * (bySource.size + 1));
  for (let source = 0; source < size; source++) {
    const own = bySource.get(source);
    if (own) {
      for (const item of packDeclarations(own, ref => nodeOf(ref)!)) {
        packed.push(item);
      }
    }
    offsets[source + 1] = packed.length;
  }
  return { declared: listsFrom(offsets, packed.toArray()), dormant };
}

/** Makes the edges of all entities. */
function packEdges(
  stated: ConstructorParameters<typeof EdgeReader>[0],
  size: number,
): Pick<PackedDependencyGraph, 'hard' | 'soft'> {
  const reader = new EdgeReader(stated);
  const hard = new IntList(size + 1);
  const soft = new IntList();
  const hardOffsets = new Int32Array(size + 1);
  const softOffsets = new Int32Array(size + 1);
  for (let source = 0; source < size; source++) {
    reader.appendEdges(source, hard, soft);
    hardOffsets[source + 1] = hard.length;
    softOffsets[source + 1] = soft.length;
  }
  const hardNeeds = listsFrom(hardOffsets, hard.toArray());
  const softNeeds = listsFrom(softOffsets, soft.toArray());
  return {
    hard: {
      forward: hardNeeds,
      backward: reverseLists(hardNeeds, size, 'plain'),
    },
    soft: {
      forward: softNeeds,
      backward: reverseLists(softNeeds, size, 'pairs'),
    },
  };
}

/** Packs what was found: nodes sorted by ref, lists in both directions. The same whatever order it was found in. */
export function packGraph(found: FoundGraph): PackedDependencyGraph {
  const size = found.refs.length;
  const refs = found.refs.slice().sort();
  const nodeOf = new Int32Array(size);
  const resolved = new Uint8Array(size);
  for (let node = 0; node < size; node++) {
    const number = found.numberOf(refs[node])!;
    nodeOf[number] = node;
    resolved[node] = found.resolved[number];
  }
  const ways = Object.fromEntries(
    wayKinds.map(kind => [kind, packWays(found.ways[kind], nodeOf)]),
  ) as Record<WayKind, TwoWayLists>;
  const { declared, dormant } = packDeclared(found.declarations, size, ref => {
    const number = found.numberOf(ref);
    return number === undefined ? undefined : nodeOf[number];
  });
  return {
    refs,
    sortedCount: size,
    rank: null,
    byRank: null,
    resolved,
    ways,
    ...packEdges({ ways, declared, rank: null, byRank: null }, size),
    declared,
    dormant,
  };
}
