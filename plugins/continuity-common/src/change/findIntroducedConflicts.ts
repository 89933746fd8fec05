import type { DependencyGraph } from '../dependency/graph/DependencyGraph';
import {
  findTargetConflicts,
  type TargetConflict,
} from '../dependency/targets/findTargetConflicts';
import { pathFromNearest } from '../dependency/targets/findSlower';
import type { ConflictTarget } from '../dependency/recovery/RecoveryColumns';
import type { GraphUnderChange } from './changeFacts';

/** A dependency that may take longer than what depends on it, and would not without the change. @public */
export interface IntroducedConflict {
  /** The dependency. */
  ref: string;
  target: ConflictTarget;
  seconds: number;
  /** The shortest target among what would depend on it. */
  neededSeconds: number;
  /** From who demands that to the dependency. */
  path: string[];
  /** What was demanded of it before, where that was in conflict already and is more so now; null: there was no conflict. */
  before: { seconds: number; neededSeconds: number } | null;
}

/** Whether a conflict is there before and no milder: then the change is not to blame. */
function wasThere(now: TargetConflict, before: TargetConflict | undefined) {
  return (
    before !== undefined &&
    before.seconds >= now.seconds &&
    before.demandedSeconds <= now.demandedSeconds
  );
}

/** With the path from the nearest that demands just that. */
function told(
  now: TargetConflict,
  was: TargetConflict | undefined,
  { graph, columns }: GraphUnderChange,
): IntroducedConflict {
  const { ref, target, seconds, demandedSeconds, demandedBy } = now;
  const path = pathFromNearest(graph, columns[target], {
    node: graph.nodeOf(ref),
    demandedSeconds,
  });
  return {
    ref,
    target,
    seconds,
    neededSeconds: demandedSeconds,
    path: path ?? [demandedBy, ref],
    before: was
      ? { seconds: was.seconds, neededSeconds: was.demandedSeconds }
      : null,
  };
}

function known(graph: DependencyGraph, refs: Iterable<string>): string[] {
  return Array.from(refs).filter(ref => graph.has(ref));
}

/**
 * The target conflicts that a change introduces or worsens (DOMAIN.md §7): there with the proposal laid over and not there before. Only what hangs on
 * the touched entities is looked at, however far away; elsewhere nothing can have changed.
 *
 * @param touched - what was touched, and everything else whose edges or targets differ
 * @returns in the order of refs, RTO before RPO
 * @public
 */
export function findIntroducedConflicts(
  before: GraphUnderChange,
  after: GraphUnderChange,
  touched: Iterable<string>,
): IntroducedConflict[] {
  const refs = [...touched];
  const found: IntroducedConflict[] = [];
  for (const target of ['rto', 'rpo'] as const) {
    const conflictsOf = (
      { graph, columns }: GraphUnderChange,
      around: Iterable<string>,
    ) =>
      findTargetConflicts(graph, columns, {
        target,
        around: known(graph, around),
      });
    const byRef = (conflicts: TargetConflict[]) =>
      new Map(conflicts.map(conflict => [conflict.ref, conflict]));

    const now = conflictsOf(after, refs);
    if (now.length === 0) continue;
    const same = byRef(conflictsOf(before, refs));
    const suspected = now.filter(each => !wasThere(each, same.get(each.ref)));
    if (suspected.length === 0) continue;
    // What demanded most before need not hang on what is touched: only for these few everything around is looked at
    const then = byRef(
      conflictsOf(
        before,
        suspected.map(({ ref }) => ref),
      ),
    );
    for (const conflict of suspected) {
      const was = then.get(conflict.ref);
      if (!wasThere(conflict, was)) found.push(told(conflict, was, after));
    }
  }
  return found.sort(
    (a, b) => compareTexts(a.ref, b.ref) || -compareTexts(a.target, b.target),
  );
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
