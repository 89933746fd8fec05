import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';
import type { FilterOption } from '../coverage/FilterPicker';

const FACETS = {
  kind: { facet: 'kind' },
  type: { facet: 'spec.type' },
  lifecycle: { facet: 'spec.lifecycle' },
  owner: { facet: 'relations.ownedBy' },
  system: { facet: 'relations.partOf', only: 'system:' },
  domain: { facet: 'relations.partOf', only: 'domain:' },
} as const;

export type LossFacet = keyof typeof FACETS;

/** What the catalog has to choose from in a filter, with how many entities each; asked only once somebody opens it. */
export function useFacets(field: LossFacet, wanted: boolean) {
  const catalogApi = useApi(catalogApiRef);
  return useAsync(async (): Promise<FilterOption[]> => {
    if (!wanted) return [];
    const description: { facet: string; only?: string } = FACETS[field];
    const { facet, only = '' } = description;
    const { facets } = await catalogApi.getEntityFacets({
      filter: { kind: ['component', 'resource', 'system', 'api'] },
      facets: [facet],
    });
    return (facets[facet] ?? [])
      .filter(({ value }) => value.startsWith(only))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }, [catalogApi, field, wanted]);
}
