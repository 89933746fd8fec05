import {
  assess,
  defaultPolicy,
  projectEntity,
  type AssessmentFacts,
  type ResultFacts,
  type TestFacts,
} from '../plugins/continuity-common/src';

const sizes = { short: 2_000, full: 100_000, largest: 250_000 };

/** Facts as the backend loads them: services in systems, a third with values of their own. */
function someFacts(count: number): AssessmentFacts[] {
  const people = { known: true, stateOf: () => 'ok' as const };
  return Array.from({ length: count }, (_, n) => {
    const system = projectEntity(
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'System',
        metadata: {
          name: `system-${Math.floor(n / 10)}`,
          annotations: { 'continuity/tier': `tier-${(n % 4) + 1}` },
        },
        spec: { owner: 'team' },
      },
      defaultPolicy,
    );
    const entity = projectEntity(
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name: `service-${n}`,
          annotations: n % 3 ? {} : { 'continuity/rto': '90m' },
        },
        spec: { type: 'service', lifecycle: 'production', owner: 'team' },
        relations: [
          { type: 'ownedBy', targetRef: 'group:default/team' },
          { type: 'partOf', targetRef: system.entityRef },
        ],
      },
      defaultPolicy,
    );
    return {
      entity,
      system: { entity: system, agreements: [] },
      appearedAt: '2026-01-01T00:00:00.000Z',
      agreements: [],
      people,
    };
  });
}

/** Tests as the backend loads them: a few results a year, a planned test, a finding. */
function someTests(n: number): TestFacts {
  const result = (
    depth: ResultFacts['depth'],
    heldAt: string,
    said: Partial<ResultFacts> = {},
  ): ResultFacts => ({
    testId: `t${n}`,
    title: 'Yearly test',
    depth,
    outcome: 'passed',
    heldAt,
    heldPrecision: 'instant',
    environment: 'production',
    partial: false,
    restoredFromBackup: depth === 'restore',
    origin: 'test',
    enteredAfterwards: false,
    reviewedAt: n % 5 ? heldAt : null,
    rtaSeconds: 1800 * (1 + (n % 3)),
    rpaSeconds: 60 * (n % 7),
    ownSeconds: 900,
    recovered: null,
    deliveredPercent: null,
    levelMet: null,
    targets: {
      tier: 'tier-1',
      rto: 'PT1H',
      rpo: 'PT5M',
      mbcoPercent: null,
      mbcoText: null,
    },
    plans: [{ planId: 'p', version: 1, steps: 'a' }],
    ...said,
  });
  const day = String(1 + (n % 28)).padStart(2, '0');
  return {
    results: [
      result('restore', `2026-02-${day}T09:00:00.000Z`),
      result('restore', `2025-11-${day}T09:00:00.000Z`),
      result('failover', `2025-06-${day}T09:00:00.000Z`),
      result('tabletop', `2025-09-${day}T09:00:00.000Z`, {
        rtaSeconds: null,
        rpaSeconds: null,
      }),
    ],
    planned: [
      {
        testId: `p${n}`,
        title: 'Next test',
        depth: 'failover',
        restoresFromBackup: false,
        startsAt: `2026-05-${day}T09:00:00.000Z`,
        endsAt: `2026-05-${day}T11:00:00.000Z`,
        allDay: false,
        state: 'planned',
      },
    ],
    findings:
      n % 4
        ? []
        : [
            {
              findingId: `f${n}`,
              title: 'Too slow',
              severity: 'medium',
              dueOn: `2026-04-${day}`,
            },
          ],
    stepsInForce: [{ planId: 'p', steps: 'a' }],
  };
}

function measure(what: string, facts: AssessmentFacts[]) {
  const now = '2026-03-01T12:00:00.000Z';
  for (const one of facts.slice(0, 1_000)) {
    assess(one, undefined, defaultPolicy, now); // warm-up
  }
  const cpu = process.cpuUsage();
  const began = performance.now();
  let gaps = 0;
  for (const one of facts) {
    gaps += assess(one, undefined, defaultPolicy, now).gaps.length;
  }
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const perSecond = (s: number) =>
    Math.round(facts.length / s).toLocaleString('en');
  return {
    what: `assessment of ${facts.length.toLocaleString(
      'en',
    )} entities${what}, ${(gaps / facts.length).toFixed(1)} gaps each`,
    measured: `${perSecond(seconds)} entities/s (${perSecond(
      (user + system) / 1e6,
    )} per second of processor time)`,
    reach: '≥ 20,000 entities/s',
  };
}

export async function run({ size }: { size: keyof typeof sizes }) {
  const facts = someFacts(sizes[size]);
  return [
    measure('', facts),
    measure(
      ' with four results each',
      facts.map((one, n) => ({ ...one, tests: someTests(n) })),
    ),
  ];
}
