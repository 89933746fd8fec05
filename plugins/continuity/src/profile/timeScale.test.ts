import { timeScale } from './timeScale';

const HOUR = 3_600;
const DAY = 86_400;

describe('timeScale', () => {
  it('puts zero at the left and the longest time before the free end', () => {
    const scale = timeScale({
      seconds: [HOUR, DAY],
      left: 10,
      right: 510,
      beyond: 0.1,
    });
    expect(scale.position(0)).toBe(10);
    expect(scale.position(DAY)).toBeCloseTo(460);
  });

  it('keeps the order of times, and gives minutes room beside days', () => {
    const scale = timeScale({
      seconds: [900, 14 * DAY],
      left: 0,
      right: 600,
      beyond: 0.1,
    });
    const xs = [0, 60, 900, HOUR, DAY, 14 * DAY].map(scale.position);
    expect([...xs].sort((a, b) => a - b)).toEqual(xs);
    expect(scale.position(900)).toBeGreaterThan(60);
  });

  it('never leaves the axis', () => {
    const scale = timeScale({
      seconds: [HOUR],
      left: 0,
      right: 300,
      beyond: 0.1,
    });
    expect(scale.position(365 * DAY)).toBe(300);
    expect(scale.position(-5)).toBe(0);
  });

  it.each([[[]], [[0]], [[0, 0]]])(
    'is a day long where nothing is set: %j',
    seconds => {
      const scale = timeScale({ seconds, left: 0, right: 100, beyond: 0 });
      expect(scale.position(DAY)).toBeCloseTo(100);
    },
  );

  it('offers round times that stand apart', () => {
    const ticks = timeScale({
      seconds: [HOUR, DAY],
      left: 0,
      right: 400,
      beyond: 0.1,
    }).ticks(50);
    expect(ticks[0]).toEqual({ seconds: 0, x: 0 });
    expect(ticks.length).toBeGreaterThan(3);
    ticks.slice(1).forEach((tick, i) => {
      expect(tick.x - ticks[i].x).toBeGreaterThanOrEqual(50);
    });
  });
});
