import type { TestDetail, TestEvent } from 'backstage-plugin-continuity-common';
import type { Translate } from '../../translation/Translate';

/** What the server writes before the title of a line. */
const STEP_WORDS = {
  'Opened again': 'open',
  Started: 'started',
  Done: 'done',
  Skipped: 'skipped',
} as const;

const TEST_WORDS = {
  'The test began': 'began',
  'The test ended': 'ended',
} as const;

/** What an entry of the log says: what the server wrote is in the reader's language, all else as it was written. */
export function eventText(
  t: Translate,
  entry: TestEvent,
  test: Pick<TestDetail, 'steps'>,
): string {
  if (entry.kind === 'time' && entry.time) {
    return t(`testRun.time.${entry.time}`);
  }
  if (entry.kind === 'step') {
    const [word, ...rest] = entry.text.split(': ');
    const state = STEP_WORDS[word as keyof typeof STEP_WORDS];
    const title =
      test.steps.find(({ id }) => id === entry.stepId)?.title ??
      rest.join(': ');
    if (state) return `${t(`testRun.step.state.${state}`)}: ${title}`;
  }
  const known =
    entry.kind === 'test' && TEST_WORDS[entry.text as keyof typeof TEST_WORDS];
  return known ? t(`testRun.log.${known}`) : entry.text;
}
