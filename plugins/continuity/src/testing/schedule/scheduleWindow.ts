import { DateTime } from 'luxon';
import type { ScheduleSpan } from './scheduleSearch';

const MONTHS: Record<ScheduleSpan, number> = { month: 1, quarter: 3, year: 12 };

/** The first day of the span that a day lies in, and the first day after it. */
export function spanAround(
  span: ScheduleSpan,
  day: string,
): { start: string; end: string } {
  const start = DateTime.fromISO(day, { zone: 'utc' }).startOf(span);
  return {
    start: start.toISODate()!,
    end: start.plus({ months: MONTHS[span] }).toISODate()!,
  };
}

/** A day in the span before or after. */
export function turnSpan(span: ScheduleSpan, day: string, by: -1 | 1): string {
  const { start } = spanAround(span, day);
  return DateTime.fromISO(start, { zone: 'utc' })
    .plus({ months: by * MONTHS[span] })
    .toISODate()!;
}

/**
 * The windows that the calendar asks for, one a month; the first and the last reach as far as a month's first and last week, of which the calendar
 * draws whole ones.
 */
export function monthsOf(
  span: ScheduleSpan,
  day: string,
): Array<{ month: string; from: string; to: string }> {
  const { start } = spanAround(span, day);
  const first = DateTime.fromISO(start, { zone: 'utc' });
  const count = MONTHS[span];
  return Array.from({ length: count }, (_, at) => {
    const month = first.plus({ months: at });
    const from = at === 0 ? month.minus({ days: 7 }) : month;
    const next = month.plus({ months: 1 });
    const to =
      at === count - 1 ? next.plus({ days: 13 }) : next.minus({ days: 1 });
    return {
      month: month.toISODate()!,
      from: from.toISODate()!,
      to: to.toISODate()!,
    };
  });
}

/** What is shown, in words: `June 2026`, `April – June 2026`, `2026`. */
export function spanTitle(
  span: ScheduleSpan,
  day: string,
  locale: string,
): string {
  const { start, end } = spanAround(span, day);
  const first = DateTime.fromISO(start, { zone: 'utc' }).setLocale(locale);
  if (span === 'year') return first.toFormat('yyyy');
  const month = (moment: DateTime) =>
    moment.toLocaleString({ month: 'long', year: 'numeric' });
  if (span === 'month') return month(first);
  const last = DateTime.fromISO(end, { zone: 'utc' })
    .minus({ days: 1 })
    .setLocale(locale);
  return `${first.toLocaleString({ month: 'long' })} – ${month(last)}`;
}
