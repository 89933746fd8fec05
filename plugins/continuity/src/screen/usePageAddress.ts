import {
  useRouteRef,
  type RouteRef,
  type SubRouteRef,
} from '@backstage/core-plugin-api';

/** The address of a page; undefined in an app that does not have the pages. */
export function usePageAddress(
  route: RouteRef | SubRouteRef,
): string | undefined {
  try {
    return useRouteRef(route)();
  } catch {
    // A route without a place is an error there; here it is only a link less.
    return undefined;
  }
}
