import { useApi } from '@backstage/core-plugin-api';
import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { continuityApiRef } from '../../api';
import {
  kpiQueryOf,
  readInsightsSearch,
  writeInsightsSearch,
  type InsightsSearch,
} from './insightsSearch';

/** The figures of the period that the page's URL says. */
export function useInsights() {
  const api = useApi(continuityApiRef);
  const location = useLocation();
  const navigate = useNavigate();
  const search = useMemo(
    () => readInsightsSearch(new URLSearchParams(location.search)),
    [location.search],
  );
  const change = useCallback(
    (next: InsightsSearch) =>
      navigate({
        pathname: location.pathname,
        search: writeInsightsSearch(next),
      }),
    [navigate, location.pathname],
  );
  const loaded = useAsyncRetry(
    () => api.audit.getKpis(kpiQueryOf(search, new Date())),
    [api, search],
  );
  return { search, change, ...loaded };
}
