import { monthsOf, spanAround, spanTitle, turnSpan } from './scheduleWindow';

describe('the windows of the calendar', () => {
  it.each([
    ['month', '2026-06-17', '2026-06-01', '2026-07-01'],
    ['quarter', '2026-06-17', '2026-04-01', '2026-07-01'],
    ['year', '2026-06-17', '2026-01-01', '2027-01-01'],
  ] as const)('a %s around %s is from %s to %s', (span, day, start, end) => {
    expect(spanAround(span, day)).toEqual({ start, end });
  });

  it.each([
    ['month', '2026-01-31', -1, '2025-12-01'],
    ['quarter', '2026-11-30', 1, '2027-01-01'],
    ['year', '2026-02-28', -1, '2025-01-01'],
  ] as const)('from a %s one turns to the next', (span, day, by, turned) => {
    expect(turnSpan(span, day, by)).toBe(turned);
  });

  it('reach as far as the weeks at both edges, and leave no day out between months', () => {
    const months = monthsOf('quarter', '2026-06-17');
    expect(months).toEqual([
      { month: '2026-04-01', from: '2026-03-25', to: '2026-04-30' },
      { month: '2026-05-01', from: '2026-05-01', to: '2026-05-31' },
      { month: '2026-06-01', from: '2026-06-01', to: '2026-07-14' },
    ]);
  });

  it.each([
    ['month', 'June 2026'],
    ['quarter', 'April – June 2026'],
    ['year', '2026'],
  ] as const)('are named: a %s is "%s"', (span, title) => {
    expect(spanTitle(span, '2026-06-17', 'en')).toBe(title);
  });
});
