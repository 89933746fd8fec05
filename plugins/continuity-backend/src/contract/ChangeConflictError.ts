import { ConflictError } from '@backstage/errors';
import type { ChangeDetail } from 'backstage-plugin-continuity-common';

/** A stale edit of a change (409), with the newer state. */
export class ChangeConflictError extends ConflictError {
  readonly current: ChangeDetail;

  constructor(current: ChangeDetail) {
    super(
      'Somebody else changed this after you opened it. Nothing of yours was saved; look at the newer state and decide again.',
    );
    this.current = current;
  }
}
