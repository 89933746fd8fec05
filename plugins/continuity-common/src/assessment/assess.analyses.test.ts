import { aBia, aRiskAssessment } from '../plan/analysis/aBia';
import type { Bia } from '../plan/analysis/bia';
import type { RiskAssessment } from '../plan/analysis/riskAssessment';
import { defaultPolicy } from '../policy/defaultPolicy';
import { anEntity } from '../profile/anEntity';
import type { ProfileValues } from '../profile/profileValues';
import { assess } from './assess';
import { aPolicyOf, someFacts } from './someFacts';

const shop = 'system:default/shop';
const yearly = aPolicyOf({ bia: { every: 'P1Y' }, risk: { every: 'P1Y' } });
const inTime = '2026-06-01T12:00:00.000Z';

function facts(said: {
  bia?: Bia[];
  risk?: RiskAssessment[];
  system?: { bia?: Bia[]; risk?: RiskAssessment[]; portal?: ProfileValues };
  portal?: ProfileValues;
}) {
  const { bia = [], risk = [], system, portal = { tier: 'gold' } } = said;
  return someFacts({
    portal,
    analyses: { bia, risk },
    ...(system && {
      system: {
        entity: anEntity({ ref: shop }),
        agreements: [],
        analyses: { bia: system.bia ?? [], risk: system.risk ?? [] },
      },
    }),
  });
}

function gapsOf(
  said: Parameters<typeof facts>[0],
  now = inTime,
  policy = yearly,
) {
  return assess(facts(said), undefined, policy, now).gaps;
}

const codes = (...args: Parameters<typeof gapsOf>) =>
  gapsOf(...args)
    .map(gap => `${gap.code} ${gap.requirement}`)
    .sort();

describe('assess, of analyses that the tier requires', () => {
  it.each<[string, Parameters<typeof facts>[0], string[]]>([
    ['none', {}, ['bia-missing bia', 'risk-missing risk']],
    ['both agreed', { bia: [aBia()], risk: [aRiskAssessment()] }, []],
    [
      'only drafts',
      {
        bia: [aBia({ state: 'draft' })],
        risk: [aRiskAssessment({ state: 'draft' })],
      },
      ['bia-missing bia', 'risk-missing risk'],
    ],
    [
      'one that waits for a second person',
      {
        bia: [aBia({ state: 'awaiting-second-person' })],
        risk: [aRiskAssessment()],
      },
      ['bia-missing bia'],
    ],
    [
      'those of its system',
      { system: { bia: [aBia()], risk: [aRiskAssessment()] } },
      [],
    ],
    [
      'its own BIA and its system’s risk assessment',
      { bia: [aBia()], system: { risk: [aRiskAssessment()] } },
      [],
    ],
  ])('with %s', (_, said, found) => {
    expect(codes(said)).toEqual(found);
  });

  it('gives them the programme’s due dates', () => {
    expect(
      gapsOf({})
        .map(({ code, dueBy, late }) => [code, dueBy, late])
        .sort(),
    ).toEqual([
      ['bia-missing', '2026-03-02T00:00:00.000Z', true],
      ['risk-missing', '2026-04-01T00:00:00.000Z', true],
    ]);
  });

  it('says that there is a draft', () => {
    const [gap] = gapsOf({
      bia: [aBia({ state: 'draft' })],
      risk: [aRiskAssessment()],
    });
    expect(gap.message).toContain('a draft that nobody has agreed to yet');
  });

  it.each([
    ['long before', '2027-01-29T23:59:59.999Z', []],
    [
      'thirty days before',
      '2027-01-31T00:00:00.000Z',
      ['due-soon bia', 'due-soon risk'],
    ],
    [
      'on its last day',
      '2027-03-01T23:59:59.999Z',
      ['due-soon bia', 'due-soon risk'],
    ],
    [
      'the day after',
      '2027-03-02T00:00:00.000Z',
      ['bia-overdue bia', 'risk-overdue risk'],
    ],
  ])('looks at the clock: %s', (_, now, found) => {
    const said = { bia: [aBia()], risk: [aRiskAssessment()] };
    expect(codes(said, now)).toEqual(found);
  });

  it('says when time alone changes it, and nothing changes before', () => {
    const said = facts({ bia: [aBia()], risk: [aRiskAssessment()] });
    const seen: string[] = [];
    let memory;
    let now = inTime;
    for (;;) {
      const assessed = assess(said, memory, yearly, now);
      memory = assessed.memory;
      seen.push(`${now.slice(0, 10)} ${assessed.gaps.map(g => g.code).join()}`);
      if (!assessed.nextChangeAt) break;
      now = assessed.nextChangeAt;
    }
    expect(seen).toEqual([
      '2026-06-01 ',
      '2027-01-31 due-soon,due-soon',
      '2027-03-02 bia-overdue,risk-overdue',
    ]);
  });

  it('is not asked for by a tier that requires none', () => {
    expect(codes({}, inTime, aPolicyOf({}))).toEqual([]);
  });
});

