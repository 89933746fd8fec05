import type { DependencyGraph } from '../dependency/DependencyGraph';
import {
  findTargetConflicts,
  type TargetConflict,
} from '../dependency/findTargetConflicts';
import { findSlower } from '../dependency/findSlower';
import type { ConflictTarget } from '../dependency/RecoveryColumns';
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

function pathsOf(
  { graph, columns }: GraphUnderChange,
  conflicts: TargetConflict[],
): ReturnType<typeof findSlower> extends Generator<unknown, infer Found>
  ? Found
  : never {
  const only = new Set(conflicts.map(({ ref }) => graph.nodeOf(ref)));
  const finding = findSlower(graph, columns, { only });
  for (;;) {
    const { done, value } = finding.next();
    if (done) return value;
  }
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
  const found: Array<{ now: TargetConflict; was: TargetConflict | undefined }> =
    [];
  for (const target of ['rto', 'rpo'] as const) {
    const now = findTargetConflicts(after.graph, after.columns, {
      target,
      around: known(after.graph, refs),
    });
    if (now.length === 0) continue;
    // Around each of them: what demanded most before need not hang on what is touched
    const then = new Map(
      findTargetConflicts(before.graph, before.columns, {
        target,
        around: known(
          before.graph,
          now.map(({ ref }) => ref),
        ),
      }).map(conflict => [conflict.ref, conflict]),
    );
    for (const conflict of now) {
      const was = then.get(conflict.ref);
      if (!wasThere(conflict, was)) found.push({ now: conflict, was });
    }
  }
  if (found.length === 0) return [];
  const paths = pathsOf(
    after,
    found.map(({ now }) => now),
  );
  return found
    .map(({ now, was }) => {
      const slower = paths.get(after.graph.nodeOf(now.ref))?.[now.target];
      return {
        ref: now.ref,
        target: now.target,
        seconds: now.seconds,
        neededSeconds: now.demandedSeconds,
        path: slower?.path ?? [now.demandedBy, now.ref],
        before: was
          ? { seconds: was.seconds, neededSeconds: was.demandedSeconds }
          : null,
      };
    })
    .sort(
      (a, b) => compareTexts(a.ref, b.ref) || -compareTexts(a.target, b.target),
    );
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
