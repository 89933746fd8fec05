import fc from 'fast-check';
import { testDepths } from '../../policy/policy';
import { aPlannedTest, aTestResult } from '../aTestResult';
import { testEnvironments } from '../testEnvironment';
import type { ResultFacts, TestFacts } from '../standing/testFacts';
import { testOutcomes } from '../result/testOutcome';

const START = Date.UTC(2026, 0, 1);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const moment = fc
  .integer({ min: 0, max: 4 * 365 })
  .chain(days =>
    fc
      .constantFrom(0, 9 * HOUR, 9 * HOUR + 1)
      .map(offset => new Date(START + days * DAY + offset).toISOString()),
  );

const seconds = fc.constantFrom(0, 1800, 7200, 36_000, null);
const steps = fc.constantFrom('steps-1', 'steps-2');

const result: fc.Arbitrary<ResultFacts> = fc
  .record({
    depth: fc.constantFrom(...testDepths),
    heldAt: moment,
    heldPrecision: fc.constantFrom(
      'instant' as const,
      'instant' as const,
      'day' as const,
    ),
    outcome: fc.constantFrom('passed' as const, ...testOutcomes),
    rtaSeconds: seconds,
    rpaSeconds: seconds,
    environment: fc.constantFrom(...testEnvironments),
    partial: fc.boolean(),
    restoredFromBackup: fc.boolean(),
    origin: fc.constantFrom(
      'test' as const,
      'machine' as const,
      'supplier' as const,
      'invocation' as const,
    ),
    reviewedAt: fc.option(fc.constant('2026-01-01T00:00:00.000Z')),
    tested: steps,
    id: fc.integer({ min: 0, max: 1e6 }),
  })
  .map(({ depth, heldAt, tested, id, ...said }) =>
    aTestResult(depth, heldAt, {
      ...said,
      testId: `t${id}`,
      restoredFromBackup: said.restoredFromBackup || depth === 'restore',
      plans: [{ planId: 'p1', version: 1, steps: tested }],
    }),
  );

const planned = fc
  .record({
    depth: fc.constantFrom(...testDepths),
    startsAt: moment,
    state: fc.constantFrom('planned' as const, 'in-progress' as const),
    id: fc.integer({ min: 0, max: 1e6 }),
  })
  .map(({ depth, startsAt, state, id }) =>
    aPlannedTest(depth, startsAt, { state, testId: `p${id}` }),
  );

const finding = fc.record({
  findingId: fc.integer({ min: 0, max: 1e6 }).map(id => `f${id}`),
  title: fc.constant('Too slow'),
  severity: fc.constant('high' as const),
  dueOn: moment.map(instant => instant.slice(0, 10)),
});

/** For properties: tests of an entity, or none. Often two close to each other, where order matters. */
export const someTests: fc.Arbitrary<TestFacts | undefined> = fc.option(
  fc.record({
    results: fc.array(result, { maxLength: 4 }),
    planned: fc.uniqueArray(planned, {
      maxLength: 3,
      selector: ({ testId }) => testId,
    }),
    findings: fc.uniqueArray(finding, {
      maxLength: 2,
      selector: ({ findingId }) => findingId,
    }),
    stepsInForce: fc.array(
      steps.map(text => ({ planId: 'p1', steps: text })),
      { maxLength: 1 },
    ),
    majorChangeAt: fc.option(moment, { nil: undefined }),
  }),
  { nil: undefined },
);
