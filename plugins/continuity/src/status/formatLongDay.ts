import { DateTime } from 'luxon';

/** A calendar day in full: `31 March 2026`. */
export function formatLongDay(day: string, locale: string): string {
  return DateTime.fromISO(day, { zone: 'utc' })
    .setLocale(locale)
    .toLocaleString(DateTime.DATE_FULL);
}
