import {
  compareWithTarget,
  expectedRecovery,
  recoveryOrder,
  type Loss,
  type RecoveryWave,
  type TargetComparison,
} from 'backstage-plugin-continuity-common';
import type { GraphSnapshot } from '../../dependency/GraphSnapshot';

/** When one entity is back, and with whom. */
export interface RecoveryLine {
  ref: string;
  wave: number;
  /** Within the wave, from 1. */
  step: number;
  /** The members of its cycle; itself alone where it is in none. */
  together: string[];
  expected: { seconds: number; atLeast: boolean };
  againstRto: TargetComparison;
  lateBySeconds: number | null;
  againstMtpd: TargetComparison;
}

/** All that is lost or affected, in recovery order. */
export function linesOfLoss(
  loss: Loss,
  snapshot: GraphSnapshot,
): RecoveryLine[] {
  const expected = loss.expected(snapshot.columns);
  return toLines(loss.order, snapshot, ref => expected.of(ref)!);
}

/** Some entities and all that they need, in recovery order, none of it being up. */
export function linesOfRecovery(
  refs: string[],
  snapshot: GraphSnapshot,
  outageSeconds: number | undefined,
): RecoveryLine[] {
  const { graph, columns } = snapshot;
  const expected = expectedRecovery(graph, columns, { refs, outageSeconds });
  const order = recoveryOrder(graph, { refs, outageSeconds });
  return toLines(order, snapshot, ref => expected.of(ref)!);
}

function toLines(
  order: RecoveryWave[],
  { graph, columns }: GraphSnapshot,
  timeOf: (ref: string) => { seconds: number; atLeast: boolean },
): RecoveryLine[] {
  return order.flatMap(({ wave, steps }) =>
    steps.flatMap(({ refs }, at) =>
      refs.map(ref => {
        const node = graph.nodeOf(ref);
        const expected = timeOf(ref);
        const target = (value: number) =>
          Number.isNaN(value) ? undefined : value;
        const rto = target(columns.rto[node]);
        const againstRto = compareWithTarget(expected, rto);
        return {
          ref,
          wave,
          step: at + 1,
          together: refs,
          expected,
          againstRto,
          lateBySeconds:
            againstRto === 'beyond' ? expected.seconds - rto! : null,
          againstMtpd: compareWithTarget(expected, target(columns.mtpd[node])),
        };
      }),
    ),
  );
}

/** When the last of them is back. */
export function allBackOf(lines: RecoveryLine[]) {
  if (lines.length === 0) return null;
  return latest(lines.map(({ expected }) => expected));
}

/** The latest of some times; a lower bound where one of them is. */
export function latest(times: Array<{ seconds: number; atLeast: boolean }>) {
  return {
    seconds: times.reduce((most, { seconds }) => Math.max(most, seconds), 0),
    atLeast: times.some(({ atLeast }) => atLeast),
  };
}
