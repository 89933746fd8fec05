import { aPlannedTest } from '../aTestResult';
import { isDue } from './isDue';

const now = '2026-06-15T12:00:00.000Z';
const until = '2026-07-15T12:00:00.000Z';
const day = (date: string) => `${date}T00:00:00.000Z`;

describe('isDue', () => {
  it.each<[boolean, string, string | null, string | null]>([
    [true, 'due next week, nothing planned', '2026-06-22', null],
    [false, 'due next week, planned before', '2026-06-22', '2026-06-20'],
    [true, 'due next week, planned after', '2026-06-22', '2026-06-23'],
    [
      true,
      'due next week, planned for that very moment',
      '2026-06-22',
      '2026-06-22',
    ],
    [true, 'late, nothing planned', '2026-06-01', null],
    [false, 'late, planned at last', '2026-06-01', '2026-06-20'],
    [false, 'due later than asked for', '2026-07-16', null],
    [false, 'never due', null, null],
  ])('is %s where it is %s', (expected, _, due, planned) => {
    expect(
      isDue(
        {
          state: 'never-tested',
          due: due && day(due),
          planned: planned ? aPlannedTest('failover', day(planned)) : null,
        },
        { until, now },
      ),
    ).toBe(expected);
  });

  it('is false for what is not required', () => {
    const due = day('2026-06-01');
    expect(
      isDue({ state: 'not-required', due, planned: null }, { until, now }),
    ).toBe(false);
  });
});
