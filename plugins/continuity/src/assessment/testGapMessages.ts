/** As the server says it; see `gapMessages`. */
const asSaid = { message: '{{message}}', action: '{{action}}' } as const;

/** The gaps of tests and findings; where one code has several cases, each has words of its own. */
export const testGapMessages = {
  'test-never': asSaid,
  'test-never-counted': asSaid,
  'test-long-overdue': asSaid,
  'test-long-never': asSaid,
  'test-overdue': asSaid,
  'test-too-shallow': asSaid,
  'test-inconclusive': asSaid,
  'test-failed': asSaid,
  'extra-test-failed': asSaid,
  'retest-needed': asSaid,
  'result-unreviewed': asSaid,
  'test-missed': asSaid,
  'test-due-soon': asSaid,
  'finding-overdue': asSaid,
} as const;
