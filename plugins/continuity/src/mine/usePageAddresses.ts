import { useExemptionsAddress } from '../exemption/useExemptionsAddress';
import { useChangesAddress } from '../plan/useChangesAddress';
import { usePlansAddress } from '../plan/usePlansAddress';
import { usePageAddress } from '../screen/usePageAddress';
import { coverageRouteRef, mineRouteRef } from '../routes';
import { useTestsAddress } from '../testing/useTestsAddress';

/** Where the pages are; undefined in an app that does not have them. */
export function usePageAddresses() {
  return {
    mine: usePageAddress(mineRouteRef),
    coverage: usePageAddress(coverageRouteRef),
    plans: usePlansAddress(),
    tests: useTestsAddress(),
    changes: useChangesAddress(),
    exemptions: useExemptionsAddress(),
  };
}
