import type { Gap } from '../assessment/gap';
import {
  evidenceLines,
  evidenceRequirements,
  type EvidenceFound,
  type EvidenceItem,
} from './evidenceRequirement';

const anItem: EvidenceItem = {
  what: 'Risk assessment',
  who: 'user:default/olivia',
  when: '2026-01-01',
  path: 'analyses/a.html',
};
const aGap = (code: Gap['code'], more: Partial<Gap> = {}) => ({
  code,
  severity: 'warning' as const,
  message: `The message of ${code}.`,
  exemption: null,
  ...more,
});
const lineOf = (
  requirement: (typeof evidenceRequirements)[number],
  found: Partial<EvidenceFound>,
) => {
  const lines = evidenceLines({
    entityRef: 'component:default/checkout',
    hasTier: true,
    gaps: [],
    items: {},
    alsoMissing: {},
    ...found,
  } as EvidenceFound);
  return lines.find(line => line.requirement === requirement)!;
};

describe('evidenceLines', () => {
  it('has a line for each requirement, also where nothing is there', () => {
    const lines = evidenceLines({
      entityRef: 'component:default/checkout',
      hasTier: true,
      gaps: [],
      items: {},
      alsoMissing: {},
    });
    expect(lines.map(line => line.requirement)).toEqual([
      ...evidenceRequirements,
    ]);
    expect(lines.every(line => line.state === 'not-required')).toBe(true);
  });

  it('lists a missing risk assessment as missing', () => {
    expect(
      lineOf('risks', { gaps: [aGap('risk-missing')] as never }),
    ).toMatchObject({
      state: 'missing',
      missing: ['The message of risk-missing.'],
      items: [],
    });
  });

  it('lists one that is there but out of date as both', () => {
    expect(
      lineOf('risks', {
        gaps: [aGap('risk-overdue')] as never,
        items: { risks: [anItem] },
      }),
    ).toMatchObject({ state: 'missing', items: [anItem] });
  });

  it('does not call it there only because it is exempted', () => {
    const exempted = aGap('risk-missing', { exemption: { id: 'x' } as never });
    expect(lineOf('risks', { gaps: [exempted] as never })).toMatchObject({
      state: 'missing',
      missing: ['The message of risk-missing. (exempted)'],
    });
  });

  it('leaves informations out', () => {
    const owner = aGap('owner-unresolved', { severity: 'information' });
    expect(lineOf('plan-access', { gaps: [owner] as never }).state).toBe(
      'not-required',
    );
  });

  it('says what no gap says', () => {
    expect(
      lineOf('plan-contents', {
        items: { 'plan-contents': [anItem] },
        alsoMissing: { 'plan-contents': ['No return to normal.'] },
      }),
    ).toMatchObject({ state: 'missing', missing: ['No return to normal.'] });
  });

  it('lists the access to a plan as missing where the plan itself is', () => {
    const gaps = [aGap('plan-missing')] as never;
    for (const requirement of ['plan-contents', 'plan-access'] as const) {
      expect(lineOf(requirement, { gaps })).toMatchObject({
        state: 'missing',
        missing: ['The message of plan-missing.'],
      });
    }
  });

  it('says that nobody knows what is required where there is no tier', () => {
    expect(lineOf('requirements', { hasTier: false })).toMatchObject({
      state: 'missing',
      missing: [expect.stringContaining('no tier')],
    });
    expect(lineOf('risks', { hasTier: false }).state).toBe('not-known');
    expect(
      lineOf('risks', { hasTier: false, items: { risks: [anItem] } }).state,
    ).toBe('there');
  });
});
