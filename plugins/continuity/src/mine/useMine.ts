import { useApi } from '@backstage/core-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { continuityApiRef } from '../api';

/** What the reader and their groups have to do, at most so many of each sort. */
export function useMine({ limit }: { limit: number }) {
  const { coverage } = useApi(continuityApiRef);
  return useAsyncRetry(
    async () => coverage.getMine({ limit }),
    [coverage, limit],
  );
}
