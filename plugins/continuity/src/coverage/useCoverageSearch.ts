import { useCallback } from 'react';
import { useListAddress } from '../policy/useListAddress';
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
    clear: useCallback(
      () => go({ sort: search.sort, limit: search.limit }),
      [go, search.sort, search.limit],
    ),
  };
}
