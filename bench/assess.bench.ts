import {
  assess,
  defaultPolicy,
  projectEntity,
  type AssessmentFacts,
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

export async function run({ size }: { size: keyof typeof sizes }) {
  const facts = someFacts(sizes[size]);
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
  return [
    {
      what: `assessment of ${facts.length.toLocaleString('en')} entities, ${(
        gaps / facts.length
      ).toFixed(1)} gaps each`,
      measured: `${perSecond(seconds)} entities/s (${perSecond(
        (user + system) / 1e6,
      )} per second of processor time)`,
      reach: '≥ 20,000 entities/s',
    },
  ];
}
