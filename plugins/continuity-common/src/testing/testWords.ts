import type { TestDepth } from '../policy/policy';
import type { TestEnvironment } from './testEnvironment';
import type { TestOutcome } from './result/testOutcome';
import type { TestOrigin, TestState } from './testState';
import type { TestTimeKey } from './result/testTimes';

/** Names of depths, in English. @public */
export const testDepthNames: Record<TestDepth, string> = {
  review: 'Review',
  walkthrough: 'Walkthrough',
  tabletop: 'Tabletop',
  simulation: 'Simulation',
  parallel: 'Parallel test',
  failover: 'Failover',
  restore: 'Restore',
};

/** Names of outcomes, in English. @public */
export const testOutcomeNames: Record<TestOutcome, string> = {
  passed: 'Passed',
  'passed-with-deficiencies': 'Passed with deficiencies',
  inconclusive: 'Inconclusive',
  failed: 'Failed',
};

/** Names of environments, in English. @public */
export const testEnvironmentNames: Record<TestEnvironment, string> = {
  production: 'Production',
  'production-like': 'Like production',
  other: 'Other',
};

/** Names of states, in English. @public */
export const testStateNames: Record<TestState, string> = {
  planned: 'Planned',
  'in-progress': 'In progress',
  completed: 'Completed',
  cancelled: 'Cancelled',
};

/** Who says that a test was held, in English. @public */
export const testOriginNames: Record<TestOrigin, string> = {
  test: 'Test',
  invocation: 'Real invocation of a plan',
  machine: 'Reported by a machine',
  supplier: 'Attested by a supplier',
};

/** Names of the moments of a recovery, in English. @public */
export const testTimeNames: Record<TestTimeKey, string> = {
  lastConsistentData: 'Last consistent data',
  disruptionStart: 'Start of the disruption',
  declared: 'Declared',
  dependenciesBack: 'Last dependency back',
  minimumService: 'Minimum service',
  fullService: 'Full service',
};
