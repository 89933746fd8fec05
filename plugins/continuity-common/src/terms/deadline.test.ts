import fc from 'fast-check';
import { endOfDayInZone, parseDeadline } from './deadline';
import { isIanaZone, timeZoneSchema } from './deadlineZone';

describe('A day ends at the first instant after it, in the zone', () => {
  it.each<[string, string, string]>([
    ['2026-06-30', 'UTC', '2026-07-01T00:00:00.000Z'],
    ['2026-06-30', 'Europe/Berlin', '2026-06-30T22:00:00.000Z'],
    ['2026-12-31', 'Europe/Berlin', '2026-12-31T23:00:00.000Z'],
    ['2026-06-30', 'America/New_York', '2026-07-01T04:00:00.000Z'],
    ['2028-02-28', 'UTC', '2028-02-29T00:00:00.000Z'],
    ['2028-02-29', 'UTC', '2028-03-01T00:00:00.000Z'],
    // days of 23 and of 25 hours
    ['2026-03-29', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
    ['2026-03-08', 'America/New_York', '2026-03-09T04:00:00.000Z'],
    ['2026-11-01', 'America/New_York', '2026-11-02T05:00:00.000Z'],
    // the next midnight does not exist, or exists twice
    ['2018-11-03', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    ['2024-03-30', 'Asia/Beirut', '2024-03-30T22:00:00.000Z'],
    ['2025-11-01', 'America/Havana', '2025-11-02T04:00:00.000Z'],
    // a whole day that was skipped
    ['2011-12-29', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('%s in %s ends at %s', (date, zone, end) => {
    expect(endOfDayInZone(date, zone)).toBe(end);
  });

  it.each([
    ['2026-02-29', 'UTC'],
    ['2026-6-3', 'UTC'],
    ['2026-06', 'UTC'],
    ['2026-06-30T00:00:00Z', 'UTC'],
    ['', 'UTC'],
    ['2026-06-30', 'Nowhere'],
  ])('refuses %j in %j', (date, zone) => {
    expect(() => endOfDayInZone(date, zone)).toThrow(RangeError);
  });

  it('days follow each other, between 22 and 26 hours long', () => {
    const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York');
    const days = fc.integer({ min: 0, max: 40_000 });
    fc.assert(
      fc.property(days, zones, (n, zone) => {
        const day = (offset: number) =>
          new Date((n + offset) * 86_400_000).toISOString().slice(0, 10);
        const length =
          Date.parse(endOfDayInZone(day(1), zone)) -
          Date.parse(endOfDayInZone(day(0), zone));
        expect(length).toBeGreaterThan(22 * 3_600_000);
        expect(length).toBeLessThan(26 * 3_600_000);
      }),
    );
  });
});

describe('parseDeadline', () => {
  it('ends a date at the end of that day in the zone', () => {
    expect(parseDeadline(' 2026-06-30 ', 'Europe/Berlin')).toEqual({
      ok: true,
      instant: '2026-06-30T22:00:00.000Z',
      dateOnly: true,
    });
  });

  it.each([
    ['2026-06-30T17:00:00Z', '2026-06-30T17:00:00.000Z'],
    ['2026-06-30t17:00z', '2026-06-30T17:00:00.000Z'],
    ['2026-06-30T17:00:00.250+02:00', '2026-06-30T15:00:00.250Z'],
    ['2026-06-30T17:00-0400', '2026-06-30T21:00:00.000Z'],
  ])('takes the instant %s as it is', (text, instant) => {
    expect(parseDeadline(text, 'Europe/Berlin')).toEqual({
      ok: true,
      instant,
      dateOnly: false,
    });
  });

  it.each<[string, RegExp]>([
    [
      '2026-06-30T17:00:00',
      /does not say in which time zone.*"2026-06-30T17:00:00Z"/,
    ],
    ['2026-02-29', /does not exist in the calendar/],
    ['2026-13-01T00:00:00Z', /does not exist in the calendar/],
    ['30.06.2026', /Write a date such as "2026-06-30"/],
    ['2026-06', /Write a date/],
    ['soon', /Write a date/],
    ['', /Write a date/],
    ['20260630', /Write a date/],
    // moments compare as text, and those of five-digit years would come first
    ['9999-12-31', /too far/],
    ['9999-12-31T23:59:59-12:00', /too far/],
    ['0000-01-01T00:00:00+14:00', /too far/],
  ])('refuses %j', (text, message) => {
    expect(parseDeadline(text, 'UTC')).toEqual({
      ok: false,
      message: expect.stringMatching(message),
    });
  });

  it('does not blame the writer for an unknown zone', () => {
    expect(() => parseDeadline('2026-06-30', 'Nowhere')).toThrow(/Nowhere/);
  });
});

describe('A time zone', () => {
  it.each(['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata'])(
    'may be %s',
    zone => {
      expect(isIanaZone(zone)).toBe(true);
      expect(timeZoneSchema.parse(` ${zone} `)).toBe(zone);
    },
  );

  it.each(['', '+01:00', 'UTC+1', 'local', 'Mars/Phobos', 'Berlin', 'CEST'])(
    'may not be %j',
    zone => {
      expect(isIanaZone(zone)).toBe(false);
      expect(timeZoneSchema.safeParse(zone).error?.issues[0].message).toMatch(
        /IANA database, such as "Europe\/Berlin"/,
      );
    },
  );
});
