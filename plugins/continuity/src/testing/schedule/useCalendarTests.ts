import { useApi } from '@backstage/core-plugin-api';
import type {
  TestList,
  TestQuery,
  TestSummary,
} from 'backstage-plugin-continuity-common';
import { DateTime } from 'luxon';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { continuityApiRef } from '../../api';
import { testFiltersOf, type ScheduleSearch } from './scheduleSearch';
import { monthsOf, spanAround } from './scheduleWindow';

/** As many as one call gives. */
const MOST = 500;
/** Of one month, where a window holds more than one call gives: a day shows few of them anyway. */
const MOST_A_MONTH = 300;
const AT_ONCE = 3;

/** The tests of a window of the calendar. */
export interface CalendarTests {
  items: TestSummary[];
  /** In the months themselves, without the days of others that are drawn at the edges. */
  inSpan: number;
  /** Months of which not all tests are drawn. */
  cut: Array<{ month: string; shown: number; total: number }>;
  list: TestList;
}

/**
 * Asks for the window that the calendar shows, in one call where it holds few tests, else month by month.
 *
 * @param window - `day`: one in the span; `timeZone`: in which days begin; another `version` asks again
 */
export function useCalendarTests(
  search: ScheduleSearch,
  window: { day: string; timeZone: string; version: number },
) {
  const { day, timeZone, version } = window;
  const api = useApi(continuityApiRef);
  const span = search.span ?? 'month';
  const months = monthsOf(span, day);
  const filters = testFiltersOf(search);
  return useAsyncRetry(async (): Promise<CalendarTests> => {
    const ask = (between: Pick<TestQuery, 'from' | 'to'>, limit: number) =>
      api.tests.list({ ...filters, ...between, sort: 'start', limit });
    const { start, end } = spanAround(span, day);
    const beginOf = (named: string) =>
      DateTime.fromISO(named, { zone: timeZone }).toMillis();
    const within = (tests: TestSummary[]) =>
      tests.filter(
        test =>
          Date.parse(test.endsAt) > beginOf(start) &&
          Date.parse(test.startsAt) < beginOf(end),
      ).length;
    const whole = { from: months[0].from, to: months[months.length - 1].to };
    const list = await ask(whole, MOST);
    const { totalItems } = list;
    if (months.length === 1 || totalItems <= list.items.length) {
      const shown = list.items.length;
      const { month } = months[0];
      const cut =
        shown < totalItems ? [{ month, shown, total: totalItems }] : [];
      return {
        items: list.items,
        inSpan: cut.length > 0 ? totalItems : within(list.items),
        cut,
        list,
      };
    }
    const parts: TestList[] = [];
    for (let at = 0; at < months.length; at += AT_ONCE) {
      const some = months.slice(at, at + AT_ONCE);
      parts.push(
        ...(await Promise.all(
          some.map(({ from, to }) => ask({ from, to }, MOST_A_MONTH)),
        )),
      );
    }
    // a test may reach into the next month
    const items = new Map(
      parts.flatMap(part => part.items.map(test => [test.id, test] as const)),
    );
    const cut = months.flatMap(({ month }, at) => {
      const { totalItems: total, items: shown } = parts[at];
      return shown.length < total
        ? [{ month, shown: shown.length, total }]
        : [];
    });
    return { items: [...items.values()], inSpan: totalItems, cut, list };
  }, [api, timeZone, version, JSON.stringify([filters, months])]);
}
