import { aTestResult } from '../aTestResult';
import { measuredOwnTime } from './measuredOwnTime';
import type { ResultFacts } from './testFacts';

const own = (day: string, ownSeconds: number | null, said = {}) =>
  aTestResult('failover', day, { ownSeconds, ...said });

describe('measuredOwnTime', () => {
  it.each<[string, number | null, ResultFacts[]]>([
    ['nothing', null, []],
    ['a tabletop', null, [aTestResult('tabletop', '2026-01-01')]],
    ['no time at all: zero is one', 0, [own('2026-01-01', 0)]],
    ['the latest', 60, [own('2026-02-01', 60), own('2026-01-01', 10)]],
    [
      'the longest of one moment',
      60,
      [own('2026-02-01', 10), own('2026-02-01', 60)],
    ],
    [
      'one without times after one with',
      60,
      [
        own('2026-01-01', 60),
        own('2026-02-01', null, { outcome: 'inconclusive' }),
      ],
    ],
    [
      'one in which it did not come back after one with',
      null,
      [own('2026-01-01', 60), own('2026-02-01', null, { recovered: false })],
    ],
    [
      'a failure that has a time',
      36_000,
      [own('2026-01-01', 60), own('2026-02-01', 36_000, { outcome: 'failed' })],
    ],
  ])('gives for %s: %s', (_, expected, results) => {
    expect(measuredOwnTime(results)).toBe(expected);
    expect(measuredOwnTime([...results].reverse())).toBe(expected);
  });
});
