import { ConflictError } from '@backstage/errors';
import type { TestConflict } from 'backstage-plugin-continuity-common';

/** A stale edit of a test, or of a part of it (409), with the newer state. */
export class TestConflictError extends ConflictError {
  readonly testConflict: TestConflict;

  constructor(testConflict: TestConflict) {
    super(
      'Somebody else changed this test after you opened it. Nothing of yours was saved; look at the newer state and decide again.',
    );
    this.testConflict = testConflict;
  }
}
