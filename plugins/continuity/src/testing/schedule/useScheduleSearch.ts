import { useCallback } from 'react';
import { useListAddress } from '../../list/useListAddress';
import { readScheduleSearch, writeScheduleSearch } from './scheduleSearch';

/** The schedule's URL as its state. */
export function useScheduleSearch() {
  const address = useListAddress({
    read: readScheduleSearch,
    write: writeScheduleSearch,
  });
  const { search, go } = address;
  return {
    ...address,
    clear: useCallback(
      () =>
        go({
          view: search.view,
          span: search.span,
          date: search.date,
          changes: search.changes,
          group: search.group,
          horizon: search.horizon,
          sort: search.sort,
          limit: search.limit,
        }),
      [go, search],
    ),
  };
}
