import { formatDay, formatDueDay } from './formatDay';

const now = new Date('2026-06-10T09:00:00Z');

describe('formatDay and formatDueDay', () => {
  it.each([
    ['2026-06-30T12:00:00Z', 'en-GB', '30 Jun'],
    ['2026-06-30T12:00:00Z', 'en-US', 'Jun 30'],
    ['2026-06-30T12:00:00Z', 'de', '30. Juni'],
    ['2027-01-02T12:00:00Z', 'en-GB', '2 Jan 2027'],
  ])('writes %s for a reader of %s', (iso, locale, text) => {
    expect(formatDay(iso, { locale, now })).toBe(text);
  });

  it('names the last day in time, since deadlines end with their day', () => {
    const days = { locale: 'en-GB', now };
    expect(formatDueDay('2026-07-01T00:00:00Z', days)).toBe('30 Jun');
    expect(formatDueDay('2026-07-01T12:00:00Z', days)).toBe('1 Jul');
  });

  it('counts days in the zone of the policy, not of the reader', () => {
    const berlin = { locale: 'en-GB', now, timeZone: 'Europe/Berlin' };
    expect(formatDueDay('2026-06-30T22:00:00Z', berlin)).toBe('30 Jun');
    expect(formatDay('2026-06-30T22:00:00Z', berlin)).toBe('1 Jul');
  });
});
