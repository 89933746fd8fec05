import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { DependencyClass } from 'backstage-plugin-continuity-common';
import type { GraphSnapshot } from './GraphSnapshot';

/** A dependency somebody may be asked about, by node. */
export interface ListedEdge {
  from: string;
  to: string;
}

const SOURCES_AT_ONCE = 500;

const known = new WeakMap<
  object,
  Promise<Record<DependencyClass, ListedEdge[]>>
>();

/**
 * All dependencies of entities in scope by class, by `from`, then by `to`; what a System needs only because it is a part is left out. Made once for
 * a snapshot, with pauses.
 */
export function listEdges(
  snapshot: GraphSnapshot,
): Promise<Record<DependencyClass, ListedEdge[]>> {
  const { columns } = snapshot;
  let lists = known.get(columns);
  if (!lists) {
    lists = collect(snapshot);
    known.set(columns, lists);
  }
  return lists;
}

async function collect({ graph, entities }: GraphSnapshot) {
  const lists: Record<DependencyClass, ListedEdge[]> = {
    hard: [],
    soft: [],
    unclassified: [],
  };
  let looked = 0;
  for (const from of graph.refs()) {
    if (!entities.get(from)?.facts?.in_scope) continue;
    for (const edge of graph.needsOf(from)) {
      if (edge.ways.some(({ kind }) => kind !== 'part')) {
        lists[edge.class].push({ from, to: edge.to });
      }
    }
    looked++;
    if (looked % SOURCES_AT_ONCE === 0) await yieldToOthers();
  }
  return lists;
}
