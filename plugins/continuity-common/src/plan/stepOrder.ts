import { durationSeconds } from '../terms/durationSeconds';
import type { PlanStep } from './planContents';
import type { PlanRecoveryTime } from './planDetail';

/** What a step's place in the order and its time depend on. @public */
export type OrderedStep = Pick<PlanStep, 'id' | 'after' | 'expectedDuration'>;

/** When each step ends at the earliest, and the step that it waited for longest. */
interface Finish {
  seconds: number;
  isComplete: boolean;
  waitedFor: string | null;
}

/**
 * Finds steps that wait for each other in a circle, in the order in which they wait; null if there are none. Steps that name themselves count.
 *
 * @public
 */
export function findStepCycle(
  steps: ReadonlyArray<Pick<PlanStep, 'id' | 'after'>>,
): string[] | null {
  const after = new Map(steps.map(step => [step.id, step.after]));
  const done = new Set<string>();
  for (const { id: start } of steps) {
    // a walk without recursion: the path holds the steps that are being looked at
    const path: string[] = [start];
    const turns = new Map<string, number>([[start, 0]]);
    while (path.length > 0) {
      const id = path[path.length - 1];
      const next = after.get(id)?.[turns.get(id)!];
      if (done.has(id) || next === undefined) {
        done.add(id);
        turns.delete(id);
        path.pop();
        continue;
      }
      turns.set(id, turns.get(id)! + 1);
      if (turns.has(next)) return path.slice(path.indexOf(next));
      if (!done.has(next) && after.has(next)) {
        path.push(next);
        turns.set(next, 0);
      }
    }
  }
  return null;
}

/** Steps in an order in which each comes after what it waits for; those in a circle are left out. */
function inOrder(steps: readonly OrderedStep[]): OrderedStep[] {
  const ids = new Set(steps.map(step => step.id));
  const waiting = new Map(
    steps.map(step => [
      step.id,
      new Set(step.after.filter(id => ids.has(id))).size,
    ]),
  );
  const followers = new Map<string, OrderedStep[]>();
  for (const step of steps) {
    for (const id of new Set(step.after)) {
      followers.set(id, [...(followers.get(id) ?? []), step]);
    }
  }
  const ready = steps.filter(step => waiting.get(step.id) === 0);
  for (let at = 0; at < ready.length; at++) {
    for (const follower of followers.get(ready[at].id) ?? []) {
      const left = waiting.get(follower.id)! - 1;
      waiting.set(follower.id, left);
      if (left === 0) ready.push(follower);
    }
  }
  return ready;
}

function finishes(steps: readonly OrderedStep[]): Map<string, Finish> {
  const found = new Map<string, Finish>();
  for (const { id, after, expectedDuration } of inOrder(steps)) {
    let begin: Finish = { seconds: 0, isComplete: true, waitedFor: null };
    for (const earlier of after) {
      const finish = found.get(earlier);
      if (!finish) continue;
      begin = {
        seconds: Math.max(begin.seconds, finish.seconds),
        isComplete: begin.isComplete && finish.isComplete,
        waitedFor:
          begin.waitedFor === null || finish.seconds > begin.seconds
            ? earlier
            : begin.waitedFor,
      };
    }
    found.set(id, {
      seconds:
        begin.seconds +
        (expectedDuration === null ? 0 : durationSeconds(expectedDuration)),
      isComplete: begin.isComplete && expectedDuration !== null,
      waitedFor: begin.waitedFor,
    });
  }
  return found;
}

/**
 * Adds up the expected durations over the critical path: steps that wait for nothing begin at once and side by side. Steps that wait for each other
 * in a circle can't be added up: the sum is a lower bound then, as where a duration is not known.
 *
 * @public
 */
export function planRecoveryTime(
  steps: readonly OrderedStep[],
): PlanRecoveryTime {
  const found = finishes(steps);
  let last: string | null = null;
  for (const [id, { seconds }] of found) {
    if (last === null || seconds > found.get(last)!.seconds) last = id;
  }
  const criticalPath: string[] = [];
  for (let id = last; id !== null; id = found.get(id)!.waitedFor) {
    criticalPath.unshift(id);
  }
  return {
    seconds: last === null ? 0 : found.get(last)!.seconds,
    isComplete:
      found.size === steps.length &&
      [...found.values()].every(finish => finish.isComplete),
    criticalPath,
  };
}

/** Whether a step is about an entity: it names it, or its system (DOMAIN.md §4 "covered"). @public */
export function stepConcerns(
  step: Pick<PlanStep, 'entities'>,
  entityRef: string,
  systemRef?: string | null,
): boolean {
  return step.entities.some(
    entity =>
      entity.entityRef === entityRef ||
      (systemRef !== undefined &&
        systemRef !== null &&
        entity.entityRef === systemRef),
  );
}

/**
 * When the last step that concerns an entity is done, in seconds from the start of the recovery; null where no step does.
 *
 * @public
 */
export function expectedRecoveryOf(
  entityRef: string,
  options: {
    steps: ReadonlyArray<OrderedStep & Pick<PlanStep, 'entities'>>;
    systemRef?: string | null;
  },
): { seconds: number; isComplete: boolean } | null {
  const { steps, systemRef } = options;
  const concerning = steps.filter(step =>
    stepConcerns(step, entityRef, systemRef),
  );
  if (concerning.length === 0) return null;
  const found = finishes(steps);
  const ends = concerning.flatMap(({ id }) => found.get(id) ?? []);
  return {
    seconds: Math.max(0, ...ends.map(end => end.seconds)),
    isComplete:
      ends.length === concerning.length && ends.every(end => end.isComplete),
  };
}
