import { parseRpo, parseTargetDuration } from '../terms/duration';
import { defaultPolicy } from './defaultPolicy';
import { defaultPolicyConfig } from './config/defaultPolicyConfig';
import { parsePolicy } from './parsePolicy';

/** The table of DOMAIN.md §2, word for word. */
const table = `
| tier-1 Mission critical | PT1H | PT5M | PT4H | P1Y | P1Y | P1Y | P1Y | restore P3M, failover P1Y |
| tier-2 Business critical | PT4H | PT1H | PT24H | P1Y | P1Y | P1Y | P1Y | restore P6M, simulation P1Y |
| tier-3 Important | PT24H | PT24H | P3D | P1Y | P2Y | P2Y | – | tabletop P1Y |
| tier-4 Deferrable | P3D | PT24H | P14D | – | – | – | – | – |
`;

const seconds = (text: string) => {
  const parsed = parseTargetDuration(text);
  return parsed.ok ? parsed.seconds : NaN;
};
const rpoSeconds = (text: string) => {
  const parsed = parseRpo(text);
  return parsed.ok && parsed.value.kind === 'duration'
    ? parsed.value.seconds
    : NaN;
};

describe('defaultPolicy', () => {
  const rows = table
    .trim()
    .split('\n')
    .map(row =>
      row
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    );

  it('has the tiers of the table, in its order', () => {
    expect(
      defaultPolicy.tiers.map(({ id, title }) => `${id} ${title}`),
    ).toEqual(rows.map(([name]) => name));
  });

  it.each(rows)(
    'gives %s the targets and requirements of the table',
    (name, rto, rpo, mtpd, plan, bia, risk, agreement, tests) => {
      const tier = defaultPolicy.tiers.find(({ id }) => name.startsWith(id))!;
      expect([
        seconds(tier.targets.rto!),
        rpoSeconds(tier.targets.rpo!),
        seconds(tier.targets.mtpd!),
      ]).toEqual([seconds(rto), rpoSeconds(rpo), seconds(mtpd)]);
      const { requires } = tier;
      expect(
        [requires.plan, requires.bia, requires.risk, requires.agreement].map(
          requirement => requirement?.every ?? '–',
        ),
      ).toEqual([plan, bia, risk, agreement]);
      expect(
        requires.tests
          .map(({ depth, every }) => `${depth} ${every}`)
          .join(', ') || '–',
      ).toBe(tests);
    },
  );

  it('has the other defaults', () => {
    expect(defaultPolicy).toMatchObject({
      timeZone: 'UTC',
      mappings: [],
      severities: {},
      dueSoon: 'P30D',
      programme: {
        defaults: {
          plan: { after: 'P90D' },
          bia: { after: 'P60D' },
          risk: { after: 'P90D' },
          agreement: { after: 'P60D' },
          firstTest: { after: 'P90D' },
        },
        tiers: {},
        newEntityGrace: 'P30D',
      },
      plans: {
        satisfyingKinds: ['service-recovery', 'computer-systems-and-network'],
      },
      dependencies: {
        filterKeys: [
          'datacenter',
          'environment',
          'provider',
          'region',
          'topology.kubernetes.io/region',
          'topology.kubernetes.io/zone',
          'zone',
        ],
      },
      massLoss: { owners: 0.05, entities: 0.2 },
      returnWithin: 'P30D',
      retention: { analyses: 'P3Y' },
    });
    expect(defaultPolicy.inherit).toEqual([
      'tier',
      'rto',
      'rpo',
      'mtpd',
      'wrt',
      'mbco',
      'recoveryTime',
      'recoveryOwner',
    ]);
  });

  it('is the same whether its sections are written out or left out', () => {
    expect(parsePolicy(defaultPolicyConfig)).toEqual(defaultPolicy);
  });
});
