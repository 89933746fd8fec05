import {
  noTestTimes,
  type TestEvent,
  type TestResult,
  type TestTargets,
} from 'backstage-plugin-continuity-common';
import type { RunState } from './RunPress';
import type { QueuedPress } from './RunQueue';

/** The state of a run as the person at the screen sees it, and which parts of it the server does not have yet. */
export interface RunView extends RunState {
  /** Ids of lines, events and refs of results. */
  pending: ReadonlySet<string>;
}

/** What is known of an entity about which nobody has recorded anything yet. */
export function noResultOf(
  entityRef: string,
  said: { title: string | null; targets: TestTargets },
): TestResult {
  return {
    entityRef,
    ...said,
    times: noTestTimes,
    recovered: null,
    deliveredPercent: null,
    levelMet: null,
    restoredFromBackup: false,
    partial: false,
    outcome: null,
    measure: {
      rtaSeconds: null,
      rpaSeconds: null,
      ownSeconds: null,
      rto: 'not-assessed',
      rpo: 'not-assessed',
      level: 'not-assessed',
      best: 'passed',
      reasons: [],
    },
    deficiencies: '',
    note: '',
    recordedAt: '',
    recordedBy: '',
    revision: 0,
  };
}

/** The run with what waits to be sent: whoever pressed a button sees at once that it was pressed. */
export function withPresses(
  run: RunState,
  presses: readonly QueuedPress[],
  by: string,
): RunView {
  const pending = new Set<string>();
  let { steps, events, results } = run;
  for (const { press, state } of presses) {
    if (state !== 'waiting') continue;
    switch (press.kind) {
      case 'event': {
        if (events.some(({ clientId }) => clientId === press.id)) break;
        pending.add(press.id);
        const at = press.event.at ?? press.at;
        const event: TestEvent = {
          id: press.id,
          clientId: press.id,
          kind: press.event.kind,
          at,
          recordedAt: press.at,
          by,
          text: press.event.text,
          entityRefs: press.event.entityRefs ?? [],
          time: null,
          stepId: null,
        };
        events = [...events, event];
        break;
      }
      case 'add-step':
        pending.add(press.id);
        steps = [
          ...steps,
          {
            id: press.id,
            plan: null,
            title: press.title,
            what: press.what,
            who: [],
            expectedDuration: null,
            after: [],
            state: 'open',
            startedAt: null,
            doneAt: null,
            doneBy: null,
            note: '',
            revision: 0,
            updatedAt: null,
            updatedBy: null,
          },
        ];
        break;
      case 'step':
        pending.add(press.stepId);
        steps = steps.map(step =>
          step.id === press.stepId ? { ...step, ...press.change } : step,
        );
        break;
      default: {
        press.entityRefs.forEach(ref => pending.add(ref));
        const { times, ...rest } = press.patch;
        results = results.map(result =>
          press.entityRefs.includes(result.entityRef)
            ? { ...result, ...rest, times: { ...result.times, ...times } }
            : result,
        );
      }
    }
  }
  return { ...run, steps, events, results, pending };
}
