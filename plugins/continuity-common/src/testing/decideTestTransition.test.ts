import {
  decideTestTransition,
  type TestTransition,
  type TestTransitionSubject,
} from './decideTestTransition';
import { testStates, type TestState } from './testState';

const jane = 'user:default/jane';
const joe = 'user:default/joe';
const ruth = 'user:default/ruth';

const aTest = (
  state: TestState,
  said: Partial<TestTransitionSubject> = {},
): TestTransitionSubject => ({
  state,
  facilitator: jane,
  recordedBy: [joe],
  reviewed: false,
  ...said,
});

const allowed: Record<TestTransition, Partial<Record<TestState, TestState>>> = {
  update: { planned: 'planned', 'in-progress': 'in-progress' },
  reschedule: { planned: 'planned' },
  cancel: { planned: 'cancelled', 'in-progress': 'cancelled' },
  start: { planned: 'in-progress' },
  run: { 'in-progress': 'in-progress' },
  complete: { 'in-progress': 'completed' },
  record: { 'in-progress': 'in-progress', completed: 'completed' },
  review: { completed: 'completed' },
};

describe('decideTestTransition', () => {
  it.each(
    Object.entries(allowed).flatMap(([transition, to]) =>
      testStates.map(state => [transition, state, to[state]] as const),
    ),
  )('%s of a test that is %s leads to %s', (transition, state, to) => {
    const decision = decideTestTransition(
      transition as TestTransition,
      aTest(state),
      { by: ruth },
    );
    expect(decision).toMatchObject(
      to === undefined ? { ok: false, why: 'conflict' } : { ok: true, to },
    );
  });

  it.each([
    ['the facilitator', jane],
    ['who recorded a result', joe],
  ])('lets not %s review it', (_, by) => {
    expect(
      decideTestTransition('review', aTest('completed'), { by }),
    ).toMatchObject({ ok: false, why: 'forbidden' });
  });

  it('lets anybody else review what a machine reported', () => {
    const reported = aTest('completed', {
      facilitator: null,
      recordedBy: ['external:restore-job'],
    });
    expect(decideTestTransition('review', reported, { by: jane }).ok).toBe(
      true,
    );
  });

  it.each(['record', 'review'] as const)(
    'refuses to %s what is reviewed',
    transition => {
      expect(
        decideTestTransition(
          transition,
          aTest('completed', { reviewed: true }),
          { by: ruth },
        ),
      ).toMatchObject({ ok: false, why: 'conflict' });
    },
  );
});
