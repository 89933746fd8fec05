import type { PlanContents, PlanStep } from '../plan/planContents';
import { stepConcerns } from '../plan/stepOrder';
import { canonicalJson } from '../record/canonicalJson';

/** The steps that concern an entity, and all that must be done before them, in the order of the plan. @public */
export function recoveryStepsFor(
  steps: readonly PlanStep[],
  entity: { entityRef: string; systemRef: string | null },
): PlanStep[] {
  const { entityRef, systemRef } = entity;
  const byId = new Map(steps.map(step => [step.id, step]));
  const wanted = new Set<string>();
  const open = steps
    .filter(step => stepConcerns(step, entityRef, systemRef))
    .map(step => step.id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (wanted.has(id) || !byId.has(id)) continue;
    wanted.add(id);
    open.push(...byId.get(id)!.after);
  }
  return steps.filter(step => wanted.has(step.id));
}

/**
 * The recovery steps of a plan version for an entity as one text, to be compared with those of another version: the same text is the same recovery
 * (DOMAIN.md §5 "a result satisfies a requirement"). To be kept as its SHA-256. Empty where no step is about the entity or its system.
 *
 * Compared are title, what to do, who, for which entities, what comes before, and the order; not the ids, and not the expected durations: correcting an
 * estimate by what a test measured must not ask for another test. Of a plan by reference whose document has the steps, the document in its version is
 * compared.
 *
 * @public
 */
export function recoverySteps(
  contents: Pick<PlanContents, 'steps' | 'contacts'> &
    Partial<Pick<PlanContents, 'reference'>>,
  entity: { entityRef: string; systemRef: string | null },
): string {
  const steps = recoveryStepsFor(contents.steps, entity);
  const document = documentOf(contents.reference);
  if (steps.length === 0 && document === undefined) return '';
  const place = new Map(steps.map((step, index) => [step.id, index]));
  const roles = new Map(contents.contacts.map(({ id, role }) => [id, role]));
  const written = steps.map(({ title, what, who, entities, after }) => ({
    title,
    what,
    // who fills the role may change; the plan is then stale in another way
    who: who.map(id => roles.get(id) ?? id),
    entities: entities
      .map(({ entityRef, parts }) => `${entityRef}${parts ? '+' : ''}`)
      .sort(),
    after: after
      .map(id => place.get(id))
      .filter(index => index !== undefined)
      .sort((a, b) => a - b),
  }));
  return canonicalJson(document ? { document, steps: written } : written);
}

/** What a referenced document is known by, if the steps are in it. */
function documentOf(reference: PlanContents['reference'] | undefined) {
  if (!reference?.contents.includes('steps')) return undefined;
  const { url, version, date } = reference;
  return { url, version, date };
}
