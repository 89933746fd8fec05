import { ConflictError } from '@backstage/errors';
import type { ProfileConflict } from 'backstage-plugin-continuity-common';

/** A stale edit (409), with the newer state and what changed since. */
export class ProfileConflictError extends ConflictError {
  readonly conflict: ProfileConflict;

  constructor(
    conflict: ProfileConflict,
    message = 'Somebody else changed this profile after you opened it. Nothing of yours was saved; look at the newer state and decide again.',
  ) {
    super(message);
    this.conflict = conflict;
  }
}
