import type { TestDepth } from '../../policy/policy';
import type { FindingSeverity } from '../finding/findingSummary';
import type { PlannedGlance, ResultGlance } from './requirementStanding';
import type { TestTargets } from '../result/testTargets';

/**
 * A result of a completed test for the entity. `outcome` is as recorded, or as the reviewer made it; what counts is never better than the numbers
 * allow, whatever is stored.
 *
 * @public
 */
export interface ResultFacts
  extends Omit<ResultGlance, 'reviewed' | 'rto' | 'rpo' | 'plans'> {
  /** When somebody other than the facilitator reviewed it; null = nobody has. */
  reviewedAt: string | null;
  targets: TestTargets;
  recovered: boolean | null;
  deliveredPercent: number | null;
  /** The reviewer's answer where the minimum service has no percentage. */
  levelMet: boolean | null;
  /** The entity's own restore work; null where it was not measured. */
  ownSeconds: number | null;
  /** The plan versions under test, each with the fingerprint of its recovery steps for the entity; see `recoverySteps`. */
  plans: Array<{ planId: string; version: number; steps: string }>;
}

/** A finding about the entity that is open or in progress. @public */
export interface OpenFindingFacts {
  findingId: string;
  title: string;
  severity: FindingSeverity;
  /** The last day on which it is in time. */
  dueOn: string;
}

/**
 * What an assessment knows of the tests of an entity; part of `AssessmentFacts`.
 *
 * @public
 */
export interface TestFacts {
  /** All results of completed tests, in any order. */
  results: ResultFacts[];
  /** Tests that are planned or in progress; missed ones are among them. */
  planned: PlannedGlance[];
  /** Open and in progress. */
  findings: OpenFindingFacts[];
  /** Per plan in force that scopes the entity: the fingerprint of its recovery steps for the entity. */
  stepsInForce: Array<{ planId: string; steps: string }>;
  /** When the last major change of the entity was implemented; absent where there was none. */
  majorChangeAt?: string;
}

/** The depth as a requirement names it, `test:failover`. @public */
export function testRequirementKey(depth: TestDepth): `test:${TestDepth}` {
  return `test:${depth}`;
}
