import { useApi } from '@backstage/core-plugin-api';
import type { ChangeSummary } from 'backstage-plugin-continuity-common';
import { DateTime } from 'luxon';
import useAsync from 'react-use/esm/useAsync';
import { continuityApiRef } from '../../api';
import type { ScheduleSpan } from './scheduleSearch';
import { monthsOf } from './scheduleWindow';

/** A calendar with more than these says nothing any more. */
const MOST = 300;

/** The changes whose windows lie in what the calendar shows; none while they are not asked for, and none where they can't be read. */
export function useCalendarChanges(options: {
  shown: boolean;
  span: ScheduleSpan;
  day: string;
  timeZone: string;
}): ChangeSummary[] {
  const { shown, span, day, timeZone } = options;
  const api = useApi(continuityApiRef);
  const months = monthsOf(span, day);
  const from = months[0].from;
  const to = months[months.length - 1].to;
  const { value = [] } = useAsync(async () => {
    if (!shown) return [];
    const instant = (named: string) =>
      DateTime.fromISO(named, { zone: timeZone }).toUTC().toISO()!;
    try {
      const list = await api.changes.list({
        from: instant(from),
        to: instant(to),
        state: ['planned', 'approved', 'implemented'],
        sort: 'start',
        limit: MOST,
      });
      return list.items.filter(change => change.plannedStart !== null);
    } catch {
      // the tests are what the calendar is for
      return [];
    }
  }, [api, shown, from, to, timeZone]);
  return value;
}
