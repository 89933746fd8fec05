import type { DraftOfFinding } from '../finding/findingDraft';

/** What somebody writes about a test as a whole before it is completed. */
export interface CompletionDraft {
  summary: string;
  criteria: Record<string, { met: boolean | null; note: string }>;
  findings: DraftOfFinding[];
  endedAt: string | null;
}

const keyOf = (testId: string, by: string) =>
  `continuity.test-completion.${testId}.${by}`;

export const emptyCompletion: CompletionDraft = {
  summary: '',
  criteria: {},
  findings: [],
  endedAt: null,
};

/** Keeps the words in this browser until the test is completed. */
export function keepCompletion(
  testId: string,
  by: string,
  draft: CompletionDraft,
): void {
  try {
    window.localStorage.setItem(keyOf(testId, by), JSON.stringify(draft));
  } catch {
    // A full or forbidden store: the words are on the screen all the same.
  }
}

/** See {@link keepCompletion}. */
export function readCompletion(testId: string, by: string): CompletionDraft {
  try {
    const text = window.localStorage.getItem(keyOf(testId, by));
    return text ? { ...emptyCompletion, ...JSON.parse(text) } : emptyCompletion;
  } catch {
    return emptyCompletion;
  }
}

/** See {@link keepCompletion}. */
export function forgetCompletion(testId: string, by: string): void {
  try {
    window.localStorage.removeItem(keyOf(testId, by));
  } catch {
    // see above
  }
}