describe('assess, of the MTPD', () => {
  function mtpdOf(said: Parameters<typeof facts>[0]) {
    const { profile, gaps } = assess(
      facts({ ...said, risk: [aRiskAssessment()] }),
      undefined,
      yearly,
      inTime,
    );
    return {
      value: profile.mtpd.value,
      source: profile.mtpd.source,
      from: profile.mtpd.origin?.entityRef ?? null,
      overruled: profile.mtpd.overruled?.value ?? null,
      gap: gaps.some(gap => gap.code === 'mtpd-looser-than-bia'),
    };
  }
  const oneDay = aBia();
  const beyond = aBia({ rated: { financial: 'nnnnm' } });
  const tier = 'gold';

  // the tier's default is one day
  it.each([
    ['the tier’s without an analysis', {}, ['P1D', 'tier', null, null, false]],
    [
      'the analysis before the tier’s default',
      { bia: [aBia({ rated: { legal: 'nnssc' } })] },
      ['P1D', 'bia', null, null, false],
    ],
    [
      'a looser analysis before a stricter default',
      { bia: [aBia({ rated: { legal: 'nnnsc' } })] },
      ['P3D', 'bia', null, null, false],
    ],
    [
      'the analysis before a looser value in the portal, which is a gap',
      { bia: [oneDay], portal: { tier, mtpd: 'P3D' } },
      ['P1D', 'bia', null, 'P3D', true],
    ],
    [
      'a stricter value in the portal',
      { bia: [oneDay], portal: { tier, mtpd: 'PT4H' } },
      ['PT4H', 'portal', null, null, false],
    ],
    [
      'the analysis before an equal value',
      { bia: [oneDay], portal: { tier, mtpd: 'PT24H' } },
      ['P1D', 'bia', null, 'P1D', false],
    ],
    [
      'of its system',
      { system: { bia: [oneDay] } },
      ['P1D', 'bia', shop, null, false],
    ],
    [
      'its own before its system’s',
      { bia: [aBia({ rated: { legal: 'nsccc' } })], system: { bia: [oneDay] } },
      ['PT4H', 'bia', null, null, false],
    ],
    [
      'unset in the analysis: the next source',
      { bia: [beyond], portal: { tier, mtpd: 'P3D' } },
      ['P3D', 'portal', null, null, false],
    ],
    [
      'no draft’s',
      { bia: [aBia({ state: 'draft', rated: { legal: 'ccccc' } })] },
      ['P1D', 'tier', null, null, false],
    ],
    [
      'one that is overdue still',
      { bia: [aBia({ assessedOn: '2020-01-01', rated: { legal: 'nsccc' } })] },
      ['PT4H', 'bia', null, null, false],
    ],
  ])('is %s', (_, said, [value, source, from, overruled, gap]) => {
    expect(mtpdOf(said)).toEqual({ value, source, from, overruled, gap });
  });

  it('says what a stricter portal value would give way to', () => {
    const { profile } = assess(
      facts({ bia: [oneDay], portal: { tier, mtpd: 'PT4H' } }),
      undefined,
      yearly,
      inTime,
    );
    expect(profile.mtpd.fallback).toEqual({
      value: 'P1D',
      origin: { source: 'bia' },
    });
  });

  it('is checked against RTO and work recovery', () => {
    const { gaps } = assess(
      facts({
        bia: [aBia({ rated: { legal: 'nsccc' } })],
        risk: [aRiskAssessment()],
        portal: { tier, rto: 'PT4H', wrt: 'PT1H' },
      }),
      undefined,
      yearly,
      inTime,
    );
    expect(gaps.map(gap => gap.code)).toContain('rto-beyond-mtpd');
  });

  it('is the same after a renewal without changes, and so is everything else that is shown', () => {
    const before = assess(
      facts({ bia: [oneDay], risk: [aRiskAssessment()] }),
      undefined,
      yearly,
      inTime,
    );
    const renewed = aBia({ id: 'b2', assessedOn: '2026-05-31', revision: 2 });
    const after = assess(
      facts({ bia: [renewed], risk: [aRiskAssessment()] }),
      before.memory,
      yearly,
      inTime,
    );
    const { nextChangeAt: _before, ...shownBefore } = before;
    const { nextChangeAt: _after, ...shownAfter } = after;
    expect(shownAfter).toEqual(shownBefore);
  });
});

