import { randomUUID } from 'node:crypto';
import {
  scheduleInstants,
  type TestContents,
} from 'backstage-plugin-continuity-common';
import type { StoredTest } from './StoredTest';

/** A test as it is planned, and what is said on top. */
export function newTest(
  options: { contents: TestContents; by: string; at: string },
  said: Partial<StoredTest> = {},
): StoredTest {
  const { contents, by, at } = options;
  return {
    id: randomUUID(),
    origin: 'test',
    state: 'planned',
    contents,
    ...scheduleInstants(contents.schedule),
    heldAt: null,
    heldPrecision: null,
    enteredAfterwards: false,
    facilitator: contents.facilitator,
    startedAt: null,
    startedBy: null,
    endedAt: null,
    completedAt: null,
    completedBy: null,
    summary: '',
    criteria: [],
    outcome: null,
    testedSteps: null,
    reviewDueAt: null,
    reviewedAt: null,
    reviewedBy: null,
    reviewNote: '',
    cancelledAt: null,
    cancelledBy: null,
    cancelReason: null,
    machine: null,
    supplier: null,
    calendarSequence: 0,
    calendarChangedAt: at,
    revision: 1,
    createdAt: at,
    createdBy: by,
    updatedAt: at,
    updatedBy: by,
    ...said,
  };
}
