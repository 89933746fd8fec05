import { useRouteRef } from '@backstage/core-plugin-api';
import { dependenciesRouteRef } from '../routes';

/** The address of the page about dependencies; undefined in an app that has the tab but not the pages. */
export function useDependenciesAddress(): string | undefined {
  try {
    return useRouteRef(dependenciesRouteRef)();
  } catch {
    // A route without a place is an error there; here it is only a link less.
    return undefined;
  }
}
