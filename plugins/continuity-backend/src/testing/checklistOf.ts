import { recoveryStepsFor } from 'backstage-plugin-continuity-common';
import { type PlanVersionText, whoOf } from './TestedPlans';
import type { StoredStep } from './TestStore';

/** The recovery steps of the versions for the entities as a checklist, in the order of the plans. */
export function checklistOf(
  testId: string,
  options: {
    versions: PlanVersionText[];
    entities: Array<{ entityRef: string; systemRef: string | null }>;
  },
): StoredStep[] {
  const { versions, entities } = options;
  return versions.flatMap(({ planId, version, contents }, at) => {
    const wanted = new Set(
      entities.flatMap(entity =>
        recoveryStepsFor(contents.steps, entity).map(step => step.id),
      ),
    );
    // ids of steps are unique only within their plan
    const idOf = (stepId: string) => `${at + 1}-${stepId}`;
    return contents.steps
      .filter(step => wanted.has(step.id))
      .map(
        (step): StoredStep => ({
          testId,
          id: idOf(step.id),
          clientId: null,
          plan: { planId, version, stepId: step.id },
          title: step.title,
          what: step.what,
          who: whoOf(step.who, contents.contacts),
          expectedDuration: step.expectedDuration,
          after: step.after.filter(id => wanted.has(id)).map(idOf),
          state: 'open',
          startedAt: null,
          doneAt: null,
          doneBy: null,
          note: '',
          revision: 1,
          updatedAt: null,
          updatedBy: null,
        }),
      );
  });
}
