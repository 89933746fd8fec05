import { defaultPolicy } from '../../policy/defaultPolicy';
import type { ContinuityPolicy } from '../../policy/policy';
import type { BiaResult } from './bia';
import { recommendTier, targetMisfits } from './recommendTier';

function result(
  mtpd: string | null,
  rpo: string | null,
  beyond: string | null = null,
): BiaResult {
  return { categories: [], mtpd, beyond, rpo };
}

function recommend(of: BiaResult, wrt: string | null = null) {
  return recommendTier(of, { policy: defaultPolicy, wrt });
}

describe('recommendTier', () => {
  // RTO and RPO of the shipped tiers: 1 h / 5 min, 4 h / 1 h, 24 h / 24 h, 3 d / 24 h
  it.each<[string, BiaResult, string | null, string | null]>([
    ['the least critical tier that fits', result('P3D', 'P1D'), null, 'tier-4'],
    [
      'a target that equals the limit fits',
      result('P1D', 'P1D'),
      null,
      'tier-3',
    ],
    ['a second less does not', result('PT23H59M59S', 'P1D'), null, 'tier-2'],
    ['work recovery counts', result('P1D', 'P1D'), 'PT1H', 'tier-2'],
    [
      'RTO and work recovery that just fit',
      result('P1DT1H', 'P1D'),
      'PT1H',
      'tier-3',
    ],
    ['the RPO alone can demand more', result('P3D', 'PT1H'), null, 'tier-2'],
    ['an RPO of none sets no limit', result('P3D', 'none'), null, 'tier-4'],
    [
      'beyond counts as the last point',
      result(null, 'P1D', 'P7D'),
      null,
      'tier-4',
    ],
    ['beyond a short last point', result(null, 'P1D', 'PT4H'), null, 'tier-2'],
    ['no tier is fast enough', result('PT30M', 'P1D'), null, null],
    ['no loss at all: no tier fits', result('P7D', 'PT0S'), null, null],
    [
      'work recovery beyond the MTPD: no tier fits',
      result('PT4H', 'P1D'),
      'PT5H',
      null,
    ],
  ])('%s', (_, of, wrt, tier) => {
    expect(recommend(of, wrt)!.tier).toBe(tier);
  });

  it.each([
    ['nothing was rated', result(null, 'PT1H')],
    ['nobody said how much data may be lost', result('P1D', null)],
  ])('says nothing where %s', (_, of) => {
    expect(recommend(of)).toBeNull();
  });

  it('says of each tier what speaks against it', () => {
    expect(recommend(result('PT4H', 'PT5M'), 'PT1H')).toEqual({
      tier: 'tier-1',
      mtpd: 'PT4H',
      isBeyond: false,
      rpo: 'PT5M',
      wrt: 'PT1H',
      tiers: [
        { id: 'tier-1', misfits: [] },
        { id: 'tier-2', misfits: ['rto-beyond', 'rpo-beyond'] },
        { id: 'tier-3', misfits: ['rto-beyond', 'rpo-beyond'] },
        { id: 'tier-4', misfits: ['rto-beyond', 'rpo-beyond'] },
      ],
    });
  });

  it.each<[string, ContinuityPolicy['tiers'][number]['targets'], string[]]>([
    ['leaves both out', {}, ['rto-unset', 'rpo-unset']],
    ['holds no data', { rto: 'PT1H', rpo: 'none' }, ['rpo-beyond']],
    ['tolerates nothing', { rto: 'PT0S', rpo: 'PT0S' }, []],
  ])('counts a tier that %s as it is', (_, targets, misfits) => {
    const policy: ContinuityPolicy = {
      ...defaultPolicy,
      tiers: [{ id: 'only', title: 'Only', targets, requires: { tests: [] } }],
    };
    const recommended = recommendTier(result('P1D', 'PT1H'), {
      policy,
      wrt: null,
    })!;
    expect(recommended.tiers[0].misfits).toEqual(misfits);
    expect(recommended.tier).toBe(misfits.length === 0 ? 'only' : null);
  });

  it('compares the entity’s own targets by the same rule', () => {
    const recommended = recommend(result('PT4H', 'PT5M'))!;
    expect(targetMisfits({ rto: 'PT4H', rpo: 'PT5M' }, recommended)).toEqual(
      [],
    );
    expect(targetMisfits({ rto: null, rpo: 'PT1H' }, recommended)).toEqual([
      'rto-unset',
      'rpo-beyond',
    ]);
  });
});
