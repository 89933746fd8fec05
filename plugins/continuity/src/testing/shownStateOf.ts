import type {
  TestState,
  TestSummary,
} from 'backstage-plugin-continuity-common';

/** The states as people see them: a planned test whose end is past is missed. */
export type ShownTestState = TestState | 'missed';

export function shownStateOf(
  test: Pick<TestSummary, 'state' | 'missed'>,
): ShownTestState {
  return test.state === 'planned' && test.missed ? 'missed' : test.state;
}
