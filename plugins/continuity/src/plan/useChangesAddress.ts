import { usePageAddress } from '../screen/usePageAddress';
import { changesRouteRef } from '../routes';

/** The address of the changes; undefined in an app that has the tab but not the pages. */
export function useChangesAddress(): string | undefined {
  return usePageAddress(changesRouteRef);
}
