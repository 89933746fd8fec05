import { usePageAddress } from '../screen/usePageAddress';
import { exemptionsRouteRef } from '../routes';

/** The address of the list of exemptions; undefined in an app that has the tab but not the pages. */
export function useExemptionsAddress(): string | undefined {
  return usePageAddress(exemptionsRouteRef);
}
