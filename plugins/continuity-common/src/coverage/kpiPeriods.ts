import { DateTime } from 'luxon';
import { endOfDayInZone } from '../terms/deadline';
import type { KpiPeriod } from './measureKpi';

/** The longest period that is answered. */
const MOST_DAYS = 1_100;
const USUAL_DAYS = 90;
/** Nothing was recorded by any portal before. */
const EARLIEST = '1970-01-01';

/** What a question about a period means: moments, the period before it, and the points of its trend. @public */
export interface KpiPeriods {
  /** Days in the policy's zone, both included. */
  days: { from: string; to: string };
  previousDays: { from: string; to: string };
  current: KpiPeriod;
  previous: KpiPeriod;
  /** Periods of the same length, each a week later, the last one the period itself. */
  trend: Array<{ day: string; period: KpiPeriod }>;
}

/** @public */
export type ParsedKpiPeriods =
  | { ok: true; periods: KpiPeriods }
  | { ok: false; path: 'from' | 'to'; message: string };

/**
 * Works out a period from its first and last day; without them the last 90 days. Today counts up to now.
 *
 * @param query - days (`2026-03-31`) in the policy's zone
 * @public
 */
export function kpiPeriods(
  query: { from?: string; to?: string },
  options: { now: string; timeZone: string },
): ParsedKpiPeriods {
  const { now, timeZone } = options;
  for (const path of ['to', 'from'] as const) {
    const message = wrongDay(query[path]);
    if (message) return { ok: false, path, message };
  }
  const today = DateTime.fromISO(now, { zone: timeZone }).toISODate()!;
  const to = query.to ?? today;
  const from = query.from ?? daysBefore(to, USUAL_DAYS - 1);
  if (to > today) {
    return {
      ok: false,
      path: 'to',
      message: `${to} has not come yet (${timeZone}). Write at most ${today}, or leave it out.`,
    };
  }
  if (from > to) {
    return {
      ok: false,
      path: 'from',
      message: `${from} is after ${to}. Write the first day of the period.`,
    };
  }
  const length = daysBetween(from, to) + 1;
  if (length > MOST_DAYS) {
    return {
      ok: false,
      path: 'from',
      message: `These are ${length} days. Write a period of at most ${MOST_DAYS} days.`,
    };
  }
  const periodOf = (first: string, last: string): KpiPeriod => {
    const end = endOfDayInZone(last, timeZone);
    return {
      from: endOfDayInZone(daysBefore(first, 1), timeZone),
      to: end < now ? end : now,
    };
  };
  const before = daysBefore(from, 1);
  const previousDays = { from: daysBefore(from, length), to: before };
  const weeks = Math.max(1, Math.ceil(length / 7));
  const trend = Array.from({ length: weeks }, (_, index) => {
    const back = (weeks - 1 - index) * 7;
    const day = daysBefore(to, back);
    return { day, period: periodOf(daysBefore(from, back), day) };
  });
  return {
    ok: true,
    periods: {
      days: { from, to },
      previousDays,
      current: periodOf(from, to),
      previous: periodOf(previousDays.from, previousDays.to),
      trend,
    },
  };
}

function wrongDay(day: string | undefined): string | undefined {
  if (day === undefined) return undefined;
  if (!DateTime.fromISO(day, { zone: 'utc' }).isValid) {
    return `${day} is no day of the calendar. Write a day such as "2026-03-31".`;
  }
  return day < EARLIEST
    ? `Nothing is known of ${day}. Write a day of the time that is recorded.`
    : undefined;
}

function daysBefore(day: string, days: number): string {
  return DateTime.fromISO(day, { zone: 'utc' }).minus({ days }).toISODate()!;
}

function daysBetween(from: string, to: string): number {
  const start = DateTime.fromISO(from, { zone: 'utc' });
  return DateTime.fromISO(to, { zone: 'utc' }).diff(start, 'days').days;
}
