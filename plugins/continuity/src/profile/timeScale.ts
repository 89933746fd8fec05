/**
 * A time axis on which minutes and days can both be read: close to linear near zero, logarithmic beyond. All times are seconds, all
 * positions pixels.
 */
export interface TimeScale {
  position(seconds: number): number;
  /** Round times along the axis, each with its position; at least `minGap` pixels apart. */
  ticks(minGap: number): Array<{ seconds: number; x: number }>;
}

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

/** Times that people use when they speak of recovery. */
const ROUND_TIMES = [
  1,
  5,
  15,
  30,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  3 * DAY,
  7 * DAY,
  14 * DAY,
  30 * DAY,
  90 * DAY,
  365 * DAY,
];

/** Without any mark the axis ends here. */
const DEFAULT_SPAN = DAY;

export function timeScale(options: {
  /** Every time that is to be seen. */
  seconds: readonly number[];
  /** Where zero lies. */
  left: number;
  /** Where the axis ends. */
  right: number;
  /** Share of the axis that is kept free beyond the longest time (0–1). */
  beyond: number;
}): TimeScale {
  const { seconds, left, right, beyond } = options;
  const positive = seconds.filter(s => Number.isFinite(s) && s > 0);
  const longest = positive.length ? Math.max(...positive) : DEFAULT_SPAN;
  const shortest = positive.length ? Math.min(...positive) : DEFAULT_SPAN;
  // The bend of the curve: short enough that the shortest time stands clear of zero.
  const bend = Math.min(Math.max(shortest / 4, longest / 2_000), longest);
  const place = (s: number) => Math.log1p(Math.max(s, 0) / bend);
  const perUnit = ((right - left) * (1 - beyond)) / place(longest);
  const position = (s: number) => Math.min(left + place(s) * perUnit, right);

  return {
    position,
    ticks(minGap) {
      const ticks = [{ seconds: 0, x: left }];
      for (const time of ROUND_TIMES) {
        const x = position(time);
        const previous = ticks[ticks.length - 1].x;
        if (x - previous >= minGap && x <= right - minGap / 2) {
          ticks.push({ seconds: time, x });
        }
      }
      return ticks;
    },
  };
}
