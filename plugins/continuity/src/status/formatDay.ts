import { DateTime } from 'luxon';

export interface DayOptions {
  locale: string;
  /** IANA zone in which days begin; the policy's. */
  timeZone?: string;
  /** The reader's now: the year is written only where it is another one. */
  now?: Date;
}

/** A day as people say it: `30 Jun`, with the year where it is not the present one. */
export function formatDay(iso: string, options: DayOptions): string {
  const { locale, timeZone = 'UTC', now = new Date() } = options;
  const day = DateTime.fromISO(iso, { zone: timeZone });
  const thisYear = DateTime.fromJSDate(now, { zone: timeZone }).year;
  return day.setLocale(locale).toLocaleString({
    day: 'numeric',
    month: 'short',
    ...(day.year === thisYear ? {} : { year: 'numeric' }),
  });
}

/** The last day on which something is in time. Deadlines are exclusive ends: due on 30 June is midnight of 1 July. */
export function formatDueDay(dueBy: string, options: DayOptions): string {
  const last = DateTime.fromISO(dueBy, { zone: 'utc' }).minus(1);
  return formatDay(last.toISO()!, options);
}
