import { useRouteRef } from '@backstage/core-plugin-api';
import { exemptionsRouteRef } from '../routes';

/** The address of the list of exemptions; undefined in an app that has the tab but not the pages. */
export function useExemptionsAddress(): string | undefined {
  try {
    return useRouteRef(exemptionsRouteRef)();
  } catch {
    // A route without a place is an error there; here it is only a link less.
    return undefined;
  }
}
