import {
  Concentration,
  countTargetDemands,
  demandedTargets,
  expectedRecovery,
  findCycles,
  findTargetConflicts,
  type ComparedTargets,
  type CountedTargetConflict,
  type ExpectedRecovery,
} from 'backstage-plugin-continuity-common';
import type { GraphSnapshot } from './GraphSnapshot';

/** What is worked out of a whole graph at most once. */
export interface GraphAnalysis {
  demandedRto(): ComparedTargets;
  expected(): ExpectedRecovery;
  concentration(): Concentration;
  /** The strongest first: how many need it faster, then by ref. */
  conflicts(): CountedTargetConflict[];
  /** The members of the cycle that a ref is in; undefined: in none. */
  cycleOf(ref: string): string[] | undefined;
}

const known = new WeakMap<object, GraphAnalysis>();

/** The analysis of a snapshot, kept as long as the snapshot. */
export function analysisOf(snapshot: GraphSnapshot): GraphAnalysis {
  const { graph, columns } = snapshot;
  const found = known.get(columns);
  if (found) return found;
  const cycles = once(
    () =>
      new Map(
        findCycles(graph).flatMap(refs =>
          refs.map(ref => [ref, refs] as [string, string[]]),
        ),
      ),
  );
  const analysis: GraphAnalysis = {
    demandedRto: once(() => demandedTargets(graph, columns, { target: 'rto' })),
    expected: once(() => expectedRecovery(graph, columns)),
    concentration: once(() => Concentration.of(graph, columns)),
    conflicts: once(() =>
      countTargetDemands(graph, columns, [
        ...findTargetConflicts(graph, columns, { target: 'rto' }),
        ...findTargetConflicts(graph, columns, { target: 'rpo' }),
      ]).sort(
        (a, b) =>
          b.neededFasterBy - a.neededFasterBy ||
          (a.ref < b.ref ? -1 : 1) ||
          (a.target < b.target ? 1 : -1),
      ),
    ),
    cycleOf: ref => cycles().get(ref),
  };
  known.set(columns, analysis);
  return analysis;
}

function once<T>(work: () => T): () => T {
  let done: { value: T } | undefined;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}
