import { useCallback } from 'react';
import { useListAddress } from '../list/useListAddress';
import { readCoverageSearch, writeCoverageSearch } from './coverageSearch';

/** The coverage list's URL as its state. */
export function useCoverageSearch() {
  const address = useListAddress({
    read: readCoverageSearch,
    write: writeCoverageSearch,
  });
  const { search, go } = address;
  return {
    ...address,
    /** Shows what a query of an address says. */
    open: useCallback(
      (query: string) => go(readCoverageSearch(new URLSearchParams(query))),
      [go],
    ),
    clear: useCallback(
      () =>
        go({
          // what is asked changes, not how the answer is shown
          sort: search.sort,
          limit: search.limit,
          asOf: search.asOf,
          group: search.group,
          columns: search.columns,
        }),
      [go, search],
    ),
  };
}
