import type { ExemptionFacts } from '../exemption/exemptionFacts';
import { aTestResult } from '../testing/aTestResult';
import { assess } from './assess';
import type { Assessment, AssessmentFacts } from './assessment';
import { aPolicyOf, someFacts } from './someFacts';

/** The entity appeared on 1 January; its plan and its first tests are due on 1 April. */
const policy = aPolicyOf({
  plan: { every: 'P1Y' },
  tests: [
    { depth: 'restore', every: 'P6M' },
    { depth: 'failover', every: 'P1Y' },
  ],
});
const now = '2026-05-01T00:00:00.000Z';
const noon = '2026-06-01T12:00:00.000Z';

function exemptFrom(
  requirement: string,
  said: Partial<ExemptionFacts> = {},
): ExemptionFacts {
  return {
    id: `x-${requirement}`,
    requirement,
    reason: 'It moves in June',
    startsAt: '2026-04-10T09:00:00.000Z',
    endsAt: noon,
    ...said,
  };
}

function gold(
  exemptions?: ExemptionFacts[],
  more: Partial<AssessmentFacts> = {},
): AssessmentFacts {
  return {
    ...someFacts({ portal: { tier: 'gold', mtpd: 'P1D', wrt: 'PT1H' } }),
    exemptions,
    ...more,
  };
}

const exempted = ({ gaps }: Assessment) =>
  gaps.filter(gap => gap.exemption).map(gap => gap.requirement);
const open = ({ gaps }: Assessment) =>
  gaps
    .filter(gap => gap.severity !== 'information' && !gap.exemption)
    .map(gap => gap.requirement);

describe('assess: exemptions', () => {
  it.each<[string, ExemptionFacts[], string, string, string[], string[]]>([
    [
      'nothing is exempted',
      [],
      'exposed',
      'exposed',
      [],
      ['plan', 'test:restore', 'test:failover'],
    ],
    [
      'the plan is, and the tests are not',
      [exemptFrom('plan')],
      'at-risk',
      'exposed',
      ['plan'],
      ['test:restore', 'test:failover'],
    ],
    [
      'one depth is, and the other is not',
      [exemptFrom('test:restore'), exemptFrom('plan')],
      'at-risk',
      'exposed',
      ['plan', 'test:restore'],
      ['test:failover'],
    ],
    [
      'all tests and the plan are',
      [exemptFrom('test'), exemptFrom('plan')],
      'exempt',
      'exposed',
      ['plan', 'test:restore', 'test:failover'],
      [],
    ],
    [
      'everything is',
      [exemptFrom('all')],
      'exempt',
      'exposed',
      ['plan', 'test:restore', 'test:failover'],
      [],
    ],
    [
      'what is exempted has not begun',
      [exemptFrom('all', { startsAt: '2026-05-02T00:00:00.000Z' })],
      'exposed',
      'exposed',
      [],
      ['plan', 'test:restore', 'test:failover'],
    ],
    [
      'it is over',
      [exemptFrom('all', { endsAt: now })],
      'exposed',
      'exposed',
      [],
      ['plan', 'test:restore', 'test:failover'],
    ],
  ])('where %s', (_, exemptions, status, underlying, marked, counting) => {
    const result = assess(gold(exemptions), undefined, policy, now);
    expect(result.status).toBe(status);
    expect(result.underlyingStatus).toBe(underlying);
    expect(exempted(result).sort()).toEqual([...marked].sort());
    expect(open(result).sort()).toEqual([...counting].sort());
  });

  it('marks a gap with the exemption, its end and its reason, and leaves the rest of it as it was', () => {
    const [before] = assess(gold(), undefined, policy, now).gaps.filter(
      gap => gap.requirement === 'plan',
    );
    const [after] = assess(
      gold([exemptFrom('plan')]),
      undefined,
      policy,
      now,
    ).gaps.filter(gap => gap.requirement === 'plan');
    expect(after).toEqual({
      ...before,
      exemption: { id: 'x-plan', until: noon, reason: 'It moves in June' },
    });
    expect(after.late).toBe(true);
  });

  it('ends at its very moment', () => {
    const at = (moment: string) =>
      assess(gold([exemptFrom('all')]), undefined, policy, moment);
    expect(at(now).nextChangeAt).toBe(noon);
    expect(at('2026-06-01T11:59:59.999Z').status).toBe('exempt');
    expect(at(noon).status).toBe('exposed');
    expect(at(noon).nextChangeAt).not.toBe(noon);
  });

  it('begins at its very moment', () => {
    const startsAt = '2026-05-10T08:30:00.000Z';
    const facts = gold([exemptFrom('all', { startsAt })]);
    expect(assess(facts, undefined, policy, now)).toMatchObject({
      status: 'exposed',
      nextChangeAt: startsAt,
    });
    expect(assess(facts, undefined, policy, startsAt).status).toBe('exempt');
  });

  it('covers a gap that appears while it holds, from its first moment', () => {
    const result = assess(
      gold([exemptFrom('all', { startsAt: '2026-01-02T00:00:00.000Z' })], {
        tests: {
          results: [
            aTestResult('restore', '2026-04-20T09:00:00.000Z', {
              outcome: 'failed',
            }),
          ],
          planned: [],
          findings: [],
          stepsInForce: [],
        },
      }),
      undefined,
      policy,
      now,
    );
    expect(result.status).toBe('exempt');
    expect(result.gaps.find(gap => gap.code === 'test-failed')).toMatchObject({
      exemption: { id: 'x-all' },
    });
    expect(
      result.tests.requirements.find(({ depth }) => depth === 'restore'),
    ).toMatchObject({ state: 'failed', exemptUntil: noon });
  });

  it('exempts nobody from having a tier', () => {
    const result = assess(
      { ...someFacts(), exemptions: [exemptFrom('all')] },
      undefined,
      policy,
      now,
    );
    expect(result.status).toBe('unassessed');
  });

  it('does not make a tier that can’t be read any better', () => {
    const result = assess(
      {
        ...someFacts({
          portal: { tier: 'gold' },
          entity: { annotations: { 'continuity/tier': 'golden' } },
        }),
        exemptions: [exemptFrom('all')],
      },
      undefined,
      policy,
      now,
    );
    expect(result.status).toBe('at-risk');
    expect(open(result)).toEqual(['metadata:continuity/tier']);
  });

  it('is met, not exempt, where there is nothing to be exempted', () => {
    const result = assess(
      gold([exemptFrom('all')]),
      undefined,
      aPolicyOf({ tests: [] }),
      now,
    );
    expect(result.status).toBe('not-required');
    expect(result.nextChangeAt).toBeNull();
  });
});
