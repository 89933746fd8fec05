import { DECLARATION_SIZE, type DependencyDeclaration } from './declaration';
import { DependencyGraph } from './DependencyGraph';
import { IntList } from './IntList';
import { packGraph, type FoundWays } from './packGraph';
import { listOf } from './packedLists';
import { wayKinds, type WayKind } from './relationWay';

/**
 * Packs a graph with everything that was laid over it, so that it is as small and fast as one built anew. Nodes get other numbers. Tens of
 * milliseconds to a second: for a worker thread.
 *
 * @public
 */
export function compactDependencyGraph(
  graph: DependencyGraph,
): DependencyGraph {
  const { packed } = graph;
  const refs = graph.refs();
  const resolved = new Uint8Array(refs.length);
  const numberOf = new Int32Array(graph.size).fill(-1);
  refs.forEach((ref, number) => {
    const node = graph.numberOf(ref);
    numberOf[node] = number;
    resolved[number] = packed.resolved[node];
  });
  const ways = Object.fromEntries(
    wayKinds.map(kind => {
      const found: FoundWays = { from: new IntList(), to: new IntList() };
      for (let node = 0; node < graph.size; node++) {
        for (const item of listOf(packed.ways[kind].forward, node)) {
          found.from.push(numberOf[node]);
          found.to.push((numberOf[item >> 2] << 2) | (item & 3));
        }
      }
      return [kind, found];
    }),
  ) as Record<WayKind, FoundWays>;
  const declarations: DependencyDeclaration[] = [...packed.dormant];
  for (let node = 0; node < graph.size; node++) {
    const list = listOf(packed.declared, node);
    for (let at = 0; at < list.length; at += DECLARATION_SIZE) {
      declarations.push({
        from: graph.refOf(node),
        to: graph.refOf(list[at]),
        code: list[at + 1],
        endurable: list[at + 2],
      });
    }
  }
  return DependencyGraph.fromPacked(
    packGraph({
      refs,
      numberOf: ref => {
        const node = graph.nodeOf(ref);
        return node === -1 ? undefined : numberOf[node];
      },
      resolved,
      ways,
      declarations,
    }),
  );
}
