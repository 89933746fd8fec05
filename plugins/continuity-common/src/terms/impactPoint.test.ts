import { describeImpactPoint, parseImpactPoint } from './impactPoint';

describe('parseImpactPoint', () => {
  it.each([
    ['1h', 'PT1H'],
    ['PT4H', 'PT4H'],
    ['24 h', 'P1D'],
    ['P3D', 'P3D'],
    ['1w', 'P7D'],
    ['P1W', 'P7D'],
    ['2 weeks', 'P14D'],
  ])('reads %s as %s', (text, iso) => {
    expect(parseImpactPoint(text)).toMatchObject({ ok: true, iso });
  });

  it.each([
    ['0', 'the moment at which the disruption begins'],
    ['PT0S', 'the moment at which the disruption begins'],
    ['0 weeks', 'the moment at which the disruption begins'],
    ['P1M', 'month'],
    ['1-2 weeks', 'a range'],
    ['soon', 'soon'],
  ])('refuses %s and says why', (text, why) => {
    const parsed = parseImpactPoint(text);
    expect(parsed.ok ? '' : parsed.message).toContain(why);
  });
});

describe('describeImpactPoint', () => {
  it.each([
    ['PT1H', '1 h'],
    ['P1D', '24 h'],
    ['P3D', '3 d'],
    ['P7D', '1 week'],
    ['P14D', '2 weeks'],
    ['P10D', '10 d'],
  ])('writes %s as %s', (iso, words) => {
    expect(describeImpactPoint(iso)).toBe(words);
  });
});
