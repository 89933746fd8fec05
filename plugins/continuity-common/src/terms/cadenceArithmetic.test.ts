import fc from 'fast-check';
import { DateTime } from 'luxon';
import { parseCadence, type Cadence } from './cadence';
import { addCadence, subtractCadence } from './cadenceArithmetic';

function cadence(iso: string): Cadence {
  const parsed = parseCadence(iso);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.cadence;
}

describe('addCadence follows the calendar of the zone', () => {
  it.each<[string, string, string, string, string]>([
    [
      'January ends in February',
      '2026-01-31T12:00:00Z',
      'P1M',
      'UTC',
      '2026-02-28T12:00:00.000Z',
    ],
    [
      'a leap February has 29 days',
      '2028-01-31T12:00:00Z',
      'P1M',
      'UTC',
      '2028-02-29T12:00:00.000Z',
    ],
    [
      '29 February has 28 a year later',
      '2028-02-29T12:00:00Z',
      'P1Y',
      'UTC',
      '2029-02-28T12:00:00.000Z',
    ],
    [
      'and 29 again after four years',
      '2028-02-29T12:00:00Z',
      'P4Y',
      'UTC',
      '2032-02-29T12:00:00.000Z',
    ],
    [
      'a century without a leap day',
      '2096-02-29T12:00:00Z',
      'P4Y',
      'UTC',
      '2100-02-28T12:00:00.000Z',
    ],
    [
      'twelve months are a year',
      '2028-02-29T12:00:00Z',
      'P12M',
      'UTC',
      '2029-02-28T12:00:00.000Z',
    ],
    [
      'weeks and days',
      '2026-03-01T00:00:00Z',
      'P1W3D',
      'UTC',
      '2026-03-11T00:00:00.000Z',
    ],
    [
      'over the end of the year',
      '2026-11-30T00:00:00Z',
      'P3M',
      'UTC',
      '2027-02-28T00:00:00.000Z',
    ],
    [
      'Berlin keeps 09:00 into summer',
      '2026-03-28T08:00:00Z',
      'P1D',
      'Europe/Berlin',
      '2026-03-29T07:00:00.000Z',
    ],
    [
      'Berlin keeps 09:00 into winter',
      '2026-10-24T07:00:00Z',
      'P1D',
      'Europe/Berlin',
      '2026-10-25T08:00:00.000Z',
    ],
    [
      'a quarter over the change in Berlin',
      '2026-01-15T08:00:00Z',
      'P3M',
      'Europe/Berlin',
      '2026-04-15T07:00:00.000Z',
    ],
    [
      '02:30 does not exist in Berlin that day',
      '2026-03-28T01:30:00Z',
      'P1D',
      'Europe/Berlin',
      '2026-03-29T01:30:00.000Z',
    ],
    [
      '02:30 exists twice: the first',
      '2026-10-24T00:30:00Z',
      'P1D',
      'Europe/Berlin',
      '2026-10-25T00:30:00.000Z',
    ],
    [
      'New York keeps 09:00 into summer',
      '2026-03-07T14:00:00Z',
      'P1D',
      'America/New_York',
      '2026-03-08T13:00:00.000Z',
    ],
    [
      'New York keeps 09:00 into winter',
      '2026-10-31T13:00:00Z',
      'P1D',
      'America/New_York',
      '2026-11-01T14:00:00.000Z',
    ],
    [
      'the zone decides which day it is',
      '2026-02-01T02:00:00Z',
      'P1M',
      'America/New_York',
      '2026-03-01T02:00:00.000Z',
    ],
    [
      'where UTC says otherwise',
      '2026-02-01T02:00:00Z',
      'P1M',
      'UTC',
      '2026-03-01T02:00:00.000Z',
    ],
    [
      '31 January in New York is 1 February in UTC',
      '2028-02-01T02:00:00Z',
      'P1M',
      'America/New_York',
      '2028-03-01T02:00:00.000Z',
    ],
    [
      '31 March evening in New York',
      '2026-04-01T01:00:00Z',
      'P1M',
      'America/New_York',
      '2026-05-01T01:00:00.000Z',
    ],
    [
      'the same instant in UTC is 1 April',
      '2026-04-01T01:00:00Z',
      'P2M',
      'UTC',
      '2026-06-01T01:00:00.000Z',
    ],
    [
      '31 August evening in New York',
      '2026-09-01T02:00:00Z',
      'P6M',
      'America/New_York',
      '2027-03-01T03:00:00.000Z',
    ],
    [
      'an offset in the text is understood',
      '2026-01-31T13:00:00+01:00',
      'P1M',
      'UTC',
      '2026-02-28T12:00:00.000Z',
    ],
  ])('%s', (_, from, iso, zone, expected) => {
    expect(addCadence(from, cadence(iso), zone)).toBe(expected);
  });

  it.each<[string, string, string]>([
    ['2026-03-31T12:00:00Z', 'P1M', '2026-02-28T12:00:00.000Z'],
    ['2028-02-29T12:00:00Z', 'P1Y', '2027-02-28T12:00:00.000Z'],
    ['2026-06-30T00:00:00Z', 'P30D', '2026-05-31T00:00:00.000Z'],
  ])('subtractCadence: %s less %s', (from, iso, expected) => {
    expect(subtractCadence(from, cadence(iso), 'UTC')).toBe(expected);
  });

  it('subtractCadence keeps the wall time over a change of the clocks', () => {
    expect(
      subtractCadence('2026-03-29T07:00:00Z', cadence('P1D'), 'Europe/Berlin'),
    ).toBe('2026-03-28T08:00:00.000Z');
  });

  it.each([
    ['2026-01-31', 'UTC'],
    ['2026-01-31T12:00:00', 'UTC'],
    ['2026-02-30T12:00:00Z', 'UTC'],
    ['yesterday', 'UTC'],
    ['2026-01-31T12:00:00Z', 'Mars/Phobos'],
    ['2026-01-31T12:00:00Z', '+01:00'],
  ])('refuses %s in %s', (from, zone) => {
    expect(() => addCadence(from, cadence('P1M'), zone)).toThrow(RangeError);
  });
});

