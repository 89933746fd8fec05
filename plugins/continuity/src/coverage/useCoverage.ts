import { useApi } from '@backstage/core-plugin-api';
import type { CoverageSummaryQuery } from 'backstage-plugin-continuity-common';
import { useCallback } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { continuityApiRef } from '../api';
import { defaultPageSize, type CoverageSearch } from './coverageSearch';

/** The filters that a choice among their own values must not narrow down: the bars show all statuses of all tiers. */
export function filtersWithout(
  search: CoverageSearch,
  without: Array<keyof CoverageSearch>,
): CoverageSummaryQuery {
  const dropped = new Set<string>([
    'sort',
    'limit',
    'cursor',
    'group',
    'columns',
    ...without,
  ]);
  return Object.fromEntries(
    Object.entries(search).filter(
      ([key, value]) => !dropped.has(key) && value !== undefined,
    ),
  );
}

/** The page of the list that the URL asks for, and the numbers per tier. Earlier answers stay until the next one is there. */
export function useCoverage(search: CoverageSearch) {
  const api = useApi(continuityApiRef);
  const { group, columns, ...asked } = search;
  const listQuery = { limit: defaultPageSize, ...asked };
  const list = useAsyncRetry(
    () => api.listCoverage(listQuery),
    [api, JSON.stringify(listQuery)],
  );
  const summaryQuery = filtersWithout(search, ['status', 'tier']);
  const summary = useAsyncRetry(
    () => api.getCoverageSummary({ ...summaryQuery, groupBy: 'tier' }),
    [api, JSON.stringify(summaryQuery)],
  );

  const { retry: retryList } = list;
  const { retry: retrySummary } = summary;
  const refresh = useCallback(() => {
    retryList();
    retrySummary();
  }, [retryList, retrySummary]);
  return { list, summary, refresh };
}
