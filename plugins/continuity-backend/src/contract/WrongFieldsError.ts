import { InputError } from '@backstage/errors';
import type { Refusal } from 'backstage-plugin-continuity-common';

/** One wrong field of a request, and what is accepted there. */
export interface RequestIssue {
  /** As it was sent: `values.rto`, `limit`, `If-Match`; `body` for the whole. */
  path: string;
  message: string;
  /** For programs and other languages, where the rule has one. */
  code?: Refusal['code'];
  params?: Refusal['params'];
}

/** A request with wrong fields (400); every one is named. */
export class WrongFieldsError extends InputError {
  readonly issues: RequestIssue[];

  constructor(issues: RequestIssue[]) {
    super(
      issues.map(({ path, message }) => `${path}: ${message}`).join('\n') ||
        'The request is not understood.',
    );
    this.issues = issues;
  }
}
