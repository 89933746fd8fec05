import type { TestSummary } from 'backstage-plugin-continuity-common';
import { DateTime } from 'luxon';
import { ownZone } from './form/scheduleDraft';

type Scheduled = Pick<
  TestSummary,
  'startsAt' | 'endsAt' | 'allDay' | 'timeZone'
>;

/** The first and the last day of an all-day test, in the zone it was planned in. */
export function daysOf(test: Scheduled): { first: string; last: string } {
  const day = (iso: string) =>
    DateTime.fromISO(iso, { zone: test.timeZone }).toISODate()!;
  return {
    first: day(test.startsAt),
    // the end is the first moment that does not belong to it any more
    last: DateTime.fromISO(test.endsAt, { zone: test.timeZone })
      .minus(1)
      .toISODate()!,
  };
}

/**
 * When a test is planned, in words: `12 Dec 2026, 10:00–12:00`.
 *
 * @param options - `timeZone`: by the clocks there; named where the reader's own is another
 */
export function scheduleText(
  test: Scheduled,
  locale: string,
  options: { timeZone: string },
): string {
  const { timeZone } = options;
  const day = (moment: DateTime) =>
    moment
      .setLocale(locale)
      .toLocaleString({ day: 'numeric', month: 'short', year: 'numeric' });
  if (test.allDay) {
    const { first, last } = daysOf(test);
    const text = day(DateTime.fromISO(first));
    return first === last ? text : `${text} – ${day(DateTime.fromISO(last))}`;
  }
  const zone = { zone: timeZone };
  const start = DateTime.fromISO(test.startsAt, zone).setLocale(locale);
  const end = DateTime.fromISO(test.endsAt, zone).setLocale(locale);
  const time = (moment: DateTime) =>
    moment.toLocaleString(DateTime.TIME_SIMPLE);
  const text = start.hasSame(end, 'day')
    ? `${day(start)}, ${time(start)}–${time(end)}`
    : `${day(start)}, ${time(start)} – ${day(end)}, ${time(end)}`;
  return timeZone === ownZone() ? text : `${text} (${timeZone})`;
}
