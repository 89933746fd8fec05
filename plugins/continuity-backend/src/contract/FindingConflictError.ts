import { ConflictError } from '@backstage/errors';
import type { FindingDetail } from 'backstage-plugin-continuity-common';

/** A stale edit of a finding (409), with the newer state. */
export class FindingConflictError extends ConflictError {
  readonly findingConflict: FindingDetail;

  constructor(findingConflict: FindingDetail) {
    super(
      'Somebody else changed this finding after you opened it. Nothing of yours was saved; look at the newer state and decide again.',
    );
    this.findingConflict = findingConflict;
  }
}
