import {
  canonicalJson,
  type ChangeAssessment,
  type changeAssessRequestSchema,
} from 'backstage-plugin-continuity-common';
import type { z } from 'zod';

/** What a change is assessed with: entities, files of a repository, proposed documents. */
export type ChangeSubject = Pick<
  z.output<typeof changeAssessRequestSchema>,
  'touched' | 'files' | 'proposed'
>;

/** The same as it is kept, to be asked again. */
export interface KeptSubject {
  entities: number;
  files: number;
  documents: number;
  /** Null: it is too large to be kept. */
  subject: ChangeSubject | null;
}

/** Characters of JSON: some 10,000 paths, or 500 documents of usual size. */
const MOST_KEPT = 1_000_000;

/** Of a question, what is kept of it. */
export function keptSubjectOf({
  touched,
  files,
  proposed,
}: ChangeSubject): KeptSubject {
  const subject: ChangeSubject = {
    ...(touched?.length && { touched }),
    ...(files?.paths.length && { files }),
    ...(proposed?.length && { proposed }),
  };
  return {
    entities: touched?.length ?? 0,
    files: files?.paths.length ?? 0,
    documents: proposed?.length ?? 0,
    subject: canonicalJson(subject).length <= MOST_KEPT ? subject : null,
  };
}

/**
 * The question behind an assessment of before questions were kept. Entities that were named are in it; of files and documents only what they led to,
 * and with that alone the answer would be better than the truth.
 */
export function subjectBehind({
  touched,
  mapped,
  unmapped,
  problems,
}: ChangeAssessment): ChangeSubject | undefined {
  const isNamedOnly =
    touched.length > 0 &&
    mapped.length === 0 &&
    unmapped.length === 0 &&
    touched.every(({ by }) => by.every(each => each === 'request')) &&
    problems.every(({ at }) => at.startsWith('touched['));
  if (!isNamedOnly) return undefined;
  return {
    touched: touched.map(({ entityRef, action }) => ({ entityRef, action })),
  };
}
