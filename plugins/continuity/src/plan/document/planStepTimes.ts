import {
  durationSeconds,
  planRecoveryTime,
  type PlanStep,
} from 'backstage-plugin-continuity-common';

/** When a step begins and ends, in seconds from the start of the recovery. */
export interface PlanStepTime {
  from: number;
  to: number;
  /** False: a duration on the way to it is not known, so it ends at this time at the earliest. */
  isComplete: boolean;
}

/** A step with all that must be done before it, over any distance; steps in a circle are met once. */
function withAllBefore(
  step: PlanStep,
  byId: ReadonlyMap<string, PlanStep>,
): PlanStep[] {
  const found = new Map([[step.id, step]]);
  const rest = [...step.after];
  while (rest.length > 0) {
    const next = byId.get(rest.pop()!);
    if (!next || found.has(next.id)) continue;
    found.set(next.id, next);
    rest.push(...next.after);
  }
  return [...found.values()];
}

/** When each step begins and ends, as its predecessors and durations say; by the step's id. */
export function planStepTimes(
  steps: readonly PlanStep[],
): ReadonlyMap<string, PlanStepTime> {
  const byId = new Map(steps.map(step => [step.id, step]));
  return new Map(
    steps.map(step => {
      const { seconds, isComplete } = planRecoveryTime(
        withAllBefore(step, byId),
      );
      const own =
        step.expectedDuration === null
          ? 0
          : durationSeconds(step.expectedDuration);
      return [
        step.id,
        { from: Math.max(0, seconds - own), to: seconds, isComplete },
      ];
    }),
  );
}
