import { useRouteRef } from '@backstage/core-plugin-api';
import { plansRouteRef } from '../routes';

/** The address of the list of plans; undefined in an app that has the tab but not the pages. */
export function usePlansAddress(): string | undefined {
  try {
    return useRouteRef(plansRouteRef)();
  } catch {
    // A route without a place is an error there; here it is only a link less.
    return undefined;
  }
}
