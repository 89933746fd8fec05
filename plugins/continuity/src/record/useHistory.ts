import { useCallback, useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { RecordEntry } from 'backstage-plugin-continuity-common';
import { continuityApiRef } from '../api';

const PAGE = 20;

/** The history of an entity, newest first, page by page. */
export function useHistory(entityRef: string) {
  const api = useApi(continuityApiRef);
  const [items, setItems] = useState<RecordEntry[]>([]);
  const [total, setTotal] = useState(0);
  const [cursor, setCursor] = useState<string>();
  const [loading, setLoading] = useState(true);
  const [error, setError] = useState<unknown>();

  const load = useCallback(
    async (from?: string) => {
      setLoading(true);
      setError(undefined);
      try {
        const page = await api.getHistory(entityRef, {
          limit: PAGE,
          ...(from ? { cursor: from } : {}),
        });
        setItems(known => (from ? [...known, ...page.items] : page.items));
        setTotal(page.totalItems);
        setCursor(page.pageInfo.nextCursor);
      } catch (e) {
        setError(e);
      } finally {
        setLoading(false);
      }
    },
    [api, entityRef],
  );
  useEffect(() => {
    load();
  }, [load]);

  return {
    items,
    total,
    loading,
    error,
    hasOlder: cursor !== undefined,
    loadOlder: () => load(cursor),
  };
}
