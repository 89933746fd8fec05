import type { ContinuityPolicy, TestDepth } from '../../policy/policy';
import { testingPolicy } from '../../policy/testingPolicy';

/**
 * Whether a machine may report results of a depth for an entity: the policy names the subject of its token with the entity, its system, or everything.
 *
 * @public
 */
export function mayReport(
  policy: ContinuityPolicy,
  report: {
    subject: string;
    entityRef: string;
    systemRef: string | null;
    depth: TestDepth;
    /** A run that restores from a backup copy reports a restore, too. */
    restoredFromBackup: boolean;
  },
): boolean {
  const { subject, entityRef, systemRef, depth, restoredFromBackup } = report;
  const wanted: TestDepth[] = restoredFromBackup ? [depth, 'restore'] : [depth];
  return wanted.every(each =>
    testingPolicy(policy).reporters.some(
      reporter =>
        reporter.subject === subject &&
        reporter.depths.includes(each) &&
        reporter.entities.some(
          ref => ref === '*' || ref === entityRef || ref === systemRef,
        ),
    ),
  );
}
