import { useApi } from '@backstage/core-plugin-api';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { continuityApiRef } from '../api';

/** The policy in force, with its versions and the state of the sweep. */
export function useContinuityPolicy() {
  const api = useApi(continuityApiRef);
  return useAsyncRetry(() => api.getPolicy(), [api]);
}
