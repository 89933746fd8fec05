import {
  describeDuration,
  describeRpo,
  describeRto,
  formatIsoDuration,
} from './formatDuration';

describe('formatIsoDuration', () => {
  it.each<[number, string]>([
    [0, 'PT0S'],
    [1, 'PT1S'],
    [60, 'PT1M'],
    [5_400, 'PT1H30M'],
    [86_399, 'PT23H59M59S'],
    [86_400, 'P1D'],
    [86_401, 'P1DT1S'],
    [129_600, 'P1DT12H'],
    [1_209_600, 'P14D'],
  ])('writes %d s as %s', (seconds, iso) => {
    expect(formatIsoDuration(seconds)).toBe(iso);
  });

  it.each([-1, 0.5, NaN, Infinity, 2 ** 53])('refuses %d', seconds => {
    expect(() => formatIsoDuration(seconds)).toThrow(RangeError);
  });
});

describe('describeDuration', () => {
  it.each<[number, string]>([
    [0, '0'],
    [30, '30 s'],
    [2_400, '40 min'],
    [5_400, '1 h 30 min'],
    [14_400, '4 h'],
    [86_400, '24 h'],
    [86_460, '1 d 1 min'],
    [129_600, '1 d 12 h'],
    [172_800, '2 d'],
    [3_725, '1 h 2 min 5 s'],
    [3_599.6, '1 h'],
    [-2_400, '−40 min'],
    [-0.2, '0'],
  ])('says %d s as %j', (seconds, text) => {
    expect(describeDuration(seconds)).toBe(text);
  });

  it('refuses what is no number of seconds', () => {
    expect(() => describeDuration(NaN)).toThrow(RangeError);
  });
});

describe('Zero means something else in each field', () => {
  it('is no interruption for the RTO', () => {
    expect(describeRto(0)).toBe('0 (no interruption)');
    expect(describeRto(14_400)).toBe('4 h');
  });

  it('is no loss for the RPO, which is not the same as holding no data', () => {
    expect(describeRpo({ kind: 'duration', seconds: 0, iso: 'PT0S' })).toBe(
      '0 (no loss)',
    );
    expect(describeRpo({ kind: 'none' })).toBe('holds no data');
    expect(describeRpo({ kind: 'duration', seconds: 300, iso: 'PT5M' })).toBe(
      '5 min',
    );
  });
});
