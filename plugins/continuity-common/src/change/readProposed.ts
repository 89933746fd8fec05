import type { ContinuityPolicy } from '../policy/policy';
import { LONGEST_ENTITY_REF } from '../terms/entityRefText';
import { normaliseRef } from '../terms/normaliseRef';
import { annotationProblems } from './annotationProblems';
import type { ChangeProblem } from './changeProblem';
import { projectProposed, type ProposedEntity } from './projectProposed';

/** A name that a scaffolder fills in, such as `${{ values.name }}`: the catalog has no such entity, and never will. */
const PLACEHOLDER = /\{\{|\}\}/;

/** Documents of these kinds are read by the catalog and are no entities whose continuity is asked about. */
const passedOver = new Set(['location', 'template']);

/** A ref of three parts of which each is as long as the catalog allows is far shorter; U+FFFD stands for what no text may hold. */
function isStorable(entityRef: string): boolean {
  return (
    entityRef.length <= LONGEST_ENTITY_REF &&
    !entityRef.includes('\ufffd') &&
    normaliseRef(entityRef) !== undefined
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Reads proposed documents one by one. What can't be read is a problem, and the rest is taken; of two documents for the same entity the first counts.
 * Documents of kind Location and Template are passed over; those that are part of a template, with a placeholder for a name, are told.
 *
 * @public
 */
export function readProposed(
  documents: readonly unknown[],
  policy: ContinuityPolicy,
): { proposed: ProposedEntity[]; problems: ChangeProblem[] } {
  const byRef = new Map<string, ProposedEntity>();
  const problems: ChangeProblem[] = [];
  documents.forEach((document, index) => {
    const at = `proposed[${index}]`;
    let read: ProposedEntity;
    try {
      read = projectProposed(document, policy, at);
    } catch (error) {
      const message = messageOf(error);
      problems.push({ at, kind: 'document-not-an-entity', message });
      return;
    }
    const { entity, refused } = read;
    if (passedOver.has(entity.kind.toLowerCase())) return;
    if (PLACEHOLDER.test(entity.entityRef)) {
      problems.push({
        at,
        kind: 'document-not-an-entity',
        message: `${entity.entityRef} is a placeholder of a template, and no entity.`,
      });
      return;
    }
    if (!isStorable(entity.entityRef)) {
      problems.push({
        at,
        kind: 'document-not-an-entity',
        message:
          'The catalog takes no such name. A kind, namespace or name has at most 63 letters, digits and "-", "_" or "." between them.',
      });
      return;
    }
    const first = byRef.get(entity.entityRef);
    if (first) {
      problems.push({
        at,
        kind: 'duplicate',
        message: `${first.at} is about ${entity.entityRef}, too. The first one counts.`,
      });
      return;
    }
    byRef.set(entity.entityRef, read);
    for (const { field, message } of refused) {
      problems.push({
        at: `${at}.spec.${field}`,
        kind: 'document-invalid',
        message,
      });
    }
    for (const { key, message } of annotationProblems(entity, policy)) {
      problems.push({
        at: `${at}.metadata.annotations.${key}`,
        kind: 'annotation-invalid',
        message,
      });
    }
  });
  return { proposed: [...byRef.values()], problems };
}
