import type { DependencyGraph } from '../graph/DependencyGraph';
import { IntList } from '../graph/IntList';
import type { DependencyLinks } from '../graph/links';

/**
 * A graph with each cycle drawn together into one component. Components are numbered so that whatever one needs has a smaller number.
 *
 * @public
 */
export interface Condensation {
  graph: DependencyGraph;
  links: DependencyLinks;
  /** The component of each node; -1 for nodes that were left out. */
  componentOf: Int32Array;
  count: number;
  /** The nodes of component c, in the order of refs: `members[memberOffsets[c]] … members[memberOffsets[c + 1] - 1]`. */
  memberOffsets: Int32Array;
  members: Int32Array;
  /** The components that component c needs, each once, itself never. */
  needsOffsets: Int32Array;
  needs: Int32Array;
}

const UNVISITED = 0;

/** Finds the strongly connected components (Tarjan), without recursion. */
function findComponents(
  links: DependencyLinks,
  size: number,
  nodes: ArrayLike<number> | undefined,
): { componentOf: Int32Array; count: number } {
  const { starts, ends, items, extra } = links.needs;
  const componentOf = new Int32Array(size).fill(-1);
  const visitedAt = new Int32Array(size);
  const lowest = new Int32Array(size);
  const cursor = new Int32Array(size);
  const stack = new Int32Array(size);
  const calls = new Int32Array(size);
  // Nodes that are left out look as if they were done
  if (nodes) {
    visitedAt.fill(-1);
    for (let i = 0; i < nodes.length; i++) visitedAt[nodes[i]] = UNVISITED;
  }
  let clock = 0;
  let count = 0;
  let stackSize = 0;
  const rootCount = nodes ? nodes.length : size;
  for (let i = 0; i < rootCount; i++) {
    const root = nodes ? nodes[i] : i;
    if (visitedAt[root] !== UNVISITED) continue;
    let depth = 0;
    calls[0] = root;
    visitedAt[root] = lowest[root] = ++clock;
    stack[stackSize++] = root;
    cursor[root] = starts[root] < 0 ? ~starts[root] : starts[root];
    while (depth >= 0) {
      const node = calls[depth];
      const list = starts[node] < 0 ? extra : items;
      const end = ends[node];
      let at = cursor[node];
      let low = lowest[node];
      let next = -1;
      for (; at < end; at++) {
        const other = list[at];
        const seen = visitedAt[other];
        if (seen === UNVISITED) {
          next = other;
          at++;
          break;
        }
        if (seen > 0 && componentOf[other] === -1 && seen < low) low = seen;
      }
      cursor[node] = at;
      lowest[node] = low;
      if (next !== -1) {
        visitedAt[next] = lowest[next] = ++clock;
        stack[stackSize++] = next;
        cursor[next] = starts[next] < 0 ? ~starts[next] : starts[next];
        calls[++depth] = next;
        continue;
      }
      if (low === visitedAt[node]) {
        let member;
        do {
          member = stack[--stackSize];
          componentOf[member] = count;
        } while (member !== node);
        count++;
      }
      depth--;
      if (depth >= 0 && low < lowest[calls[depth]]) lowest[calls[depth]] = low;
    }
  }
  return { componentOf, count };
}

/** Draws each cycle together. With `nodes`, only those and the edges between them count. */
export function condense(
  graph: DependencyGraph,
  links: DependencyLinks,
  nodes?: ArrayLike<number>,
): Condensation {
  const { size } = graph;
  const { componentOf, count } = findComponents(links, size, nodes);

  const memberOffsets = new Int32Array(count + 1);
  for (let node = 0; node < size; node++) {
    if (componentOf[node] !== -1) memberOffsets[componentOf[node] + 1]++;
  }
  for (let c = 0; c < count; c++) memberOffsets[c + 1] += memberOffsets[c];
  const next = memberOffsets.slice(0, count);
  const members = new Int32Array(memberOffsets[count]);
  for (let rank = 0; rank < size; rank++) {
    const node = graph.nodeAt(rank);
    if (componentOf[node] !== -1) members[next[componentOf[node]]++] = node;
  }

  const { starts, ends, items, extra } = links.needs;
  const needsOffsets = new Int32Array(count + 1);
  const needs = new IntList(Math.max(1024, count));
  const addedFor = new Int32Array(count).fill(-1);
  for (let c = 0; c < count; c++) {
    addedFor[c] = c;
    for (let i = memberOffsets[c]; i < memberOffsets[c + 1]; i++) {
      const node = members[i];
      const list = starts[node] < 0 ? extra : items;
      const start = starts[node] < 0 ? ~starts[node] : starts[node];
      for (let at = start; at < ends[node]; at++) {
        const other = componentOf[list[at]];
        if (other === -1 || addedFor[other] === c) continue;
        addedFor[other] = c;
        needs.push(other);
      }
    }
    needsOffsets[c + 1] = needs.length;
  }
  return {
    graph,
    links,
    componentOf,
    count,
    memberOffsets,
    members,
    needsOffsets,
    needs: needs.toArray(),
  };
}
