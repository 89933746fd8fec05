import fc from 'fast-check';
import { parseRpo, parseTargetDuration } from './duration';
import { formatIsoDuration } from './formatDuration';

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

function messageOf(text: string): string {
  const parsed = parseTargetDuration(text);
  return parsed.ok ? `accepted as ${parsed.iso}` : parsed.message;
}

describe('A target duration is accepted as people write it', () => {
  it.each<[string, number, string]>([
    // ISO 8601
    ['PT4H', 4 * HOUR, 'PT4H'],
    ['PT90M', 90 * MINUTE, 'PT1H30M'],
    ['PT24H', DAY, 'P1D'],
    ['PT36H', 36 * HOUR, 'P1DT12H'],
    ['P1DT12H', 36 * HOUR, 'P1DT12H'],
    ['P3D', 3 * DAY, 'P3D'],
    ['P14D', 14 * DAY, 'P14D'],
    ['P1DT2H3M4S', DAY + 2 * HOUR + 3 * MINUTE + 4, 'P1DT2H3M4S'],
    ['PT1.5H', 90 * MINUTE, 'PT1H30M'],
    ['PT1,5H', 90 * MINUTE, 'PT1H30M'],
    ['P0.5D', 12 * HOUR, 'PT12H'],
    ['P1DT0.5H', DAY + 30 * MINUTE, 'P1DT30M'],
    ['PT0.1H', 6 * MINUTE, 'PT6M'],
    ['PT1,500M', 90, 'PT1M30S'],
    ['PT3600S', HOUR, 'PT1H'],
    ['pt4h', 4 * HOUR, 'PT4H'],
    ['Pt30m', 30 * MINUTE, 'PT30M'],
    ['PT004H', 4 * HOUR, 'PT4H'],
    ['  PT4H\n', 4 * HOUR, 'PT4H'],
    ['PT0S', 0, 'PT0S'],
    ['P0D', 0, 'PT0S'],
    ['PT1.0S', 1, 'PT1S'],
    // zero
    ['0', 0, 'PT0S'],
    [' 0 ', 0, 'PT0S'],
    ['0.0', 0, 'PT0S'],
    ['0h', 0, 'PT0S'],
    ['0 min', 0, 'PT0S'],
    // short forms
    ['90m', 90 * MINUTE, 'PT1H30M'],
    ['4h', 4 * HOUR, 'PT4H'],
    ['4H', 4 * HOUR, 'PT4H'],
    ['4 h', 4 * HOUR, 'PT4H'],
    ['4\u00a0h', 4 * HOUR, 'PT4H'],
    ['1.5 hr', 90 * MINUTE, 'PT1H30M'],
    ['1,5 hrs', 90 * MINUTE, 'PT1H30M'],
    ['.5 h', 30 * MINUTE, 'PT30M'],
    ['0.1h', 6 * MINUTE, 'PT6M'],
    ['0,125 h', 450, 'PT7M30S'],
    ['1d 12h', 36 * HOUR, 'P1DT12H'],
    ['1d12h', 36 * HOUR, 'P1DT12H'],
    ['30 min', 30 * MINUTE, 'PT30M'],
    ['30 min.', 30 * MINUTE, 'PT30M'],
    ['30 Mins', 30 * MINUTE, 'PT30M'],
    ['2 days', 2 * DAY, 'P2D'],
    ['1 day', DAY, 'P1D'],
    ['24 hours', DAY, 'P1D'],
    ['48 hrs.', 2 * DAY, 'P2D'],
    ['1 hour 30 minutes', 90 * MINUTE, 'PT1H30M'],
    ['1 hour and 30 minutes', 90 * MINUTE, 'PT1H30M'],
    ['1 day, 12 hours', 36 * HOUR, 'P1DT12H'],
    ['1 day, 2 hours, and 5 minutes', DAY + 7500, 'P1DT2H5M'],
    ['1 h & 5 min', 65 * MINUTE, 'PT1H5M'],
    ['90 sec', 90, 'PT1M30S'],
    ['45s', 45, 'PT45S'],
    ['1 second', 1, 'PT1S'],
    ['1H 30M', 90 * MINUTE, 'PT1H30M'],
    ['3650 days', 3650 * DAY, 'P3650D'],
  ])('%j', (text, seconds, iso) => {
    expect(parseTargetDuration(text)).toEqual({ ok: true, seconds, iso });
  });
});

