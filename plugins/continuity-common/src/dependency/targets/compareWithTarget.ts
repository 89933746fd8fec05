/**
 * How an expected time stands to a target: `unproven` where it is only a lower bound and below the target.
 *
 * @public
 */
export type TargetComparison = 'within' | 'beyond' | 'unproven' | 'no-target';

/**
 * Compares an expected recovery time with a target (DOMAIN.md §6): a lower bound above the target is beyond it all the same; below, it proves
 * nothing.
 *
 * @public
 */
export function compareWithTarget(
  expected: { seconds: number; atLeast: boolean },
  targetSeconds: number | undefined,
): TargetComparison {
  if (targetSeconds === undefined) return 'no-target';
  if (expected.seconds > targetSeconds) return 'beyond';
  return expected.atLeast ? 'unproven' : 'within';
}
