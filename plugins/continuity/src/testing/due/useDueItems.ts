import { useApi } from '@backstage/core-plugin-api';
import type {
  DueTest,
  DueTestList,
  DueTestQuery,
} from 'backstage-plugin-continuity-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { continuityApiRef } from '../../api';

interface Loaded {
  items: DueTest[];
  list: DueTestList;
}

/**
 * Due items, those that are longest late first; more of them are added on demand.
 *
 * @param version - another number asks again
 */
export function useDueItems(query: DueTestQuery, version: number) {
  const api = useApi(continuityApiRef);
  const key = JSON.stringify(query);
  const [loaded, setLoaded] = useState<Loaded>();
  const [error, setError] = useState<Error>();
  const [loading, setLoading] = useState(true);
  const latest = useRef(0);

  const load = useCallback(
    async (before: Loaded | undefined) => {
      latest.current += 1;
      const call = latest.current;
      setLoading(true);
      setError(undefined);
      try {
        const cursor = before?.list.pageInfo.nextCursor;
        const list = await api.tests.listDue({
          ...(JSON.parse(key) as DueTestQuery),
          ...(cursor ? { cursor } : {}),
        });
        if (call !== latest.current) return;
        setLoaded({ items: [...(before?.items ?? []), ...list.items], list });
      } catch (e) {
        if (call === latest.current) setError(e as Error);
      }
      if (call === latest.current) setLoading(false);
    },
    [api, key],
  );
  useEffect(() => {
    load(undefined);
  }, [load, version]);

  return {
    items: loaded?.items ?? [],
    list: loaded?.list,
    error,
    loading,
    hasMore: Boolean(loaded?.list.pageInfo.nextCursor),
    loadMore: useCallback(() => load(loaded), [load, loaded]),
    retry: useCallback(() => load(undefined), [load]),
  };
}
