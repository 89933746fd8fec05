import type { DueTestQuery } from 'backstage-plugin-continuity-common';
import { DateTime } from 'luxon';
import type { ScheduleSearch } from './scheduleSearch';

const AHEAD = { quarter: { months: 3 }, year: { years: 1 } } as const;

/** The filters as due items are asked with them. */
export function dueFiltersOf(
  search: ScheduleSearch,
  today: string,
): DueTestQuery {
  const { owner, tier, depth, entity, late, mine, search: text } = search;
  const { horizon = 'quarter' } = search;
  return {
    ...(owner && { owner }),
    ...(tier && { tier }),
    ...(depth && { depth }),
    ...(entity && { entity }),
    ...(late && { late }),
    ...(mine && { mine }),
    ...(text && { search: text }),
    // what the policy calls soon is known to the server
    ...(horizon !== 'soon' && {
      until: DateTime.fromISO(today, { zone: 'utc' })
        .plus(AHEAD[horizon])
        .toISODate()!,
    }),
  };
}
