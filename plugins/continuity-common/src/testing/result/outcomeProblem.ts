import { testOutcomes, type TestOutcome } from './testOutcome';
import type { OutcomeReason, ResultMeasure } from './testResult';
import type { ResultProblem } from './testTimeProblems';

/** Why an outcome can't be better, in words. @public */
export const outcomeReasonTexts: Record<OutcomeReason, string> = {
  'not-recovered': 'it did not come back',
  'rto-missed': 'it took longer than the RTO',
  'rpo-missed': 'more data was lost than the RPO tolerates',
  'level-missed': 'the minimum service was not reached',
  'level-missing': 'the delivered level is not known',
  'rta-missing': 'the recovery time is not known',
  'rpa-missing': 'the loss of data is not known',
  'rto-unset': 'no RTO is set',
  'rpo-unset': 'no RPO is set',
};

/**
 * Why an outcome contradicts the numbers; undefined if it does not. A worse outcome than the numbers allow is anybody's right.
 *
 * @public
 */
export function outcomeProblem(
  outcome: TestOutcome,
  { best, reasons }: Pick<ResultMeasure, 'best' | 'reasons'>,
): ResultProblem | undefined {
  if (testOutcomes.indexOf(outcome) >= testOutcomes.indexOf(best)) {
    return undefined;
  }
  const why = reasons.map(reason => outcomeReasonTexts[reason]).join(', ');
  const accepted = testOutcomes.slice(testOutcomes.indexOf(best)).join(' or ');
  return {
    field: 'outcome',
    message: `It can't be "${outcome}": ${why}. Write ${accepted}.`,
  };
}
