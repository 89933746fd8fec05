import type { RecordEntry } from 'backstage-plugin-continuity-common';
import { useCallback, useEffect, useState } from 'react';

const PAGE = 20;

/** One page of what was decided, newest first. */
type ReadRecords = (page: { limit: number; cursor?: string }) => Promise<{
  items: RecordEntry[];
  totalItems: number;
  pageInfo: { nextCursor?: string };
}>;

/** An entry as far as it is shown: who did what, when, and whatever else is known. */
export type ShownEntry = Pick<RecordEntry, 'id' | 'at' | 'by' | 'action'> &
  Partial<Omit<RecordEntry, 'reason'>> & { reason?: string | null };

/** What is loaded of what was decided. */
export interface RecordPages<Entry extends ShownEntry = RecordEntry> {
  items: Entry[];
  total: number;
  loading: boolean;
  error: unknown;
  hasOlder: boolean;
  loadOlder: () => void;
}

/**
 * What was decided about something, page by page.
 *
 * @param read - another function asks again from the newest on
 */
export function useRecordPages(read: ReadRecords): RecordPages {
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
        const page = await read({ limit: PAGE, ...(from && { cursor: from }) });
        setItems(known => (from ? [...known, ...page.items] : page.items));
        setTotal(page.totalItems);
        setCursor(page.pageInfo.nextCursor);
      } catch (e) {
        setError(e);
      } finally {
        setLoading(false);
      }
    },
    [read],
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
