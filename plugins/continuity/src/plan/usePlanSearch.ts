import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { readPlanSearch, writePlanSearch, type PlanSearch } from './planSearch';

interface PagesBefore {
  /** The cursors of the pages before this one; the first page has none. */
  cursors: Array<string | null>;
}

/** The list's URL as its state: filters, order, page. Going back in the browser goes back in here. */
export function usePlanSearch() {
  const location = useLocation();
  const navigate = useNavigate();
  const search = useMemo(
    () => readPlanSearch(new URLSearchParams(location.search)),
    [location.search],
  );
  // The history remembers the way here, also over a reload; a copied link has none.
  const before = (location.state as PagesBefore | null)?.cursors;

  const go = useCallback(
    (next: PlanSearch, state: PagesBefore | null, replace = false) =>
      navigate(
        {
          pathname: location.pathname,
          search: writePlanSearch(next).toString(),
        },
        { replace, state },
      ),
    [navigate, location.pathname],
  );
  /** Changes filters or order, and begins with the first page again. */
  const change = useCallback(
    (patch: Partial<PlanSearch>, options?: { replace?: boolean }) =>
      go({ ...search, cursor: undefined, ...patch }, null, options?.replace),
    [go, search],
  );
  const clear = useCallback(
    () => go({ sort: search.sort, limit: search.limit }, null),
    [go, search.sort, search.limit],
  );
  const nextPage = useCallback(
    (cursor: string) =>
      go(
        { ...search, cursor },
        search.cursor && !before
          ? null
          : { cursors: [...(before ?? []), search.cursor ?? null] },
      ),
    [go, search, before],
  );
  const previousPage = useCallback(() => {
    const cursors = before ?? [];
    go(
      { ...search, cursor: cursors[cursors.length - 1] ?? undefined },
      cursors.length > 1 ? { cursors: cursors.slice(0, -1) } : null,
    );
  }, [go, search, before]);
  const firstPage = useCallback(() => change({}), [change]);

  return {
    search,
    /** How many pages come before this one; undefined where the way here is not known. */
    pagesBefore: search.cursor ? before?.length : 0,
    change,
    clear,
    nextPage,
    previousPage,
    firstPage,
  };
}
