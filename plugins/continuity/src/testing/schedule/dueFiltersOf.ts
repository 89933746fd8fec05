import type { DueTestQuery } from 'backstage-plugin-continuity-common';
import type { ScheduleSearch } from './scheduleSearch';

/** The filters as due items are asked with them. */
export function dueFiltersOf(search: ScheduleSearch): DueTestQuery {
  const { owner, tier, depth, entity, late, search: text } = search;
  return {
    ...(owner && { owner }),
    ...(tier && { tier }),
    ...(depth && { depth }),
    ...(entity && { entity }),
    ...(late && { late }),
    ...(text && { search: text }),
  };
}
