import { useApi } from '@backstage/core-plugin-api';
import type {
  ScheduleConflict,
  ScheduleConflictsRequest,
} from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import useDebounce from 'react-use/esm/useDebounce';
import { continuityApiRef } from '../../api';

const PAUSE_MS = 500;

/** What speaks against a date, asked while one plans; `undefined` asks nothing. */
export function useConflicts(request: ScheduleConflictsRequest | undefined): {
  conflicts: ScheduleConflict[] | undefined;
  loading: boolean;
  error: Error | undefined;
} {
  const api = useApi(continuityApiRef);
  const key = request ? JSON.stringify(request) : '';
  const [asked, setAsked] = useState('');
  useDebounce(() => setAsked(key), PAUSE_MS, [key]);
  const { value, loading, error } = useAsync(
    async () =>
      asked ? api.tests.findConflicts(JSON.parse(asked)) : undefined,
    [api, asked],
  );
  const current = asked === key;
  return {
    conflicts: current ? value?.items : undefined,
    loading: Boolean(key) && (loading || !current),
    error: current ? error : undefined,
  };
}
