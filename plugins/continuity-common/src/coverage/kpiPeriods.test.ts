import { kpiPeriods } from './kpiPeriods';

const options = { now: '2026-06-15T10:00:00.000Z', timeZone: 'Europe/Vienna' };

describe('kpiPeriods', () => {
  it('takes the last 90 days up to now where nothing is said', () => {
    const parsed = kpiPeriods({}, options);
    expect(parsed).toMatchObject({
      ok: true,
      periods: {
        days: { from: '2026-03-18', to: '2026-06-15' },
        previousDays: { from: '2025-12-18', to: '2026-03-17' },
        current: { from: '2026-03-17T23:00:00.000Z', to: options.now },
      },
    });
  });

  it('counts whole days of the zone, over a change of the clocks', () => {
    const parsed = kpiPeriods(
      { from: '2026-03-01', to: '2026-03-31' },
      options,
    );
    if (!parsed.ok) throw new Error(parsed.message);
    expect(parsed.periods.current).toEqual({
      from: '2026-02-28T23:00:00.000Z',
      to: '2026-03-31T22:00:00.000Z',
    });
    expect(parsed.periods.previousDays).toEqual({
      from: '2026-01-29',
      to: '2026-02-28',
    });
  });

  it('has a trend of periods as long, a week apart, that ends with the period itself', () => {
    const parsed = kpiPeriods(
      { from: '2026-03-01', to: '2026-03-31' },
      options,
    );
    if (!parsed.ok) throw new Error(parsed.message);
    const { trend, current } = parsed.periods;
    expect(trend.map(({ day }) => day)).toEqual([
      '2026-03-03',
      '2026-03-10',
      '2026-03-17',
      '2026-03-24',
      '2026-03-31',
    ]);
    expect(trend[4].period).toEqual(current);
    expect(trend[0].period.from).toBe('2026-01-31T23:00:00.000Z');
  });

  it('accepts a single day, today, too', () => {
    expect(
      kpiPeriods({ from: '2026-06-15', to: '2026-06-15' }, options),
    ).toMatchObject({
      periods: {
        current: { from: '2026-06-14T22:00:00.000Z', to: options.now },
        trend: [{ day: '2026-06-15' }],
      },
    });
  });

  it.each([
    [{ to: '2026-06-16' }, 'to', 'has not come yet'],
    [{ from: '2026-05-02', to: '2026-05-01' }, 'from', 'is after'],
    [{ from: '2020-01-01', to: '2026-05-01' }, 'from', 'at most 1100 days'],
    [{ to: '2026-02-31' }, 'to', 'no day of the calendar'],
    [{ from: '2026-02-31' }, 'from', 'no day of the calendar'],
    [{ to: '0000-01-01' }, 'to', 'Nothing is known'],
    [{ from: '1969-12-31', to: '1970-02-01' }, 'from', 'Nothing is known'],
  ])('refuses %j', (query, path, message) => {
    expect(kpiPeriods(query, options)).toMatchObject({
      ok: false,
      path,
      message: expect.stringContaining(message),
    });
  });
});
