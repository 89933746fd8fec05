import { renewalDate } from './renewalDate';

describe('renewalDate', () => {
  it.each([
    ['2026-03-01', 'P1Y', 'UTC', '2027-03-01', '2027-03-02T00:00:00.000Z'],
    ['2026-01-31', 'P1M', 'UTC', '2026-02-28', '2026-03-01T00:00:00.000Z'],
    ['2026-01-30', 'P1M', 'UTC', '2026-02-28', '2026-03-01T00:00:00.000Z'],
    ['2024-02-29', 'P1Y', 'UTC', '2025-02-28', '2025-03-01T00:00:00.000Z'],
    [
      '2026-03-01',
      'P6M',
      'Europe/Berlin',
      '2026-09-01',
      '2026-09-01T22:00:00.000Z',
    ],
    [
      '2025-10-25',
      'P1D',
      'Europe/Berlin',
      '2025-10-26',
      '2025-10-26T23:00:00.000Z',
    ],
  ])('%s and %s in %s is %s', (day, cadence, zone, dueOn, dueAt) => {
    expect(renewalDate(day, cadence, zone)).toEqual({ dueOn, dueAt });
    expect(renewalDate(day, cadence, zone)).toEqual({ dueOn, dueAt });
  });

  it.each([
    ['2026-02-30', 'P1Y', 'UTC'],
    ['2026-02-03', 'PT1H', 'UTC'],
    ['2026-02-03', 'P1Y', 'Mars/Olympus'],
  ])('throws on %s, %s, %s', (day, cadence, zone) => {
    expect(() => renewalDate(day, cadence, zone)).toThrow(RangeError);
  });
});
