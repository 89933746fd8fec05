import { z } from 'zod';

/** From the best to the worst. @public */
export const testOutcomes = [
  'passed',
  'passed-with-deficiencies',
  'inconclusive',
  'failed',
] as const;

/** @public */
export const testOutcomeSchema = z.enum(testOutcomes);

/** What came out of a test for one entity. @public */
export type TestOutcome = z.infer<typeof testOutcomeSchema>;

/** Whether the entity came back as it should. @public */
export function isPass(outcome: TestOutcome): boolean {
  return outcome === 'passed' || outcome === 'passed-with-deficiencies';
}

/** The worse of two outcomes. @public */
export function worseOutcome(
  one: TestOutcome,
  other: TestOutcome,
): TestOutcome {
  return testOutcomes.indexOf(one) < testOutcomes.indexOf(other) ? other : one;
}
