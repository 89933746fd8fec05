import type { TestDepth } from '../policy/policy';
import { noTestTimes, type TestTimes } from './result/testTimes';
import { isMeasuringDepth } from './testDepth';
import type { ResultFacts } from './standing/testFacts';
import type { TestOutcome } from './result/testOutcome';
import type { TestTargets } from './result/testTargets';
import type { PlannedGlance } from './standing/requirementStanding';

/** For tests: targets of 4 h and 1 h. */
export const someTargets: TestTargets = {
  tier: 'gold',
  rto: 'PT4H',
  rpo: 'PT1H',
  mbcoPercent: null,
  mbcoText: null,
};

/** For tests: times, those that are not said unknown. */
export function someTimes(said: Partial<TestTimes>): TestTimes {
  return { ...noTestTimes, ...said };
}

/**
 * For tests: a reviewed result of a test with the steps `steps-1` of the plan `p1`, that took two hours and lost half an hour, within the targets.
 * A failed one took ten hours.
 */
export function aTestResult(
  depth: TestDepth,
  heldAt: string,
  said: Omit<Partial<ResultFacts>, 'targets'> & {
    targets?: Partial<TestTargets>;
  } = {},
): ResultFacts {
  const measures = isMeasuringDepth(depth);
  const outcome: TestOutcome = said.outcome ?? 'passed';
  const hours = outcome === 'failed' ? 10 : 2;
  const { targets, ...rest } = said;
  return {
    testId: `t-${heldAt.slice(0, 10)}`,
    title: `${depth} of ${heldAt.slice(0, 10)}`,
    depth,
    outcome,
    heldAt: heldAt.length === 10 ? `${heldAt}T10:00:00.000Z` : heldAt,
    heldPrecision: 'instant',
    environment: 'production',
    partial: false,
    restoredFromBackup: depth === 'restore',
    origin: 'test',
    enteredAfterwards: false,
    reviewedAt: '2026-01-01T00:00:00.000Z',
    rtaSeconds: measures ? hours * 3600 : null,
    rpaSeconds: measures ? 1800 : null,
    ownSeconds: measures ? hours * 3600 : null,
    recovered: null,
    deliveredPercent: null,
    levelMet: null,
    targets: { ...someTargets, ...targets },
    plans: [{ planId: 'p1', version: 1, steps: 'steps-1' }],
    ...rest,
  };
}

/** For tests: a planned test of two hours. */
export function aPlannedTest(
  depth: TestDepth,
  startsAt: string,
  said: Partial<PlannedGlance> = {},
): PlannedGlance {
  const ends = new Date(Date.parse(startsAt) + 7_200_000).toISOString();
  return {
    testId: `planned-${startsAt.slice(0, 10)}`,
    title: `${depth} on ${startsAt.slice(0, 10)}`,
    depth,
    restoresFromBackup: depth === 'restore',
    startsAt: new Date(startsAt).toISOString(),
    endsAt: ends,
    allDay: false,
    state: 'planned',
    ...said,
  };
}
