import { DateTime } from 'luxon';
import { isIanaZone } from './deadlineZone';

/**
 * The UTC instant of a deadline, or why the text was refused and what to write instead.
 *
 * @public
 */
export type ParsedDeadline =
  | { ok: true; instant: string; dateOnly: boolean }
  | { ok: false; message: string };

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)$/i;

function toUtcIso(instant: DateTime): string {
  return new Date(instant.toMillis()).toISOString();
}

/**
 * The end of a calendar day in a zone, as the first UTC instant *after* the day (exclusive end): something due on
 * that day is late when `now >= endOfDayInZone(day, zone)`, and in time before it. Days of 23 or 25 hours, and days
 * whose next midnight does not exist, end when the clocks of the zone say so.
 *
 * @throws RangeError when the date is not a real `YYYY-MM-DD` or the zone is unknown.
 * @public
 */
export function endOfDayInZone(date: string, zone: string): string {
  if (!isIanaZone(zone)) throw new RangeError(`Unknown time zone "${zone}"`);
  const day = DateTime.fromISO(date, { zone });
  if (!DATE.test(date) || !day.isValid) {
    throw new RangeError(`"${date}" is no date of the form YYYY-MM-DD`);
  }
  return toUtcIso(day.plus({ days: 1 }).startOf('day'));
}

/**
 * Reads a deadline. A date (`2026-06-30`) ends at the end of that day in the zone, see {@link endOfDayInZone}; an
 * instant (`2026-06-30T17:00:00Z`, or with an offset) is taken as it is. A time without offset is refused, since
 * nobody can tell whose clock is meant. Late is `now >= instant`.
 *
 * @throws RangeError when the zone is unknown: that is the policy's mistake, not the writer's.
 * @public
 */
export function parseDeadline(text: string, zone: string): ParsedDeadline {
  if (!isIanaZone(zone)) throw new RangeError(`Unknown time zone "${zone}"`);
  const tidy = text.trim();
  if (!DATE.test(tidy) && !INSTANT.test(tidy)) {
    const hasNoOffset = INSTANT.test(`${tidy}Z`);
    const shown = tidy.length > 60 ? `${tidy.slice(0, 30)}…` : tidy;
    return {
      ok: false,
      message: hasNoOffset
        ? `"${shown}" does not say in which time zone. Write it with an offset, such as "${shown}Z", or only the date.`
        : `"${shown}" is no deadline. Write a date such as "2026-06-30", or an instant such as "2026-06-30T17:00:00Z".`,
    };
  }
  const moment = DateTime.fromISO(tidy.toUpperCase(), { zone });
  if (!moment.isValid) {
    const message = `"${tidy}" does not exist in the calendar. Write a date such as "2026-06-30".`;
    return { ok: false, message };
  }
  const dateOnly = DATE.test(tidy);
  const instant = dateOnly ? endOfDayInZone(tidy, zone) : toUtcIso(moment);
  if (!/^\d{4}-/.test(instant)) {
    return {
      ok: false,
      message: `"${tidy}" is too far away to be told. Write a date such as "2026-06-30".`,
    };
  }
  return { ok: true, instant, dateOnly };
}