describe('assess, of the tier that the analysis asks for', () => {
  function gapOf(bia: Bia, portal: ProfileValues, code = 'tier-below-bia') {
    return assess(
      facts({ bia: [bia], portal }),
      undefined,
      defaultPolicy,
      inTime,
    ).gaps.find(gap => gap.code === code);
  }
  const asksForTier2 = aBia({ rated: { legal: 'nmscc' }, rpo: 'PT1H' });
  const noTierFits = aBia({ rated: { legal: 'nmscc' }, rpo: 'PT0S' });

  it.each<[string, Bia, ProfileValues, string | null | undefined]>([
    ['less critical', asksForTier2, { tier: 'tier-3' }, 'tier-2'],
    ['as it asks', asksForTier2, { tier: 'tier-2' }, undefined],
    ['more critical', asksForTier2, { tier: 'tier-1' }, undefined],
    ['none', asksForTier2, {}, undefined],
    [
      'less critical, where no tier fits',
      noTierFits,
      { tier: 'tier-2' },
      'tier-1',
    ],
    [
      'the most critical, where no tier fits',
      noTierFits,
      { tier: 'tier-1' },
      null,
    ],
    [
      'the most critical with targets of its own that fit',
      noTierFits,
      { tier: 'tier-1', rpo: 'PT0S' },
      undefined,
    ],
    [
      'as it asks without the work recovery time, but not with it',
      aBia({ rated: { legal: 'nsccc' } }),
      { tier: 'tier-2', wrt: 'PT1H' },
      'tier-1',
    ],
  ])('when it is %s', (_, bia, portal, recommended) => {
    const gap = gapOf(bia, portal);
    expect(gap && (gap.params.recommended ?? null)).toBe(recommended);
  });

  it('says what the analysis tolerates', () => {
    expect(gapOf(asksForTier2, { tier: 'tier-3' })).toMatchObject({
      message:
        'The business impact analysis of 1 March 2026 tolerates 24 h of disruption and a data loss of 1 h, which asks for tier-2; it is tier-3, which demands less.',
      action:
        'Set tier-2, or agree a new business impact analysis that a second person confirms.',
    });
  });

  it('finds an RPO of its own that is looser, though the tier is right', () => {
    expect(
      gapOf(asksForTier2, { tier: 'tier-2', rpo: 'P1D' }, 'looser-than-agreed'),
    ).toMatchObject({
      requirement: 'bia:rpo',
      message:
        'The RPO is 24 h, looser than 1 h as the business impact analysis says since 1 March 2026.',
    });
    expect(
      gapOf(
        asksForTier2,
        { tier: 'tier-2', rpo: 'PT1H' },
        'looser-than-agreed',
      ),
    ).toBeUndefined();
  });
});
