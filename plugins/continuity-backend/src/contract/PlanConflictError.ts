import { ConflictError } from '@backstage/errors';
import type { PlanConflict } from 'backstage-plugin-continuity-common';

/** A stale save of a draft (409), with the newer state. */
export class PlanConflictError extends ConflictError {
  readonly planConflict: PlanConflict;

  constructor(planConflict: PlanConflict) {
    super(
      'Somebody else changed this plan after you opened it. Nothing of yours was saved; look at the newer state and decide again.',
    );
    this.planConflict = planConflict;
  }
}
