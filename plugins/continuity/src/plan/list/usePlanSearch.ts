import { useCallback } from 'react';
import { useListAddress } from '../../list/useListAddress';
import { readPlanSearch, writePlanSearch } from './planSearch';

/** The list of plans' URL as its state. */
export function usePlanSearch() {
  const address = useListAddress({
    read: readPlanSearch,
    write: writePlanSearch,
  });
  const { search, go } = address;
  return {
    ...address,
    clear: useCallback(
      () => go({ sort: search.sort, limit: search.limit }),
      [go, search.sort, search.limit],
    ),
  };
}