const REFUSED: Array<[string, RegExp]> = [
  // nothing, or far too much
  ['', /no time here.*"PT4H"/],
  ['   ', /no time here/],
  ['a'.repeat(5000), /^.{0,200}too long.*"PT4H"/],
  // years, months, weeks
  ['P1Y', /years or months.*no fixed length.*days.*"P30D"/],
  ['1 year', /years or months.*days/],
  ['P3M', /months.*no fixed length.*"P30D".*"PT3M"/],
  ['3 months', /years or months.*"P30D"/],
  ['1 mo', /years or months/],
  ['P1W', /Weeks are not used.*"P7D"/],
  ['2 weeks', /Weeks are not used.*"P14D"/],
  ['2w', /"P14D"/],
  ['1 week 2 days', /Weeks are not used/],
  ['P1Y2DT4H', /years or months/],
  // ranges
  ['4-6 h', /"4-6 h" is a range.*"PT4H" or "PT6H"/],
  ['4–6h', /range.*"PT4H" or "PT6H"/],
  ['4 to 6 hours', /range.*"PT4H" or "PT6H"/],
  ['2-4', /range/],
  ['30 min - 1 h', /range.*"PT30M" or "PT1H"/],
  ['1h-2h', /range.*"PT1H" or "PT2H"/],
  ['PT4H/PT6H', /range.*"PT4H" or "PT6H"/],
  ['PT4H-PT6H', /range/],
  ['4 or 8 hours', /range.*"PT4H" or "PT8H"/],
  ['4..6 h', /range/],
  ['between 4 and 6 hours', /range.*"PT4H" or "PT6H"/],
  ['1-2 weeks', /range/],
  // bounds
  ['<=5 min', /bound.*longest.*"PT5M"/],
  ['< 15 min', /bound.*"PT15M"/],
  ['≤ 5', /bound.*"PT4H"/],
  ['≤5m', /bound.*"PT5M"/],
  ['>4h', /bound.*"PT4H"/],
  ['30+ days', /bound.*"P30D"/],
  ['30 days+', /bound.*"P30D"/],
  ['max 4h', /bound.*"PT4H"/],
  ['Max. 4 hours', /bound/],
  ['4h max', /bound.*"PT4H"/],
  ['min 4h', /bound/],
  ['~4h', /bound.*"PT4H"/],
  ['≈ 2 h', /bound.*"PT2H"/],
  ['up to 2h', /bound.*"PT2H"/],
  ['at most 1 day', /bound.*"P1D"/],
  ['less than 4 hours', /bound.*"PT4H"/],
  ['within 4 hours', /bound.*"PT4H"/],
  ['about 4h', /bound/],
  ['approx. 4 hours', /bound/],
  ['4h or less', /bound.*"PT4H"/],
  ['no more than 4 h', /bound.*"PT4H"/],
  // clock forms
  ['01:12:00', /time of day.*"PT1H12M"/],
  ['4:00', /time of day.*units/],
  ['PT01:12:00', /time of day.*"PT1H12M"/],
  // bare numbers, negatives, signs
  ['4', /no unit: hours or minutes\?.*"4 h".*"4 min".*Only "0"/],
  ['1.5', /no unit.*"1.5 h"/],
  ['30', /no unit/],
  ['-4h', /negative/],
  ['-4', /negative/],
  ['−4 h', /negative/],
  ['-PT4H', /negative/],
  ['PT-4H', /negative/],
  ['P-1D', /negative/],
  ['+4h', /sign.*"PT4H"/],
  // units repeated or out of order, numbers without one
  ['PT1H1H', /same unit twice/],
  ['PT5M1H', /out of order/],
  ['1h 30m 15m', /same unit twice/],
  ['1 hr 2 hours', /same unit twice/],
  ['12h 1d', /out of order.*"1 d 12 h"/],
  ['30 min 1 h', /out of order/],
  ['1h30', /last number.*no unit.*"1 h 30 min"/],
  ['PT4H30', /not a complete ISO 8601 duration.*"PT4H30M"/],
  ['P4H', /must come after a T.*"PT4H"/],
  ['PT1D', /days must come before the T/],
  ['P', /not a complete ISO/],
  ['PT', /not a complete ISO/],
  ['P1DT', /not a complete ISO/],
  ['P1D T12H', /not a complete ISO/],
  ['1 h and', /no time that can be read/],
  ['1 hour, ', /no time that can be read/],
  ['5 parsecs', /"parsecs" is no unit/],
  ['3M', /minutes or months.*"3 min"/],
  // numbers that are not whole seconds, or not clear
  ['PT1.5S', /whole seconds.*"PT2S"/],
  ['0.4 s', /whole seconds.*"PT1S"/],
  ['0.3333 h', /whole seconds.*"PT20M"/],
  ['500 ms', /whole seconds/],
  ['1.5d 2h', /only the last unit may have decimals/],
  ['1,500 min', /thousands.*"1\.500 min" or "1500 min"/],
  ['3651 days', /longer than 3650 days.*"P3650D"/],
  ['P99999999999999999999D', /longer than 3650 days/],
  ['PT315360000.5S', /longer than 3650 days/],
  // words
  ['best effort', /promises no time.*leave this out/],
  ['Best-Effort (4h)', /promises no time/],
  ['ASAP', /promises no time/],
  ['TBD', /Leave this out until/],
  ['tbc', /Leave this out until/],
  ['to be defined', /Leave this out until/],
  ['unknown', /Leave this out until/],
  ['?', /Leave this out until/],
  ['-', /Leave this out until/],
  ['—', /Leave this out until/],
  ['null', /Leave this out until/],
  ['n/a', /Leave this out/],
  ['N.A.', /Leave this out/],
  ['not applicable', /Leave this out/],
  ['none', /for the RPO only/],
  ['NONE', /for the RPO only/],
  ['immediate', /Write "0"/],
  ['zero', /Write "0"/],
  ['{{ values.rto }}', /placeholder/],
  ['${{ values.rto }}', /placeholder/],
  ['<rto>', /placeholder/],
  ['2 business days', /working time/],
  ['8 working hours', /working time/],
  ['2026-06-30', /is a date/],
  ['four hours', /no time that can be read.*"PT4H"/],
  ['same day', /no time that can be read/],
  ['24/7', /no time that can be read/],
  ['99.9%', /no time that can be read/],
  ['4h RTO', /no time that can be read/],
  ['1e3 s', /no time|no unit/],
];

