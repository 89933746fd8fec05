import type {
  CriterionAnswer,
  TestContents,
  TestDetail,
  TestOrigin,
  TestOutcome,
  TestState,
} from 'backstage-plugin-continuity-common';

/** For an entity: the plan versions under test, each with the fingerprint of its recovery steps for the entity. */
export type TestedSteps = Array<{
  planId: string;
  version: number;
  steps: string;
}>;

/** A test without what hangs on it: results, checklist, log, attachments. Moments are ISO, UTC. */
export interface StoredTest {
  id: string;
  origin: TestOrigin;
  state: TestState;
  contents: TestContents;
  /** As planned; all day: from the beginning of the first day until the end of the last. */
  startsAt: string;
  endsAt: string;
  /** From when it counts; null until it is completed, but for what was entered afterwards. */
  heldAt: string | null;
  heldPrecision: 'instant' | 'day' | null;
  enteredAfterwards: boolean;
  /** Null for what a machine reported, or a supplier attests. */
  facilitator: string | null;
  startedAt: string | null;
  startedBy: string | null;
  endedAt: string | null;
  completedAt: string | null;
  completedBy: string | null;
  /** Markdown. */
  summary: string;
  criteria: CriterionAnswer[];
  /** The worst of its results; null until it is completed. */
  outcome: TestOutcome | null;
  /** By entity, as the plans were when the test began; null until then. */
  testedSteps: Record<string, TestedSteps> | null;
  reviewDueAt: string | null;
  reviewedAt: string | null;
  reviewedBy: string | null;
  reviewNote: string;
  cancelledAt: string | null;
  cancelledBy: string | null;
  cancelReason: string | null;
  machine: TestDetail['machine'];
  supplier: TestDetail['supplier'];
  /** Grows with every change that calendars show; `calendarChangedAt` says when. */
  calendarSequence: number;
  calendarChangedAt: string;
  revision: number;
  createdAt: string;
  createdBy: string;
  updatedAt: string;
  updatedBy: string;
}
