import {
  noTestTimes,
  testContentsSchema,
} from 'backstage-plugin-continuity-common';
import type { StoredResult } from '../testing/result/StoredResult';
import type { StoredTest } from '../testing/StoredTest';

const TEST_ID = 'a-test';
const CHECKOUT = 'component:default/checkout';
const at = '2026-03-01T09:00:00.000Z';

/** A test in the store; planned, if nothing else is said. */
export function aTest(said: Partial<StoredTest> = {}): StoredTest {
  return {
    id: TEST_ID,
    origin: 'test',
    state: 'planned',
    contents: testContentsSchema.parse({
      title: 'Restore of the orders',
      depth: 'restore',
      environment: 'production-like',
      entities: [CHECKOUT, 'resource:default/orders-db'],
      plans: [{ planId: 'plan-1', version: 2 }],
      schedule: {
        start: '2026-03-02T09:00:00Z',
        end: '2026-03-02T11:00:00Z',
        timeZone: 'Europe/Berlin',
      },
      facilitator: 'user:default/olivia',
      participants: ['user:default/peter'],
      aims: '',
      preparation: '',
    }),
    startsAt: '2026-03-02T09:00:00.000Z',
    endsAt: '2026-03-02T11:00:00.000Z',
    heldAt: null,
    heldPrecision: null,
    enteredAfterwards: false,
    facilitator: 'user:default/olivia',
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
    createdBy: 'user:default/olivia',
    updatedAt: at,
    updatedBy: 'user:default/olivia',
    ...said,
  };
}

/** A result in the store: the checkout passed. */
export function aResult(said: Partial<StoredResult> = {}): StoredResult {
  return {
    testId: TEST_ID,
    entityRef: CHECKOUT,
    times: { ...noTestTimes, disruptionStart: at },
    recovered: null,
    deliveredPercent: 99.9,
    levelMet: null,
    restoredFromBackup: true,
    partial: false,
    outcome: 'passed',
    targets: null,
    measure: null,
    testedSteps: [],
    deficiencies: '',
    note: '',
    recordedAt: at,
    recordedBy: 'user:default/olivia',
    recorders: ['user:default/olivia'],
    revision: 1,
    ...said,
  };
}
