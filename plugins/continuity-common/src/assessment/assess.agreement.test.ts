import { defaultPolicy } from '../policy/defaultPolicy';
import type { ContinuityPolicy } from '../policy/policy';
import { anAgreement } from '../profile/anAgreement';
import { anEntity } from '../profile/anEntity';
import type { ProfileValues } from '../profile/profileValues';
import { assess } from './assess';
import { aPolicyOf, someFacts } from './someFacts';

const policy = aPolicyOf({ agreement: { every: 'P1Y' } });
const agreed = anAgreement({
  agreedOn: '2026-03-01',
  values: { tier: 'gold', rto: 'PT4H', rpo: 'PT1H' },
});

const gapsAt = (
  now: string,
  values: ProfileValues = {},
  agreements = [agreed],
  inForce: ContinuityPolicy = policy,
) =>
  assess(
    someFacts({ portal: { tier: 'gold', ...values }, agreements }),
    undefined,
    inForce,
    now,
  );

describe('assess: agreement', () => {
  it.each([
    ['2026-06-01T00:00:00Z', null, '2027-01-31T00:00:00.000Z'],
    ['2027-01-30T23:59:59Z', null, '2027-01-31T00:00:00.000Z'],
    ['2027-01-31T00:00:00Z', 'due-soon', '2027-03-02T00:00:00.000Z'],
    ['2027-03-01T23:59:59Z', 'due-soon', '2027-03-02T00:00:00.000Z'],
    ['2027-03-02T00:00:00Z', 'agreement-missing', null],
    ['2029-01-01T00:00:00Z', 'agreement-missing', null],
  ])('at %s: %s', (now, code, next) => {
    const { gaps, nextChangeAt } = gapsAt(now);
    expect(gaps.map(gap => gap.code)).toEqual(code ? [code] : []);
    expect(nextChangeAt).toBe(next);
  });

  it('is in time on its last day in the zone of the policy', () => {
    const tokyo = { ...policy, timeZone: 'Asia/Tokyo' };
    const codeAt = (now: string) =>
      gapsAt(now, {}, [agreed], tokyo).gaps[0].code;
    expect(codeAt('2027-03-01T14:59:59Z')).toBe('due-soon');
    expect(codeAt('2027-03-01T15:00:00Z')).toBe('agreement-missing');
  });

  it('is late from the day it had to be renewed, and says which day that was', () => {
    expect(gapsAt('2028-06-01T00:00:00Z').gaps).toMatchObject([
      {
        code: 'agreement-missing',
        severity: 'warning',
        since: '2027-03-02T00:00:00.000Z',
        dueBy: '2027-03-02T00:00:00.000Z',
        late: true,
        message:
          'The agreement of 1 March 2026 had to be renewed by 1 March 2027.',
      },
    ]);
  });

  it('that is due soon is no risk: the status stays met', () => {
    expect(gapsAt('2027-02-15T00:00:00Z')).toMatchObject({
      status: 'met',
      gaps: [{ code: 'due-soon', severity: 'information', late: false }],
    });
  });

  it('makes each looser value a gap that names both', () => {
    const { gaps } = gapsAt('2026-06-01T00:00:00Z', {
      rto: 'PT5H',
      rpo: 'none',
    });
    expect(gaps).toMatchObject([
      {
        code: 'looser-than-agreed',
        requirement: 'rpo',
        message:
          'The RPO is "holds no data", looser than 1 h as agreed on 1 March 2026.',
      },
      {
        code: 'looser-than-agreed',
        requirement: 'rto',
        message: 'The RTO is 5 h, looser than 4 h as agreed on 1 March 2026.',
        params: { field: 'rto', agreed: 'PT4H', effective: 'PT5H' },
      },
    ]);
  });

  it('is kept by stricter values', () => {
    const { gaps } = gapsAt('2026-06-01T00:00:00Z', { rto: 'PT0S' });
    expect(gaps).toEqual([]);
  });

  it('still binds when it is overdue, or when the tier requires none any more', () => {
    const late = gapsAt('2028-01-01T00:00:00Z', { rto: 'PT5H' }).gaps;
    expect(late.map(gap => gap.code).sort()).toEqual([
      'agreement-missing',
      'looser-than-agreed',
    ]);
    const withoutDuty = gapsAt(
      '2026-06-01T00:00:00Z',
      { rto: 'PT5H' },
      [agreed],
      aPolicyOf({}),
    );
    expect(withoutDuty).toMatchObject({
      status: 'at-risk',
      gaps: [{ code: 'looser-than-agreed' }],
    });
  });

  it('is not got rid of by clearing the tier: the values that went are looser', () => {
    const result = assess(
      someFacts({ agreements: [anAgreement()] }),
      undefined,
      defaultPolicy,
      '2026-06-01T00:00:00Z',
    );
    expect(result.status).toBe('unassessed');
    expect(result.gaps.map(gap => gap.requirement)).toEqual([
      'mtpd',
      'rpo',
      'rto',
      'tier',
    ]);
    expect(result.gaps[2].message).toBe(
      'The RTO is not set, and 4 h was agreed on 1 March 2026.',
    );
  });

  it('that waits for a second person changes nothing yet', () => {
    const waiting = anAgreement({
      id: 'w',
      state: 'awaiting-second-person',
      values: { rto: 'P1D' },
    });
    const result = gapsAt('2026-06-01T00:00:00Z', { rto: 'PT5H' }, [
      waiting,
      agreed,
    ]);
    expect(result.agreement).toMatchObject({
      current: agreed,
      pending: waiting,
    });
    expect(result.gaps.map(gap => gap.requirement)).toEqual(['rto']);
  });

  describe('of a system', () => {
    const system = {
      entity: anEntity({
        ref: 'system:default/shop',
        annotations: { 'continuity/tier': 'tier-2' },
      }),
      agreements: [anAgreement({ entityRef: 'system:default/shop' })],
    };
    const agreementGaps = (said: Parameters<typeof someFacts>[0]) =>
      assess(
        someFacts(said),
        undefined,
        defaultPolicy,
        '2026-06-01T00:00:00Z',
      ).gaps.filter(gap => /agree/.test(gap.code));

    it('counts for a part while the tier is taken over, and binds the values of its own', () => {
      expect(agreementGaps({ system })).toEqual([]);
      expect(agreementGaps({ system, portal: { rto: 'P1D' } })).toMatchObject([
        { code: 'looser-than-agreed', requirement: 'rto' },
      ]);
    });

    it('does not count for a part with a tier of its own', () => {
      expect(
        agreementGaps({ system, portal: { tier: 'tier-2' } }),
      ).toMatchObject([
        { code: 'agreement-missing', params: { unit: 'entity' } },
      ]);
    });

    it('is asked for at the system where it is missing, without naming it', () => {
      const [gap] = agreementGaps({ system: { ...system, agreements: [] } });
      expect(gap).toMatchObject({
        code: 'agreement-missing',
        params: { unit: 'system' },
        action:
          'Agree the targets with the business and record it at its system.',
      });
      expect(JSON.stringify(gap)).not.toContain('shop');
    });
  });
});
