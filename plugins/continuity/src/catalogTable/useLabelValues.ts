import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef, useEntityList } from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';

/** The values that a label has among entities of the kind that the page shows; undefined until they are known, or if they can't be read. */
export function useLabelValues(label: string): {
  values?: string[];
  failed: boolean;
} {
  const catalogApi = useApi(catalogApiRef);
  const kind = useEntityList().filters.kind?.value;
  const { value, error } = useAsync(async () => {
    const facet = `metadata.labels.${label}`;
    const { facets } = await catalogApi.getEntityFacets({
      facets: [facet],
      ...(kind && { filter: { kind } }),
    });
    return (facets[facet] ?? []).map(each => each.value);
  }, [catalogApi, kind, label]);
  return { values: value, failed: error !== undefined };
}
