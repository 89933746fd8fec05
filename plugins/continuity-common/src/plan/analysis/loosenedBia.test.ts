import { defaultPolicy } from '../../policy/defaultPolicy';
import { aBia } from './aBia';
import { loosenedBia } from './loosenedBia';

const of = (word: string, rpo: string | null = 'PT1H') =>
  aBia({ rated: { financial: word }, rpo }).result;
const options = { policy: defaultPolicy, wrt: null };

describe('loosenedBia', () => {
  it.each([
    ['renewed unchanged', of('nmscc'), of('nmscc'), []],
    ['a shorter MTPD', of('nmscc'), of('nsccc'), []],
    ['a longer MTPD within the tier', of('nsccc'), of('nmscc'), ['mtpd']],
    [
      'a longer MTPD in a less critical tier',
      of('nmscc', 'P1D'),
      of('nnmsc', 'P1D'),
      ['mtpd', 'tier'],
    ],
    [
      'an MTPD that falls away',
      of('nmscc', 'P1D'),
      of('nnnnn', 'P1D'),
      ['mtpd', 'tier'],
    ],
    ['a longer RPO', of('nmscc', 'PT5M'), of('nmscc', 'PT1H'), ['rpo', 'tier']],
    ['a shorter RPO', of('nmscc', 'PT1H'), of('nmscc', 'PT0S'), []],
    [
      'holds no data any more',
      of('nsccc', 'PT1H'),
      of('nsccc', 'none'),
      ['rpo'],
    ],
    ['holds data now', of('nsccc', 'none'), of('nsccc', 'PT1H'), []],
    [
      'tolerated for longer where nothing was intolerable',
      of('nm---', 'P1D'),
      of('nmmmm', 'P1D'),
      ['tier'],
    ],
    [
      'no tier fitted, one does now',
      of('nsccc', 'PT0S'),
      of('nsccc', 'PT5M'),
      ['rpo', 'tier'],
    ],
  ])('%s', (_, before, after, loosened) => {
    expect(loosenedBia(before, after, options)).toEqual(loosened);
  });
});
