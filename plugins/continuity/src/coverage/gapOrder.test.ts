import { aGap } from '../../dev/fixtures/aCoverage';
import { byUrgency, mostUrgentGap } from './gapOrder';

const july = '2026-07-01T00:00:00.000Z';
const may = '2026-05-01T00:00:00.000Z';

describe('byUrgency', () => {
  it('puts late before due, critical before warning, sooner before later, exempted last', () => {
    const exempted = aGap({
      requirement: 'exempted',
      late: true,
      exemption: { id: '1', until: july, reason: 'r' },
    });
    const late = aGap({ requirement: 'late', severity: 'warning', late: true });
    const critical = aGap({ requirement: 'critical', dueBy: july });
    const warning = aGap({ requirement: 'warning', severity: 'warning' });
    const sooner = aGap({ requirement: 'sooner', dueBy: may });
    const gaps = [exempted, warning, critical, sooner, late];
    expect(byUrgency(gaps).map(gap => gap.requirement)).toEqual([
      'late',
      'sooner',
      'critical',
      'warning',
      'exempted',
    ]);
    expect(gaps[0]).toBe(exempted);
  });
});

describe('mostUrgentGap', () => {
  it('never names mere information', () => {
    expect(
      mostUrgentGap([aGap({ code: 'due-soon', severity: 'information' })]),
    ).toBeUndefined();
  });
});
