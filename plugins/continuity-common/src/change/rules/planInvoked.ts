import { impactedOf } from './impactedOf';
import type { ChangeRule } from './ChangeRule';

/** A plan is under activation now for something impacted. Params: `entity`, `test` (title of the invocation), `since`, `entities`, `plan`. */
export const planInvoked: ChangeRule = {
  id: 'plan-invoked',
  title: 'A plan is invoked right now',
  severity: 'critical',
  find({ facts, plan }) {
    return facts.tests
      .filter(test => test.isInvocation && test.state === 'in-progress')
      .flatMap(test => {
        const hit = impactedOf(test.entityRefs, facts);
        if (!hit) return [];
        const [planId] = [...test.planIds].sort();
        const title = planId === undefined ? undefined : plan(planId)?.title;
        return [
          {
            entityRef: hit.entityRef,
            testId: test.testId,
            ...(planId !== undefined && { planId }),
            ...(hit.isDegraded && { severity: 'information' as const }),
            ask: test.people,
            params: {
              entity: hit.entityRef,
              test: test.title,
              since: test.startsAt,
              entities: hit.count,
              ...(title !== undefined && { plan: title }),
            },
          },
        ];
      });
  },
  why: ({ entity, test, plan }) =>
    plan === undefined
      ? `${entity} is being recovered in earnest now (“${test}”).`
      : `${entity} is being recovered in earnest now by the plan “${plan}” (“${test}”).`,
  what: () => 'Wait until recovery is over, or ask who leads it.',
};
