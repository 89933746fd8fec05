import type { TestTargets } from 'backstage-plugin-continuity-common';
import {
  RequestIssue,
  WrongFieldsError,
} from '../../contract/WrongFieldsError';
import { measureStored, resultProblems } from './judgeStored';
import { noTargets } from './readTargetsAt';
import type { StoredResult } from './StoredResult';
import type { StoredTest } from '../StoredTest';

/**
 * The results with the targets of when the test was held, and what their numbers say against them.
 *
 * @throws WrongFieldsError where an outcome contradicts the numbers.
 */
export function judgeResults(
  test: StoredTest,
  results: StoredResult[],
  options: { targets: Map<string, TestTargets>; now: string },
): StoredResult[] {
  const { now } = options;
  const issues: RequestIssue[] = [];
  const judged = results.map((result): StoredResult => {
    const targets = options.targets.get(result.entityRef) ?? noTargets;
    issues.push(
      ...resultProblems(test, result, {
        targets,
        now,
        outcomeSaid: true,
      }).map(({ field, message }) => ({
        path: `results.${field}`,
        message: `${result.entityRef}: ${message}`,
      })),
    );
    return {
      ...result,
      targets,
      measure: measureStored(test, result, targets),
    };
  });
  if (issues.length > 0) throw new WrongFieldsError(issues);
  return judged;
}
