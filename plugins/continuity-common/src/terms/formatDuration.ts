import type { RpoValue } from './duration';

const UNITS = [
  { letter: 'D', word: 'd', seconds: 86_400 },
  { letter: 'H', word: 'h', seconds: 3_600 },
  { letter: 'M', word: 'min', seconds: 60 },
  { letter: 'S', word: 's', seconds: 1 },
] as const;

type Amounts = readonly [number, number, number, number];

function splitSeconds(seconds: number): Amounts {
  let rest = seconds;
  return UNITS.map(unit => {
    const amount = Math.floor(rest / unit.seconds);
    rest -= amount * unit.seconds;
    return amount;
  }) as unknown as Amounts;
}

/**
 * Writes whole seconds as a normalised ISO 8601 duration of days, hours, minutes and seconds:
 * 5400 is `PT1H30M`, 86400 is `P1D`, 0 is `PT0S`. A day is 24 hours.
 *
 * @throws RangeError when `seconds` is negative, fractional, not finite, or past the safe integers.
 * @public
 */
export function formatIsoDuration(seconds: number): string {
  if (!Number.isSafeInteger(seconds) || seconds < 0) {
    throw new RangeError(
      `A duration is a whole number of seconds from 0, not ${seconds}`,
    );
  }
  if (seconds === 0) return 'PT0S';
  const [days, ...time] = splitSeconds(seconds);
  const date = days ? `${days}D` : '';
  const clock = time
    .map((amount, i) => (amount ? `${amount}${UNITS[i + 1].letter}` : ''))
    .join('');
  return `P${date}${clock && `T${clock}`}`;
}

/**
 * Writes seconds for people: `4 h`, `1 d 12 h`, `40 min`, `30 s`. Exactly one day is `24 h`, as it is
 * said in targets; anything longer counts in days. Fractions are rounded to whole seconds, so a measured time
 * can be given as it is. A negative difference (slack that is used up) carries a minus sign. Zero is `0`: what
 * zero means depends on the field, see {@link describeRto} and {@link describeRpo}.
 *
 * @throws RangeError when `seconds` is not finite.
 * @public
 */
export function describeDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) {
    throw new RangeError(`${seconds} is no number of seconds to describe`);
  }
  const whole = Math.round(Math.abs(seconds));
  if (whole === 0) return '0';
  const text =
    whole === UNITS[0].seconds
      ? '24 h'
      : splitSeconds(whole)
          .map((amount, i) => (amount ? `${amount} ${UNITS[i].word}` : ''))
          .filter(Boolean)
          .join(' ');
  return seconds < 0 ? `−${text}` : text;
}

/**
 * A recovery time objective in seconds for people; `0` is "0 (no interruption)".
 *
 * @public
 */
export function describeRto(seconds: number): string {
  return seconds === 0 ? '0 (no interruption)' : describeDuration(seconds);
}

/**
 * A recovery point objective for people; zero is "0 (no loss)", `none` is "holds no data".
 *
 * @public
 */
export function describeRpo(value: RpoValue): string {
  if (value.kind === 'none') return 'holds no data';
  return value.seconds === 0 ? '0 (no loss)' : describeDuration(value.seconds);
}
