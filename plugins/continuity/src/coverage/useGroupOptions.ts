import { useApi } from '@backstage/core-plugin-api';
import useAsync from 'react-use/esm/useAsync';
import { continuityApiRef } from '../api';
import type { CoverageSearch } from './coverageSearch';
import { filtersWithout } from './useCoverage';

export type GroupFilter = 'kind' | 'type' | 'owner' | 'system' | 'domain';

/** What there is to choose from, with how many services each; asked only once somebody opens the filter. */
export function useGroupOptions(options: {
  group: GroupFilter;
  search: CoverageSearch;
  open: boolean;
}) {
  const { group, search, open } = options;
  const api = useApi(continuityApiRef);
  const query = { ...filtersWithout(search, [group]), groupBy: group };
  return useAsync(async () => {
    if (!open) return undefined;
    const { groups, names } = await api.getCoverageSummary(query);
    return groups
      .flatMap(({ key, counts }) =>
        key === null
          ? []
          : [
              {
                value: key,
                name: names[key],
                count: Object.values(counts).reduce((a, b) => a + b, 0),
              },
            ],
      )
      .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value));
  }, [api, open, JSON.stringify(query)]);
}
