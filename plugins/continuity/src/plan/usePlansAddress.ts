import { usePageAddress } from '../screen/usePageAddress';
import { plansRouteRef } from '../routes';

/** The address of the list of plans; undefined in an app that has the tab but not the pages. */
export function usePlansAddress(): string | undefined {
  return usePageAddress(plansRouteRef);
}
