import { useRouteRef } from '@backstage/core-plugin-api';
import { changesRouteRef } from '../routes';

/** The address of the changes; undefined in an app that has the tab but not the pages. */
export function useChangesAddress(): string | undefined {
  try {
    return useRouteRef(changesRouteRef)();
  } catch {
    // A route without a place is an error there; here it is only a link less.
    return undefined;
  }
}
