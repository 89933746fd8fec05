import fc from 'fast-check';
import { defaultPolicy } from '../policy/defaultPolicy';
import type { AgreedValues } from './agreement';
import { compareAgreedValues } from './compareAgreedValues';

describe('compareAgreedValues', () => {
  it.each<[string, AgreedValues, Record<string, string | null>, string[]]>([
    [
      'the same',
      { tier: 'tier-2', rto: 'PT4H' },
      { tier: 'tier-2', rto: 'PT4H' },
      [],
    ],
    ['a less critical tier', { tier: 'tier-2' }, { tier: 'tier-3' }, ['tier']],
    ['a more critical tier', { tier: 'tier-2' }, { tier: 'tier-1' }, []],
    ['no tier any more', { tier: 'tier-2' }, { tier: null }, ['tier']],
    ['a tier the policy lost', { tier: 'gold' }, { tier: 'tier-1' }, ['tier']],
    ['the same lost tier', { tier: 'gold' }, { tier: 'gold' }, []],
    ['a longer RTO', { rto: 'PT4H' }, { rto: 'PT4H1S' }, ['rto']],
    ['a shorter RTO', { rto: 'PT4H' }, { rto: 'PT0S' }, []],
    [
      'hours against days, compared as time',
      { rto: 'PT36H' },
      { rto: 'P1DT12H' },
      [],
    ],
    [
      'nine hours against ten, not compared as text',
      { rto: 'PT10H' },
      { rto: 'PT9H' },
      [],
    ],
    [
      'an RTO against an agreed zero',
      { rto: 'PT0S' },
      { rto: 'PT1S' },
      ['rto'],
    ],
    ['no RTO any more', { rto: 'PT0S' }, {}, ['rto']],
    ['a longer RPO', { rpo: 'PT5M' }, { rpo: 'PT1H' }, ['rpo']],
    [
      'holding no data against an agreed RPO',
      { rpo: 'PT5M' },
      { rpo: 'none' },
      ['rpo'],
    ],
    ['an RPO against an agreed none', { rpo: 'none' }, { rpo: 'P1D' }, []],
    ['none and none', { rpo: 'none' }, { rpo: 'none' }, []],
    ['no RPO against an agreed none', { rpo: 'none' }, { rpo: null }, ['rpo']],
    ['a longer MTPD', { mtpd: 'P1D' }, { mtpd: 'P2D' }, ['mtpd']],
    [
      'what was not agreed',
      {},
      { tier: 'tier-4', rto: 'P3D', rpo: 'none' },
      [],
    ],
    [
      'an agreed text that nobody can read',
      { rto: 'soon' },
      { rto: 'PT1H' },
      ['rto'],
    ],
    [
      'several at once, in the order of the fields',
      { mtpd: 'P1D', rto: 'PT1H', tier: 'tier-1' },
      { mtpd: 'P2D', rto: 'PT2H', tier: 'tier-2' },
      ['tier', 'rto', 'mtpd'],
    ],
  ])('%s', (_, agreed, actual, looser) => {
    expect(compareAgreedValues(agreed, actual, defaultPolicy)).toEqual(looser);
  });

  it('is one way at most: two different values are never both looser than the other', () => {
    const value = fc.record({
      tier: fc.constantFrom(...defaultPolicy.tiers.map(tier => tier.id)),
      rto: fc.constantFrom('PT0S', 'PT9H', 'PT10H', 'P1D'),
      rpo: fc.constantFrom('PT0S', 'PT5M', 'P1D', 'none'),
    });
    fc.assert(
      fc.property(value, value, (a, b) => {
        const forth = compareAgreedValues(a, b, defaultPolicy);
        const back = compareAgreedValues(b, a, defaultPolicy);
        for (const field of ['tier', 'rto', 'rpo'] as const) {
          const sides = [forth, back].filter(side => side.includes(field));
          expect(sides).toHaveLength(a[field] === b[field] ? 0 : 1);
        }
      }),
    );
  });
});
