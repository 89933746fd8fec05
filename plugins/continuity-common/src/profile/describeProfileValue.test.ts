import { describeProfileValue } from './describeProfileValue';
import { durationSeconds } from '../terms/durationSeconds';

describe('describeProfileValue', () => {
  it.each([
    ['rto', 'PT4H', '4 h'],
    ['rto', 'PT0S', '0 (no interruption)'],
    ['rto', null, 'not set'],
    ['rpo', 'PT0S', '0 (no loss)'],
    ['rpo', 'none', 'holds no data'],
    ['rpo', undefined, 'not set'],
    ['mtpd', 'P1D', '24 h'],
    ['wrt', 'PT0S', '0'],
    ['tier', 'tier-1', 'tier-1'],
  ] as const)('says the %s %s as "%s"', (field, value, words) => {
    expect(describeProfileValue(field, value)).toBe(words);
  });
});

describe('durationSeconds', () => {
  it('gives the same seconds when asked again', () => {
    expect(durationSeconds('PT1H30M')).toBe(5400);
    expect(durationSeconds('PT1H30M')).toBe(5400);
    expect(durationSeconds('PT0S')).toBe(0);
  });

  it.each(['none', 'soon'])('throws on "%s"', text => {
    expect(() => durationSeconds(text)).toThrow(RangeError);
  });
});
