import type {
  ChangeAssessment,
  ChangeFinding,
} from 'backstage-plugin-continuity-common';

/** A finding; what is not said is that of a missing recovery owner's review. */
export function aChangeFinding(
  said: Partial<ChangeFinding> = {},
): ChangeFinding {
  return {
    rule: 'introduces-target-conflict',
    title: 'Slower than what depends on it',
    severity: 'warning',
    origin: 'caused',
    enforcement: 'warn',
    entityRef: 'resource:default/orders-db',
    planId: null,
    testId: null,
    path: ['component:default/checkout', 'resource:default/orders-db'],
    why: 'It may take 24 hours, and checkout needs it within 1 hour.',
    what: 'Agree on a shorter RTO for orders-db.',
    ask: ['group:default/platform'],
    params: {},
    ...said,
  };
}

/** The answer of the server to a check. */
export function anAssessment(
  said: Partial<ChangeAssessment> = {},
): ChangeAssessment {
  const findings = said.findings ?? [];
  const caused = findings.filter(({ origin }) => origin === 'caused').length;
  return {
    verdict: 'pass',
    headline: 'Nothing stands against this change.',
    treatedAs: 'normal',
    assessedAt: '2027-01-31T12:00:00.000Z',
    touched: [],
    material: [],
    impacted: [],
    totalImpacted: 0,
    byTier: [],
    plans: [],
    withoutPlan: 0,
    findings,
    counts: {
      caused,
      alreadyThere: findings.length - caused,
      blocking: 0,
      warning: caused,
      information: 0,
    },
    mapped: [],
    unmapped: [],
    problems: [],
    names: {},
    graphRevision: 7,
    dataAge: {
      catalogReadAt: '2027-01-31T11:59:00.000Z',
      seconds: 60,
      lastKnownAt: null,
      problem: null,
    },
    truncated: { impacted: 0, findings: 0, mapped: 0, unmapped: 0 },
    redacted: { touched: 0, impacted: 0, findings: 0, plans: 0 },
    reviewDueAt: null,
    ...said,
  };
}
