import {
  judgeMeasured,
  measureResult,
  outcomeProblem,
  testTimeProblems,
  worseOutcome,
  type ResultMeasure,
  type ResultProblem,
  type TestTargets,
} from 'backstage-plugin-continuity-common';
import type { StoredResult } from './StoredResult';
import type { StoredTest } from '../StoredTest';

/** What the numbers of a result say against targets. */
export function measureStored(
  test: StoredTest,
  result: StoredResult,
  targets: TestTargets,
): ResultMeasure {
  if (test.origin === 'supplier') {
    // attested as lengths, without moments
    const { rtaSeconds = null, rpaSeconds = null } = result.measure ?? {};
    const { depth } = test.contents;
    const measured = { ...result, depth, rtaSeconds, rpaSeconds };
    return {
      rtaSeconds,
      rpaSeconds,
      ownSeconds: null,
      ...judgeMeasured(measured, targets),
    };
  }
  return measureResult(
    { ...result, depth: test.contents.depth, origin: test.origin },
    targets,
  );
}

/** What can't be so about a result; `outcomeSaid`: somebody says the outcome now, so that it is refused where the numbers contradict it. */
export function resultProblems(
  test: StoredTest,
  result: StoredResult,
  options: { targets: TestTargets; now: string; outcomeSaid: boolean },
): ResultProblem[] {
  const { targets, now, outcomeSaid } = options;
  const problems = testTimeProblems(test.contents.depth, result, { now });
  if (problems.length > 0 || !outcomeSaid || result.outcome === null) {
    return problems;
  }
  const problem = outcomeProblem(
    result.outcome,
    measureStored(test, result, targets),
  );
  return problem ? [problem] : [];
}

/** The result with an outcome that its numbers allow: a time that is corrected takes a pass back that it contradicts. */
export function honest(
  test: StoredTest,
  result: StoredResult,
  targets: TestTargets,
): StoredResult {
  if (result.outcome === null) return result;
  const { best } = measureStored(test, result, targets);
  return { ...result, outcome: worseOutcome(result.outcome, best) };
}
