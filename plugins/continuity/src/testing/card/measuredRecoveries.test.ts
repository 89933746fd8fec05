import { aResultGlance } from '../../../dev/fixtures/aTest';
import { measuredRecoveries } from './measuredRecoveries';

const HOUR = 3_600;

describe('the measured recovery times of an entity', () => {
  it('come oldest first, without tests that measure nothing', () => {
    const history = [
      aResultGlance({ heldAt: '2026-03-10T09:00:00.000Z', rtaSeconds: 0 }),
      aResultGlance({ depth: 'tabletop', rtaSeconds: null }),
      aResultGlance({ heldAt: '2025-03-10T09:00:00.000Z', rtaSeconds: 60 }),
    ];
    expect(
      measuredRecoveries(history, 4 * HOUR).map(({ seconds }) => seconds),
    ).toEqual([60, 0]);
  });

  it.each([
    ['within both targets', 3, 'PT4H', 4, false],
    ['at its target', 4, 'PT4H', 4, false],
    [
      'over the target of its day, which was loosened since',
      3,
      'PT2H',
      4,
      true,
    ],
    ['over the target of now, which was tightened since', 3, 'PT4H', 2, true],
    ['without any target', 3, null, null, false],
    ['over a target that was set only later', 3, null, 2, true],
  ])('%s', (_, hours, rto, now, missed) => {
    const [recovery] = measuredRecoveries(
      [aResultGlance({ rtaSeconds: hours * HOUR, rto })],
      now === null ? null : now * HOUR,
    );
    expect(recovery.missed).toBe(missed);
  });
});
