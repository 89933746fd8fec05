import type { TestedSteps } from '../StoredTest';
import type {
  ResultMeasure,
  TestOutcome,
  TestTargets,
  TestTimes,
} from 'backstage-plugin-continuity-common';

/** What came out of a test for one of its entities. */
export interface StoredResult {
  testId: string;
  entityRef: string;
  times: TestTimes;
  recovered: boolean | null;
  deliveredPercent: number | null;
  levelMet: boolean | null;
  restoredFromBackup: boolean;
  partial: boolean;
  outcome: TestOutcome | null;
  /** Those in force when the test was held; null until it is completed. */
  targets: TestTargets | null;
  /** What the numbers said when it was completed; null until then. */
  measure: ResultMeasure | null;
  testedSteps: TestedSteps;
  /** Markdown. */
  deficiencies: string;
  note: string;
  recordedAt: string;
  recordedBy: string;
  /** Everybody who said something of it: none of them reviews it. */
  recorders: string[];
  revision: number;
}
