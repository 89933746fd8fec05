import { classDeclared, UNDECLARED } from '../graph/declaration';
import type { DependencyGraph } from '../graph/DependencyGraph';
import { lengthOfList, listOf } from '../graph/packedLists';

/**
 * Who consumes an API that others provide: they depend on its providers and not on the API itself, but what happens to the API happens to them.
 */
export function consumersOfApis(
  graph: DependencyGraph,
  apis: Iterable<number>,
  outageSeconds: number,
): {
  hard: Array<[from: number, to: number]>;
  soft: Array<[from: number, to: number]>;
} {
  const { uses, provided } = graph.packed.ways;
  const hard: Array<[number, number]> = [];
  const soft: Array<[number, number]> = [];
  for (const api of apis) {
    if (lengthOfList(provided.forward, api) === 0) continue;
    for (const item of listOf(uses.backward, api)) {
      const consumer = item >> 2;
      if (consumer === api) continue;
      const said = classDeclared(graph.packed.declared, consumer, api);
      const isSoft = said !== UNDECLARED && said >= outageSeconds;
      (isSoft ? soft : hard).push([consumer, api]);
    }
  }
  return { hard, soft };
}
