import { useApi } from '@backstage/core-plugin-api';
import useAsync from 'react-use/esm/useAsync';
import { continuityApiRef } from '../../api';
import { ownZone } from '../form/scheduleDraft';

/**
 * The policy's tiers and time zone, in which days begin and end; undefined until it is known. Where the policy can't be read, which is no reason to
 * show no tests, the zone is the reader's own.
 */
export function useSchedulePolicy() {
  const api = useApi(continuityApiRef);
  return useAsync(async () => {
    try {
      const { tiers, timeZone } = (await api.getPolicy()).policy;
      return { tiers, timeZone };
    } catch {
      return { tiers: undefined, timeZone: ownZone() };
    }
  }, [api]).value;
}
