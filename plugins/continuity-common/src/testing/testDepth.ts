import { z } from 'zod';
import { testDepths, type TestDepth } from '../policy/policy';

/** @public */
export const testDepthSchema = z.enum(testDepths);

/** From the shallowest to the deepest; `restore` stands beside it. */
const ladder: readonly TestDepth[] = [
  'review',
  'walkthrough',
  'tabletop',
  'simulation',
  'parallel',
  'failover',
];

/** The depths that measure how fast something comes back (DOMAIN.md §5). @public */
export const measuringDepths = [
  'simulation',
  'parallel',
  'failover',
  'restore',
] as const satisfies readonly TestDepth[];

/** Whether a test of this depth measures anything: reviews, walkthroughs and tabletops don't. @public */
export function isMeasuringDepth(depth: TestDepth): boolean {
  return (measuringDepths as readonly TestDepth[]).includes(depth);
}

/**
 * Whether a test counts for a depth: a deeper one does for a shallower one. For `restore` only what was restored from a backup copy counts, and
 * `restore` counts for nothing else.
 *
 * @public
 */
export function reachesDepth(
  test: { depth: TestDepth; restoredFromBackup: boolean },
  required: TestDepth,
): boolean {
  if (required === 'restore') {
    return test.depth === 'restore' || test.restoredFromBackup;
  }
  return (
    test.depth !== 'restore' &&
    ladder.indexOf(test.depth) >= ladder.indexOf(required)
  );
}
