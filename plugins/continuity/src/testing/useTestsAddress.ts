import { usePageAddress } from '../screen/usePageAddress';
import { testsRouteRef } from '../routes';

/** The address of the schedule of tests; undefined in an app that has the tab but not the pages. */
export function useTestsAddress(): string | undefined {
  return usePageAddress(testsRouteRef);
}
