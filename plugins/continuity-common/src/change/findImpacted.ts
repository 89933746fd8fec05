import { UNLIMITED } from '../dependency/graph/declaration';
import { consumersOfApis } from '../dependency/reach/consumersOfApis';
import type { DependencyGraph } from '../dependency/graph/DependencyGraph';
import { withLinks } from '../dependency/graph/links';
import { nodesOf } from '../dependency/graph/nodesOf';
import { Reach } from '../dependency/reach/Reach';
import { Impact, type ImpactWalk } from './Impact';

interface ImpactOptions {
  touched: Iterable<string>;
  /** How long the change's window is; without it no workaround ends. */
  windowSeconds?: number;
  /** The Systems that a touched API is part of: the graph doesn't know them. */
  systemsOfApi?: (apiRef: string) => Iterable<string>;
}

/** A touched API impacts its System, and nothing that needs the System. */
function systemsOfApis(
  graph: DependencyGraph,
  options: { nodes: readonly number[]; reach: Reach } & ImpactOptions,
): Map<number, string> {
  const { nodes, reach, systemsOfApi } = options;
  const found = new Map<number, string>();
  if (!systemsOfApi) return found;
  // In the order of refs, so that the first API stays
  for (const api of nodes) {
    const ref = graph.refOf(api);
    if (!ref.startsWith('api:')) continue;
    for (const system of systemsOfApi(ref)) {
      const node = graph.nodeOf(system);
      if (node === -1 || reach.includes(node) || found.has(node)) continue;
      found.set(node, ref);
    }
  }
  return found;
}

function walkFrom(
  graph: DependencyGraph,
  options: ImpactOptions & { touched: readonly string[] },
): ImpactWalk {
  const { touched, windowSeconds } = options;
  const { nodes } = nodesOf(graph, touched);
  const window = Math.min(Math.max(windowSeconds ?? 0, 0), UNLIMITED);
  const consumers = consumersOfApis(graph, nodes, window);
  const links = withLinks(graph, graph.links(window), consumers.hard);
  const reach = Reach.from(graph, {
    starts: nodes,
    links,
    direction: 'needed-by',
  });
  return {
    graph,
    reach,
    softConsumers: consumers.soft,
    systemsOfApis: systemsOfApis(graph, { ...options, nodes, reach }),
  };
}

/**
 * Who is impacted by a change (DOMAIN.md §7): what is touched, everything that transitively hard-depends on it, and the systems that these are part
 * of, which don't drag in their other parts. Through a soft edge the impact is `degraded` and goes no further, unless the window is longer than what
 * the workaround endures. A touched API impacts its consumers, and its system without going further.
 *
 * @param options - `after`: the graph with the proposal laid over `graph`, where there is one
 * @public
 */
export function findImpacted(
  graph: DependencyGraph,
  options: ImpactOptions & { after?: DependencyGraph },
): Impact {
  const { after } = options;
  const touched = [...new Set(Array.from(options.touched, lower))];
  const walks = { ...options, touched };
  const isOther = after !== undefined && after !== graph;
  return new Impact({
    before: walkFrom(graph, walks),
    ...(isOther && { after: walkFrom(after, walks) }),
    apart: touched
      .filter(ref => !graph.has(ref) && !(isOther && after.has(ref)))
      .sort(),
  });
}

function lower(ref: string): string {
  return ref.toLowerCase();
}
