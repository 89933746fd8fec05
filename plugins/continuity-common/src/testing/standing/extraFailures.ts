import {
  testDepths,
  type TestDepth,
  type TestRequirement,
} from '../../policy/policy';
import { accepts, isOfDepth, type JudgedResult } from './judgedResult';
import { failureOf, type PhaseContext } from './requirementPhases';
import { reachesDepth } from '../testDepth';
import { testEnvironments } from '../testEnvironment';

/** A failure that no requirement asks about, from a moment on. */
export interface ExtraFailure {
  depth: TestDepth;
  /** Null: whatever came before. */
  from: string | null;
  since: string;
  result: JudgedResult;
}

/**
 * Whether a pass shows that what failed works: at that depth or deeper, and no less real. A pass of a part, or in an environment further from
 * production, leaves the failure standing: the stricter reading.
 */
function makesGood(
  { facts: pass, passed }: JudgedResult,
  failure: JudgedResult['facts'],
  { supplierDepths }: PhaseContext,
): boolean {
  return (
    passed &&
    reachesDepth(pass, failure.depth) &&
    (!pass.partial || failure.partial) &&
    testEnvironments.indexOf(pass.environment) <=
      testEnvironments.indexOf(failure.environment) &&
    (pass.origin !== 'supplier' || supplierDepths.includes(failure.depth))
  );
}

/**
 * Failures at a depth that the tier does not require, or in an environment or a partial test that the requirement does not accept, one per depth
 * (DOMAIN.md §5 `extra-test-failed`).
 */
export function extraFailures(
  requirements: readonly TestRequirement[],
  context: PhaseContext,
): ExtraFailure[] {
  const { results, supplierDepths } = context;
  const extra = results.filter(
    ({ facts, outcome }) =>
      outcome === 'failed' &&
      !requirements.some(
        requirement =>
          requirement.depth === facts.depth &&
          isOfDepth(facts, requirement.depth) &&
          accepts(requirement, facts, supplierDepths),
      ),
  );
  if (extra.length === 0) return [];
  return testDepths.flatMap(depth => {
    const failure = failureOf(
      extra.filter(({ facts }) => facts.depth === depth),
      {
        passesFor: ({ facts }) =>
          results.filter(result => makesGood(result, facts, context)),
        context,
      },
    );
    return failure ? [{ depth, ...failure }] : [];
  });
}
