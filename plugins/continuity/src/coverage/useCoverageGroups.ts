import { useApi } from '@backstage/core-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { continuityApiRef } from '../api';
import type { CoverageSearch } from './coverageSearch';
import { filtersWithout } from './useCoverage';

/** The groups that the URL asks for; nothing where it asks for the list. */
export function useCoverageGroups(search: CoverageSearch) {
  const api = useApi(continuityApiRef);
  const { group } = search;
  const query = filtersWithout(search, []);
  return useAsyncRetry(
    async () =>
      group ? api.getCoverageSummary({ ...query, groupBy: group }) : undefined,
    [api, group, group && JSON.stringify(query)],
  );
}
