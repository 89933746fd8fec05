import type { TestState } from './testState';

/** What somebody may want to do with a test. @public */
export type TestTransition =
  | 'update'
  | 'reschedule'
  | 'cancel'
  | 'start'
  | 'run'
  | 'complete'
  | 'record'
  | 'review';

/** A test, as far as what may be done depends on it. @public */
export interface TestTransitionSubject {
  state: TestState;
  /** User refs; null for what a machine reported. */
  facilitator: string | null;
  /** Everybody who recorded a result. */
  recordedBy: readonly string[];
  reviewed: boolean;
}

/**
 * Whether a step is allowed, to which state it leads, or why not: `conflict` where the test is in another state, `forbidden` where the person may
 * not.
 *
 * @public
 */
export type TestTransitionDecision =
  | { ok: true; to: TestState }
  | { ok: false; why: 'conflict' | 'forbidden'; message: string };

const from: Record<TestTransition, readonly TestState[]> = {
  update: ['planned', 'in-progress'],
  reschedule: ['planned'],
  cancel: ['planned', 'in-progress'],
  start: ['planned'],
  run: ['in-progress'],
  complete: ['in-progress'],
  record: ['in-progress', 'completed'],
  review: ['completed'],
};

const to: Partial<Record<TestTransition, TestState>> = {
  cancel: 'cancelled',
  start: 'in-progress',
  complete: 'completed',
};

const notNow: Record<TestState, string> = {
  planned: 'This test has not begun. Start it first.',
  'in-progress': 'This test is in progress. Complete or cancel it first.',
  completed: 'This test is completed: its dates and its course are evidence.',
  cancelled: 'This test is cancelled. Plan a new one.',
};

/**
 * The state machine of a test (DOMAIN.md §5): `planned → in-progress → completed`, or `cancelled`. Results may be corrected until somebody has reviewed
 * them; neither the facilitator nor who recorded a result reviews it.
 *
 * @public
 */
export function decideTestTransition(
  transition: TestTransition,
  test: TestTransitionSubject,
  options: { by: string } = { by: '' },
): TestTransitionDecision {
  const refuse = (
    why: 'conflict' | 'forbidden',
    message: string,
  ): TestTransitionDecision => ({ ok: false, why, message });
  if (!from[transition].includes(test.state)) {
    return refuse('conflict', notNow[test.state]);
  }
  if (test.reviewed && (transition === 'record' || transition === 'review')) {
    return refuse(
      'conflict',
      'These results are reviewed and stay as they are. What comes up later is a finding.',
    );
  }
  if (transition === 'review') {
    if (test.facilitator === options.by) {
      return refuse(
        'forbidden',
        'You facilitated this test yourself. Another person has to review it.',
      );
    }
    if (test.recordedBy.includes(options.by)) {
      return refuse(
        'forbidden',
        'You recorded results of this test yourself. Another person has to review it.',
      );
    }
  }
  return { ok: true, to: to[transition] ?? test.state };
}