describe('A target duration is refused with what to write instead', () => {
  it.each(REFUSED)('%j', (text, message) => {
    const parsed = parseTargetDuration(text);
    expect(parsed).toEqual({
      ok: false,
      message: expect.stringMatching(message),
    });
  });

  it('never shouts, and what it suggests is accepted', () => {
    const messages = REFUSED.map(([text]) => messageOf(text));
    const suggestions = messages.flatMap(message =>
      [
        ...(/such as (.*)$/.exec(message)?.[1] ?? '').matchAll(/"([^"]+)"/g),
      ].map(([, suggestion]) => suggestion),
    );
    expect(messages.filter(message => message.includes('!'))).toEqual([]);
    expect(suggestions.length).toBeGreaterThan(REFUSED.length / 2);
    expect(suggestions.filter(text => !parseTargetDuration(text).ok)).toEqual(
      [],
    );
  });

  const saysWhatToWrite = (text: string) => {
    const parsed = parseTargetDuration(text);
    return parsed.ok
      ? parseTargetDuration(parsed.iso).ok
      : /[Ww]rite/.test(parsed.message);
  };

  it('says what to write for any text, and never throws', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 80 });
    const outcome = fc.check(fc.property(text, saysWhatToWrite), {
      numRuns: 2000,
    });
    expect(outcome.counterexample).toBeNull();
  });

  it('says what to write for every mix of the usual words and signs', () => {
    const pieces =
      'P T PT D H M S 0 4 1.5 30 , . - – + < ~ : / h min d weeks to or and max up-to n/a none'.split(
        ' ',
      );
    const text = fc
      .array(fc.constantFrom(' ', ...pieces), { maxLength: 8 })
      .map(chosen => chosen.join(''));
    const outcome = fc.check(fc.property(text, saysWhatToWrite), {
      numRuns: 5000,
    });
    expect(outcome.counterexample).toBeNull();
  });
});

