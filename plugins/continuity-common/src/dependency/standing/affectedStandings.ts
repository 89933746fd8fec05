import type { JudgedGraph } from './dependencyStandings';
import { nodesOf } from '../graph/nodesOf';
import { listOf } from '../graph/packedLists';
import { Reach, type DependencyDirection } from '../reach/Reach';
import { wayKinds } from '../graph/relationWay';

/** A graph at one moment, with its targets. */
type Moment = Pick<JudgedGraph, 'graph' | 'columns'>;

/** Everything that the standings of others may depend on, of one entity, in words that two graphs share. */
function saidOf({ graph, columns }: Moment, ref: string): string {
  const node = graph.nodeOf(ref);
  if (node === -1) return '';
  return JSON.stringify([
    graph.isResolved(ref),
    // NaN becomes null
    columns.rto[node],
    columns.rpo[node],
    columns.own[node],
    graph.needsOf(ref),
    graph.partsOf(ref),
  ]);
}

/**
 * Whose edges a changed row may have changed: its own, those of what it states something about, and those of the consumers of APIs among
 * these.
 */
function mayDiffer({ graph }: Moment, ref: string, found: Set<string>): void {
  const node = graph.nodeOf(ref);
  if (node === -1) return;
  const { ways } = graph.packed;
  const near = new Set([node]);
  for (const kind of wayKinds) {
    for (const lists of [ways[kind].forward, ways[kind].backward]) {
      for (const item of listOf(lists, node)) near.add(item >> 2);
    }
  }
  for (const other of near) {
    found.add(graph.refOf(other));
    for (const item of listOf(ways.uses.backward, other)) {
      found.add(graph.refOf(item >> 2));
    }
  }
}

/** The nodes that are reached, and the starting ones. */
function reachedFrom(
  { graph }: Moment,
  refs: Iterable<string>,
  direction: DependencyDirection,
): Int32Array {
  return Reach.from(graph, {
    starts: nodesOf(graph, refs).nodes,
    links: graph.links(),
    direction,
  }).nodes;
}

/** Those who need an entity directly, be it softly. */
function addDependents({ graph }: Moment, ref: string, found: Set<string>) {
  const node = graph.nodeOf(ref);
  if (node === -1) return;
  const { hard, soft } = graph.packed;
  for (const other of listOf(hard.backward, node)) {
    found.add(graph.refOf(other));
  }
  listOf(soft.backward, node).forEach((other, at) => {
    if (at % 2 === 0) found.add(graph.refOf(other));
  });
}

/**
 * The refs of whom something else may have to be said after a change. Never too few; some of whom the same is said again.
 *
 * - What the graph says of an entity's own edges concerns itself and whoever needs it directly.
 * - How long it waits concerns all that need what changed.
 * - Who needs it faster concerns what is needed by what changed, and only where somebody demands less than its own target.
 *
 * @param changed - every entity of which anything may have changed between the two, at least those
 */
export function affectedStandings(
  before: Moment,
  after: Moment,
  changed: Iterable<string>,
): Set<string> {
  const affected = new Set<string>();
  const candidates = new Set<string>();
  const moments = [before, after];
  for (const ref of changed) {
    affected.add(ref);
    for (const moment of moments) {
      addDependents(moment, ref, affected);
      if (saidOf(before, ref) !== saidOf(after, ref)) candidates.add(ref);
      mayDiffer(moment, ref, candidates);
    }
  }
  const differing = [...candidates].filter(
    ref => saidOf(before, ref) !== saidOf(after, ref),
  );
  const strictest = { rto: Infinity, rpo: Infinity };
  for (const moment of moments) {
    const { graph, columns } = moment;
    for (const node of reachedFrom(moment, differing, 'needed-by')) {
      affected.add(graph.refOf(node));
      for (const target of ['rto', 'rpo'] as const) {
        const value = columns[target][node];
        if (value < strictest[target]) strictest[target] = value;
      }
    }
  }
  for (const moment of moments) {
    const { graph, columns } = moment;
    for (const node of reachedFrom(moment, differing, 'needs')) {
      const isDemanded =
        columns.rto[node] > strictest.rto || columns.rpo[node] > strictest.rpo;
      if (isDemanded) affected.add(graph.refOf(node));
    }
  }
  return affected;
}
