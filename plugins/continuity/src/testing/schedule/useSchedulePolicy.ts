import { useApi } from '@backstage/core-plugin-api';
import useAsync from 'react-use/esm/useAsync';
import { continuityApiRef } from '../../api';

/** The policy's tiers and time zone; undefined where it can't be read, which is no reason to show no tests. */
export function useSchedulePolicy() {
  const api = useApi(continuityApiRef);
  const { value } = useAsync(async () => {
    try {
      return (await api.getPolicy()).policy;
    } catch {
      return undefined;
    }
  }, [api]);
  return { tiers: value?.tiers, timeZone: value?.timeZone };
}
