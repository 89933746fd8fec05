import { parseTargetDuration } from './duration';
import { durationSeconds } from './durationSeconds';
import { describeDuration, formatIsoDuration } from './formatDuration';

/** @public */
export type ParsedImpactPoint =
  | { ok: true; seconds: number; iso: string }
  | { ok: false; message: string };

const WEEKS = /^(?:P(\d{1,3})W|(\d{1,3})\s?(?:w|wks?|weeks?))$/i;
const SECONDS_A_WEEK = 7 * 86_400;

/**
 * Reads a point in time of a business impact analysis: a target duration, or whole weeks (`P1W`, `1w`, `2 weeks`), which are seven days each.
 * Zero is refused: nothing is lost at the moment at which a disruption begins.
 *
 * @public
 */
export function parseImpactPoint(text: string): ParsedImpactPoint {
  const weeks = WEEKS.exec(text.trim());
  if (weeks) {
    const seconds = Number(weeks[1] ?? weeks[2]) * SECONDS_A_WEEK;
    if (seconds > 0)
      return { ok: true, seconds, iso: formatIsoDuration(seconds) };
  }
  const parsed = weeks
    ? { ok: true as const, seconds: 0, iso: 'PT0S' }
    : parseTargetDuration(text);
  if (!parsed.ok) return parsed;
  if (parsed.seconds === 0) {
    const message = `"${text.trim()}" is the moment at which the disruption begins. Write how long it has lasted, such as "1h", "P3D" or "1w".`;
    return { ok: false, message };
  }
  return { ok: true, seconds: parsed.seconds, iso: parsed.iso };
}

/**
 * A point in time for people: whole weeks as `1 week`, everything else as targets are written.
 *
 * @throws RangeError when the text is no duration.
 * @public
 */
export function describeImpactPoint(iso: string): string {
  const seconds = durationSeconds(iso);
  const weeks = seconds / SECONDS_A_WEEK;
  if (weeks > 0 && Number.isInteger(weeks)) {
    return weeks === 1 ? '1 week' : `${weeks} weeks`;
  }
  return describeDuration(seconds);
}
