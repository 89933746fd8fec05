import { parsePlanMarkdown } from '../plan/parsePlanMarkdown';
import { defaultPolicy } from '../policy/defaultPolicy';
import type { ContinuityPolicy } from '../policy/policy';
import { annotationProblems } from './annotationProblems';
import { projectProposed, type ProposedEntity } from './projectProposed';

/** A catalog-info document of a file. @public */
export interface LintedDocument {
  path: string;
  /** Where it begins, from 1. */
  line?: number;
  document: unknown;
}

/** Something in a file that the server would not read as it is meant. @public */
export interface LintProblem {
  path: string;
  /** From 1; null where it is not known, or about the file as a whole. */
  line: number | null;
  /** Ref; null where the document is no entity, and for plans. */
  entity: string | null;
  /** Annotation, or field such as `spec.dependsOn`; null: the document as a whole. */
  key: string | null;
  value: string | null;
  message: string;
  /** What is accepted instead; null where the message says it all. */
  accepted: string | null;
}

/**
 * Reads continuity annotations as the server does, without it: what it would not understand, and what nobody reads.
 *
 * @param policy - decides which tiers there are, and which marks are read; without it the shipped one
 * @public
 */
export function lintContinuity(
  documents: readonly LintedDocument[],
  policy: ContinuityPolicy = defaultPolicy,
): LintProblem[] {
  return documents.flatMap(({ path, line = null, document }): LintProblem[] => {
    const at = { path, line };
    let read: ProposedEntity;
    try {
      read = projectProposed(document, policy);
    } catch (error) {
      return [
        {
          ...at,
          entity: null,
          key: null,
          value: null,
          message: (error as Error).message,
          accepted: null,
        },
      ];
    }
    const { entity, refused } = read;
    const ofEntity = { ...at, entity: entity.entityRef };
    return [
      ...refused.map(({ field, message }) => ({
        ...ofEntity,
        key: `spec.${field}`,
        value: null,
        message,
        accepted: null,
      })),
      ...annotationProblems(entity, policy).map(problem => ({
        ...ofEntity,
        ...problem,
      })),
    ];
  });
}

/**
 * Reads a plan file as the server does, without it.
 *
 * @public
 */
export function lintPlanFile(file: {
  path: string;
  text: string;
}): LintProblem[] {
  const parsed = parsePlanMarkdown(file.text);
  if (parsed.ok) return [];
  return parsed.issues.map(({ line, message }) => ({
    path: file.path,
    line,
    entity: null,
    key: null,
    value: null,
    message,
    accepted: null,
  }));
}
