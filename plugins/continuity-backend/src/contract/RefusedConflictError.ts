import { ConflictError } from '@backstage/errors';
import type { Refusal } from 'backstage-plugin-continuity-common';

/** A conflict (409) that says its code, too; the framework writes it beside name and message. */
export class RefusedConflictError extends ConflictError {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}
