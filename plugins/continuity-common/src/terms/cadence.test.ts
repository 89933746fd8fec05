import { z } from 'zod';
import {
  describeCadence,
  describeCadenceLength,
  parseCadence,
} from './cadence';
import { cadenceSchema } from './cadenceSchema';

const NOTHING = { years: 0, months: 0, weeks: 0, days: 0 };

describe('A cadence is accepted', () => {
  it.each([
    ['P1Y', { years: 1 }, 'P1Y'],
    ['P3M', { months: 3 }, 'P3M'],
    ['P2W', { weeks: 2 }, 'P2W'],
    ['P30D', { days: 30 }, 'P30D'],
    ['P1Y6M', { years: 1, months: 6 }, 'P1Y6M'],
    ['P1Y2M3W4D', { years: 1, months: 2, weeks: 3, days: 4 }, 'P1Y2M3W4D'],
    ['P12M', { months: 12 }, 'P12M'],
    ['p3m', { months: 3 }, 'P3M'],
    [' P1Y ', { years: 1 }, 'P1Y'],
    ['P01Y', { years: 1 }, 'P1Y'],
    ['P0Y3M', { months: 3 }, 'P3M'],
    ['P100Y', { years: 100 }, 'P100Y'],
  ])('%j', (text, parts, iso) => {
    expect(parseCadence(text)).toEqual({
      ok: true,
      cadence: { ...NOTHING, ...parts },
      iso,
    });
  });
});

describe('A cadence is refused with what to write instead', () => {
  it.each<[string, RegExp]>([
    ['', /no cadence here.*"P1Y"/],
    ['P', /is no cadence.*"P1Y"/],
    ['P0D', /more than zero/],
    ['P0Y0M', /more than zero/],
    ['PT24H', /hours, minutes or seconds/],
    ['P1DT12H', /hours, minutes or seconds/],
    ['P0.5Y', /decimals.*"P6M"/],
    ['P1,5M', /decimals/],
    ['-P1Y', /negative/],
    ['P-1Y', /negative/],
    ['P3M1Y', /out of order.*"P1Y6M"/],
    ['P1M1M', /twice/],
    ['P101Y', /at most a hundred years/],
    ['P999999999999999999999D', /at most a hundred years/],
    ['3 months', /Write "P3M"/],
    ['every 3 months', /Write "P3M"/],
    ['1 year', /Write "P1Y"/],
    ['2 weeks', /Write "P2W"/],
    ['90 days', /Write "P90D"/],
    ['2 quarters', /Write "P6M"/],
    ['Yearly', /Write "P1Y"/],
    ['once a year', /Write "P1Y"/],
    ['quarterly', /Write "P3M"/],
    ['0 days', /is no cadence/],
    ['3m', /is no cadence/],
    ['6', /is no cadence/],
    ['TBD', /is no cadence/],
    ['0 3 * * *', /is no cadence/],
  ])('%j', (text, message) => {
    expect(parseCadence(text)).toEqual({
      ok: false,
      message: expect.stringMatching(message),
    });
  });
});

describe('A cadence for people', () => {
  it.each([
    ['P1Y', '1 year', 'every year'],
    ['P3M', '3 months', 'every 3 months'],
    ['P1W', '1 week', 'every week'],
    ['P30D', '30 days', 'every 30 days'],
    ['P1Y6M', '1 year 6 months', 'every 1 year 6 months'],
  ])('%s is %j', (iso, length, every) => {
    expect(describeCadenceLength(iso)).toBe(length);
    expect(describeCadence(iso)).toBe(every);
  });

  it('refuses what is no cadence', () => {
    expect(() => describeCadence('PT1H')).toThrow(RangeError);
  });
});

describe('cadenceSchema', () => {
  it('gives ISO text, or the refusal as the message', () => {
    expect(cadenceSchema.parse('p3m')).toBe('P3M');
    expect(
      cadenceSchema.safeParse('quarterly').error?.issues[0].message,
    ).toMatch(/Write "P3M"/);
    expect(cadenceSchema.safeParse(12).error?.issues[0].message).toMatch(
      /"P1Y"/,
    );
  });

  it.each(['input', 'output'] as const)(
    'is a string in the JSON Schema of the %s',
    io => {
      expect(z.toJSONSchema(cadenceSchema, { io })).toMatchObject({
        type: 'string',
      });
    },
  );
});