describe('For any instant, cadence and zone', () => {
  const zone = fc.constantFrom(
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'America/Sao_Paulo',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
    'Pacific/Apia',
  );
  const instant = fc
    .date({
      min: new Date('2000-01-01T00:00:00Z'),
      max: new Date('2100-01-01T00:00:00Z'),
      noInvalidDate: true,
    })
    .map(date => date.toISOString());
  const anyCadence: fc.Arbitrary<Cadence> = fc
    .record({
      years: fc.nat(5),
      months: fc.nat(24),
      weeks: fc.nat(10),
      days: fc.nat(100),
    })
    .filter(c => c.years + c.months + c.weeks + c.days > 0);
  const dayOf = (iso: string, inZone: string) =>
    DateTime.fromISO(iso, { zone: inZone }).toISODate()!;

  it('adding is later than the start, subtracting is earlier', () => {
    fc.assert(
      fc.property(instant, anyCadence, zone, (from, step, z) => {
        expect(addCadence(from, step, z) > from).toBe(true);
        expect(subtractCadence(from, step, z) < from).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('a later day never leads to an earlier day', () => {
    const pair = fc.tuple(instant, fc.nat(40 * 86_400));
    fc.assert(
      fc.property(pair, anyCadence, zone, ([from, gap], step, z) => {
        const later = new Date(Date.parse(from) + gap * 1000).toISOString();
        const first = dayOf(addCadence(from, step, z), z);
        const second = dayOf(addCadence(later, step, z), z);
        expect(first <= second).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('the wall time stays, unless the clocks skip it', () => {
    fc.assert(
      fc.property(instant, anyCadence, zone, (from, step, z) => {
        const start = DateTime.fromISO(from, { zone: z });
        const end = DateTime.fromISO(addCadence(from, step, z), { zone: z });
        const kept =
          end.toFormat('HH:mm:ss.SSS') === start.toFormat('HH:mm:ss.SSS');
        const clocksChangedThatDay =
          end.startOf('day').offset !== end.endOf('day').offset;
        expect(kept || clocksChangedThatDay).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
