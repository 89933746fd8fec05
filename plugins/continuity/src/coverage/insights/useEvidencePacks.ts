import { useApi } from '@backstage/core-plugin-api';
import { useEffect } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { continuityApiRef } from '../../api';

const WHILE_ONE_IS_MADE_MS = 3_000;

/** One’s own packs, looked at again while one of them is being made. */
export function useEvidencePacks() {
  const api = useApi(continuityApiRef);
  const packs = useAsyncRetry(() => api.audit.listPacks(), [api]);
  const { value, retry } = packs;
  const isBusy = value?.items.some(
    ({ state }) => state === 'queued' || state === 'running',
  );
  useEffect(() => {
    if (!isBusy) return undefined;
    const timer = setInterval(
      () => document.visibilityState !== 'hidden' && retry(),
      WHILE_ONE_IS_MADE_MS,
    );
    return () => clearInterval(timer);
  }, [isBusy, retry]);
  return packs;
}
