import type { ContinuityPolicy, TestRequirement, Tier } from '../policy/policy';
import { testingPolicy } from '../policy/testingPolicy';
import type { PlanStanding } from '../plan/planStanding';
import type { EffectiveProfile } from '../profile/effectiveProfile';
import {
  extraFailures,
  type ExtraFailure,
} from '../testing/standing/extraFailures';
import {
  judgeResult,
  lastResult,
  type JudgedResult,
} from '../testing/standing/judgedResult';
import {
  requirementPhases,
  type PhaseContext,
  type RequirementPhase,
} from '../testing/standing/requirementPhases';
import type { TestFacts } from '../testing/standing/testFacts';
import type { AppliedRequirement } from './requirements';

/** How the tests of an entity stand over time; it holds no clock. */
export interface EntityTestPhases {
  requirements: Array<{
    applied: AppliedRequirement;
    test: TestRequirement;
    /** In order; the first has no beginning. */
    phases: RequirementPhase[];
  }>;
  /** Tests of the tier that don't apply to the entity: a restore of what holds no data. */
  notRequired: TestRequirement[];
  extra: ExtraFailure[];
  last: JudgedResult | null;
  facts: TestFacts | undefined;
}

const nothing: JudgedResult[] = [];

/** The plans that decide for "requires a plan", by id: only their steps have to be proven. */
function stepsThatDecide(
  { stepsInForce }: TestFacts,
  plans: readonly PlanStanding[],
): TestFacts['stepsInForce'] {
  const deciding = plans.filter(
    plan => plan.satisfies && plan.covers && plan.role !== 'other',
  );
  return stepsInForce.filter(
    ({ planId, steps }) =>
      steps !== '' && deciding.some(plan => plan.planId === planId),
  );
}

/**
 * How the tests of an entity stand over time.
 *
 * @param options - `requirements`: all that apply to the entity; those that are no tests are left out
 */
export function entityTestPhases(
  facts: TestFacts | undefined,
  options: {
    tier: Tier | null;
    requirements: readonly AppliedRequirement[];
    profile: EffectiveProfile;
    plans: readonly PlanStanding[];
    policy: ContinuityPolicy;
  },
): EntityTestPhases {
  const { tier, requirements, profile, plans, policy } = options;
  const results = facts ? facts.results.map(judgeResult) : nothing;
  const { reviewWithin, supplierEvidence } = testingPolicy(policy);
  const context: PhaseContext = {
    results,
    now: {
      rto: profile.rto.value,
      rpo: profile.rpo.value,
      mbco: profile.mbco.value,
      stepsInForce: facts ? stepsThatDecide(facts, plans) : [],
      requiresPlan: tier?.requires.plan !== undefined,
      majorChangeAt: facts?.majorChangeAt,
    },
    zone: policy.timeZone,
    dueSoon: policy.dueSoon,
    reviewWithin,
    supplierDepths: supplierEvidence,
  };
  const required: EntityTestPhases['requirements'] = [];
  for (const applied of requirements) {
    const test = tier!.requires.tests.find(
      ({ depth }) => applied.key === `test:${depth}`,
    );
    if (!test) continue;
    const phases = requirementPhases(
      { ...test, dueBy: applied.dueBy },
      context,
    );
    required.push({ applied, test, phases });
  }
  const asked = tier?.requires.tests ?? [];
  return {
    requirements: required,
    notRequired:
      asked.length === required.length
        ? []
        : asked.filter(test => !required.some(each => each.test === test)),
    extra:
      results.length === 0
        ? []
        : extraFailures(
            required.map(({ test }) => test),
            context,
          ),
    last: lastResult(results, policy.timeZone),
    facts,
  };
}
