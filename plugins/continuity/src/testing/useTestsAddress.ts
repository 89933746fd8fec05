import { useRouteRef } from '@backstage/core-plugin-api';
import { testsRouteRef } from '../routes';

/** The address of the schedule of tests; undefined in an app that has the tab but not the pages. */
export function useTestsAddress(): string | undefined {
  try {
    return useRouteRef(testsRouteRef)();
  } catch {
    // A route without a place is an error there; here it is only a link less.
    return undefined;
  }
}
