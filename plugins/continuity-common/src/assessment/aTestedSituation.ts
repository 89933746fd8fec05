import type { TestRequirement } from '../policy/policy';
import { defaultPolicy } from '../policy/defaultPolicy';
import { defaultTestingConfig } from '../policy/config/defaultTestingConfig';
import type { TestingPolicy } from '../policy/testingPolicy';
import type { PlanFacts, PlanInForce } from '../plan/planFacts';
import type { ProfileValues } from '../profile/profileValues';
import { aTestResult } from '../testing/aTestResult';
import type { ResultFacts, TestFacts } from '../testing/standing/testFacts';
import { assess } from './assess';
import type { Assessment } from './assessment';
import { aPolicyOf, someFacts } from './someFacts';

/** For tests: the moment of all assessments of tests. */
export const NOW = '2026-06-15T12:00:00.000Z';

/** For tests: what is said of an entity of the tier `gold`, whose plan `p1` has the steps `steps-1`. */
export interface Situation {
  requires?: TestRequirement[];
  results?: ResultFacts[];
  tests?: Partial<TestFacts>;
  portal?: ProfileValues;
  /** Steps in force of the plan `p1`; null: no plan. */
  steps?: string | null;
  plan?: boolean;
  testing?: Partial<TestingPolicy>;
  now?: string;
}

const plan: PlanInForce = {
  planId: 'p1',
  title: 'Recovery',
  kind: 'service-recovery',
  version: 1,
  approvedAt: '2026-01-01T00:00:00.000Z',
  reviewedAt: null,
  covers: true,
  through: null,
  watched: null,
  contacts: [],
  isPrimary: false,
};

export const failover: TestRequirement = { depth: 'failover', every: 'P1Y' };
export const restore: TestRequirement = { depth: 'restore', every: 'P3M' };
export const simulation: TestRequirement = {
  depth: 'simulation',
  every: 'P1Y',
};
export const tabletop: TestRequirement = { depth: 'tabletop', every: 'P1Y' };

/** For tests: assesses a situation. */
export function assessed(said: Situation): Assessment {
  const { steps = 'steps-1', now = NOW } = said;
  const plans: PlanFacts | undefined =
    steps === null
      ? undefined
      : { inForce: [plan], isInWork: false, source: null };
  const policy = aPolicyOf(
    {
      tests: said.requires ?? [failover],
      ...(said.plan !== false && { plan: { every: 'P5Y' } }),
    },
    { testing: { ...defaultTestingConfig, ...said.testing } },
  );
  // a second tier, so that the tier in question is not the most critical one
  policy.tiers.unshift({ ...defaultPolicy.tiers[0], id: 'diamond' });
  return assess(
    someFacts({
      portal: { tier: 'gold', ...said.portal },
      appearedAt: '2025-01-01T00:00:00.000Z',
      plans,
      tests: {
        results: said.results ?? [],
        planned: [],
        findings: [],
        stepsInForce: steps === null ? [] : [{ planId: 'p1', steps }],
        ...said.tests,
      },
    }),
    undefined,
    policy,
    now,
  );
}

export const standing = (said: Situation) =>
  assessed(said).tests.requirements[0];

export const codes = (said: Situation) =>
  assessed(said)
    .gaps.filter(gap => /^(test|finding):/.test(gap.requirement))
    .map(gap => `${gap.code} ${gap.requirement.split(':')[1]}`)
    .sort();

export const pass = aTestResult('failover', '2026-03-01');
export const failed = (day: string, said = {}) =>
  aTestResult('failover', day, { outcome: 'failed', ...said });
