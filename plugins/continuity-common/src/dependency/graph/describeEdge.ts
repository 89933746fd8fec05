import {
  classDeclared,
  declaredBy,
  findDeclaration,
  UNDECLARED,
  UNLIMITED,
} from './declaration';
import type {
  DependencyClass,
  DependencyEdge,
  DependencyWay,
} from './dependencyEdge';
import type { DependencyGraph } from './DependencyGraph';
import { NO_API, type EdgeReader } from './EdgeReader';
import { listOf, type PackedLists } from './packedLists';

function classOf(found: number): {
  class: DependencyClass;
  endurableSeconds?: number;
} {
  if (found === UNDECLARED) return { class: 'unclassified' };
  if (found < 0) return { class: 'hard' };
  return found === UNLIMITED
    ? { class: 'soft' }
    : { class: 'soft', endurableSeconds: found };
}

function states(lists: PackedLists, from: number, to: number): boolean {
  return listOf(lists, from).some(item => item >> 2 === to);
}

/** Puts an edge that a reader has just read into words: its class and each way that leads there. */
export function describeEdge(
  graph: DependencyGraph,
  reader: EdgeReader,
  edge: { source: number; first: number; end: number },
): DependencyEdge {
  const { source, first, end } = edge;
  const { ways, declared, resolved } = graph.packed;
  const target = reader.targetAt(first);
  const list = listOf(declared, source);

  const wordOn = (node: number) => {
    const at = findDeclaration(list, node);
    return at === -1 ? undefined : declaredBy(list[at + 1]);
  };

  const described: DependencyWay[] = [];
  let previous: number | undefined;
  for (let place = first; place < end; place++) {
    const api = reader.apiAt(place);
    if (api === previous) continue;
    previous = api;
    const found = reader.classOfWay(source, place, first);
    const said = classOf(found);
    if (api === NO_API) {
      const by = wordOn(target);
      const way = {
        ...said,
        ...(by && { declaredBy: by }),
        classifiedAs: graph.refOf(target),
      };
      if (states(ways.direct.forward, source, target)) {
        described.push({ kind: 'direct', ...way });
      }
      if (states(ways.parts.forward, source, target)) {
        described.push({ kind: 'part', ...way });
      }
      continue;
    }
    const isByApi = classDeclared(declared, source, api) === found;
    const by = wordOn(isByApi ? api : target);
    described.push({
      kind: 'api',
      api: graph.refOf(api),
      ...said,
      ...(by && { declaredBy: by }),
      classifiedAs: graph.refOf(api),
    });
  }
  return {
    from: graph.refOf(source),
    to: graph.refOf(target),
    ...classOf(reader.classOfEdge(source, first, end)),
    ways: described,
    resolved: resolved[target] === 1,
  };
}
