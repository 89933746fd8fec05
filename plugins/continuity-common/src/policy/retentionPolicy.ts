import type { RetentionType } from '../record/retention';
import type { ContinuityPolicy } from './policy';

/**
 * For how long what does not count any more is kept, as cadences; a type that is left out is kept for good. What counts is never deleted, nor what something
 * kept refers to.
 *
 * @public
 */
export type RetentionPolicy = Partial<Record<RetentionType, string>>;

/** What a policy says of retention; one that was recorded before it could say so deletes no record. @public */
export function retentionPolicy(
  policy: ContinuityPolicy,
): RetentionPolicy & { evidencePacks: string } {
  return { evidencePacks: 'P1Y', ...policy.retention };
}
