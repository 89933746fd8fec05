import type { RecordEntry } from '../record/recordEntry';
import type { EntityContinuity } from './entityContinuity';

/**
 * What a stale edit is answered with (409): the newer state, and what changed since the revision that the edit started from.
 *
 * @public
 */
export interface ProfileConflict {
  current: EntityContinuity;
  changedSince: RecordEntry[];
}

/**
 * Reads the newer state out of the error of a stale edit; undefined for any other error.
 *
 * @public
 */
export function readProfileConflict(
  error: unknown,
): ProfileConflict | undefined {
  const { statusCode, body } = (error ?? {}) as {
    statusCode?: number;
    body?: Partial<ProfileConflict>;
  };
  if (statusCode !== 409 || !body?.current) return undefined;
  return { current: body.current, changedSince: body.changedSince ?? [] };
}
