import { DateTime } from 'luxon';
import { endOfDayInZone } from '../terms/deadline';

/**
 * The moment that an `asOf` asks for, or why nothing can be said about it.
 *
 * @public
 */
export type ResolvedAsOf =
  | { ok: true; at: string; day: string | null }
  | { ok: false; message: string };

/**
 * Which moment `asOf` means. A day means its last millisecond in the policy's zone, so that what falls due with the day is not late yet, and
 * days of 23 or 25 hours end when the clocks say so. At an instant, what begins exactly then has begun.
 *
 * The future and what was before the installation are refused: nobody knows either.
 *
 * @param asOf - a day (`2026-03-31`) or an instant in UTC
 * @param options - `installedAt`: the first moment of which anything was recorded
 * @public
 */
export function resolveAsOf(
  asOf: string,
  options: { now: string; installedAt: string; timeZone: string },
): ResolvedAsOf {
  const { now, installedAt, timeZone } = options;
  const isDay = asOf.length === 10;
  const at = isDay
    ? new Date(Date.parse(endOfDayInZone(asOf, timeZone)) - 1).toISOString()
    : new Date(asOf).toISOString();
  if (at > now) {
    const latest = DateTime.fromISO(now, { zone: timeZone })
      .minus({ days: 1 })
      .toISODate();
    return {
      ok: false,
      message: isDay
        ? `${asOf} is not over yet (${timeZone}). The latest day that can be asked for is ${latest}; leave it out for now.`
        : `${asOf} is in the future. Leave it out for now.`,
    };
  }
  if (at < installedAt) {
    return {
      ok: false,
      message: `Nothing is known of ${asOf}: records begin at ${installedAt}.`,
    };
  }
  return { ok: true, at, day: isDay ? asOf : null };
}
