import { ConflictError } from '@backstage/errors';

/** Somebody was faster between the judging of a file's rows and their writing. */
export function changedMeanwhile(entityRef: string): ConflictError {
  return new ConflictError(
    `Somebody else changed ${entityRef} at the same moment. Nothing was imported; run the dry run again.`,
  );
}
