import type { Gap } from './gap';
import { sortGaps } from './sortGaps';

const aGap = (said: Partial<Gap>): Gap => ({
  code: 'bia-missing',
  severity: 'warning',
  requirement: 'bia',
  since: '2026-01-01T00:00:00.000Z',
  dueBy: '2026-02-01T00:00:00.000Z',
  late: false,
  message: '',
  action: '',
  params: {},
  ...said,
});

describe('sortGaps', () => {
  it('puts late ones first, then by severity, due date, code and requirement', () => {
    const sorted = [
      aGap({ late: true, severity: 'warning' }),
      aGap({ severity: 'critical', code: 'plan-missing' }),
      aGap({ dueBy: '2026-01-15T00:00:00.000Z', code: 'test-never' }),
      aGap({ code: 'agreement-missing' }),
      aGap({ code: 'test-never', requirement: 'test:failover' }),
      aGap({ code: 'test-never', requirement: 'test:restore' }),
      aGap({ severity: 'information', dueBy: '2020-01-01T00:00:00.000Z' }),
    ];
    const shuffled = [5, 0, 6, 3, 1, 4, 2].map(i => sorted[i]);
    expect(sortGaps(shuffled)).toEqual(sorted);
  });

  it('leaves the list that was given as it is', () => {
    const given = [aGap({}), aGap({ late: true })];
    sortGaps(given);
    expect(given.map(gap => gap.late)).toEqual([false, true]);
  });
});