describe('A recovery point objective', () => {
  it.each(['none', 'None', ' NONE '])('holds no data when it says %j', text => {
    expect(parseRpo(text)).toEqual({ ok: true, value: { kind: 'none' } });
  });

  it.each<[string, number, string]>([
    ['0', 0, 'PT0S'],
    ['15 min', 15 * MINUTE, 'PT15M'],
    ['PT24H', DAY, 'P1D'],
  ])('is a time when it says %j', (text, seconds, iso) => {
    expect(parseRpo(text)).toEqual({
      ok: true,
      value: { kind: 'duration', seconds, iso },
    });
  });

  it.each<[string, RegExp]>([
    ['n/a', /Write "none" if it holds no data, "0" if no loss/],
    ['N/A', /"none"/],
    ['NA', /"none"/],
    ['not applicable', /"none"/],
    ['stateless', /"none"/],
    ['TBD', /Leave this out until/],
    ['4', /hours or minutes/],
    ['', /no time here/],
  ])('is refused when it says %j', (text, message) => {
    expect(parseRpo(text)).toEqual({
      ok: false,
      message: expect.stringMatching(message),
    });
  });

  it('keeps zero, none and refused apart', () => {
    const answers = ['0', 'none', ''].map(text =>
      JSON.stringify(parseRpo(text)),
    );
    expect(new Set(answers).size).toBe(3);
  });
});

describe('Reading and writing durations', () => {
  const seconds = fc.integer({ min: 0, max: 3650 * DAY });

  it('gives the same seconds back after a round trip through ISO text', () => {
    fc.assert(
      fc.property(seconds, amount => {
        const iso = formatIsoDuration(amount);
        expect(parseTargetDuration(iso)).toEqual({
          ok: true,
          seconds: amount,
          iso,
        });
      }),
    );
  });

  it('reads every decimal of hours that comes to whole seconds exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8_760_000 }), n => {
        const text = `${Math.floor(n / 1000)}.${String(n % 1000).padStart(
          3,
          '0',
        )} h`;
        expect(parseTargetDuration(text)).toMatchObject(
          n % 5 === 0
            ? { ok: true, seconds: Math.round(n * 3.6) }
            : { ok: false },
        );
      }),
    );
  });

  it('reads short forms like the ISO form with the same numbers', () => {
    const amounts = fc.tuple(fc.nat(300), fc.nat(99), fc.nat(99), fc.nat(99));
    fc.assert(
      fc.property(amounts, ([d, h, m, s]) => {
        expect(
          parseTargetDuration(`${d}d ${h} hrs, ${m}min ${s} seconds`),
        ).toEqual(parseTargetDuration(`P${d}DT${h}H${m}M${s}S`));
      }),
    );
  });
});
