import {
  worseOutcome,
  type TestOutcome,
} from 'backstage-plugin-continuity-common';
import type { StoredResult } from './StoredResult';

/** The outcome of a test as a whole. */
export function worstOf(results: StoredResult[]): TestOutcome | null {
  return results.reduce<TestOutcome | null>(
    (worst, { outcome }) =>
      worst === null || outcome === null
        ? worst ?? outcome
        : worseOutcome(worst, outcome),
    null,
  );
}
