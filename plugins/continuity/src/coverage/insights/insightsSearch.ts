import type { KpiQuery } from 'backstage-plugin-continuity-common';
import { DateTime } from 'luxon';

/** Periods that are offered by name, in days. */
export const namedPeriods = { month: 30, quarter: 90, year: 365 } as const;
export type NamedPeriod = keyof typeof namedPeriods;

const isDay = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);

/** The period as the page's URL says it: a name, or days. */
export interface InsightsSearch {
  period?: NamedPeriod;
  from?: string;
  to?: string;
}

/** Reads the page's URL. What can't be understood is left out. */
export function readInsightsSearch(params: URLSearchParams): InsightsSearch {
  const period = params.get('period');
  if (period !== null && period in namedPeriods) {
    return { period: period as NamedPeriod };
  }
  const from = params.get('from');
  const to = params.get('to');
  return { ...(isDay(from) && { from }), ...(isDay(to) && { to }) };
}

/** Writes the page's URL. */
export function writeInsightsSearch(search: InsightsSearch): string {
  const params = new URLSearchParams();
  for (const key of ['period', 'from', 'to'] as const) {
    const value = search[key];
    if (value) params.set(key, value);
  }
  const text = params.toString();
  return text && `?${text}`;
}

/** What the server is asked with; the last 90 days are what it answers by itself. */
export function kpiQueryOf(search: InsightsSearch, now: Date): KpiQuery {
  const { period, from, to } = search;
  if (!period || period === 'quarter') {
    return { ...(from && { from }), ...(to && { to }) };
  }
  return {
    // a day that has begun nowhere else yet may be refused: the server knows the zone
    from: DateTime.fromJSDate(now, { zone: 'utc' })
      .minus({ days: namedPeriods[period] - 1 })
      .toISODate()!,
  };
}
