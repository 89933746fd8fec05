import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import type { Paging } from '../policy/Pager';
import {
  pageSize,
  readDependenciesSearch,
  writeDependenciesSearch,
  type DependenciesSearch,
  type DependencyView,
} from './dependenciesSearch';

interface PagesBefore {
  /** The cursors of the pages before this one; the first page has none. */
  cursors: Array<string | null>;
}

/** The page's URL as its state: view, filters, page. Going back in the browser goes back in here. */
export function useDependenciesSearch() {
  const location = useLocation();
  const navigate = useNavigate();
  const search = useMemo(
    () => readDependenciesSearch(new URLSearchParams(location.search)),
    [location.search],
  );
  // The history remembers the way here, also over a reload; a copied link has none.
  const before = (location.state as PagesBefore | null)?.cursors;

  const go = useCallback(
    (next: DependenciesSearch, state: PagesBefore | null, replace = false) =>
      navigate(
        {
          pathname: location.pathname,
          search: writeDependenciesSearch(next).toString(),
        },
        { replace, state },
      ),
    [navigate, location.pathname],
  );
  const change = useCallback(
    (patch: Partial<DependenciesSearch>, options?: { replace?: boolean }) =>
      go({ ...search, cursor: undefined, ...patch }, null, options?.replace),
    [go, search],
  );
  const paging: Paging = {
    limit: pageSize,
    pagesBefore: search.cursor ? before?.length : 0,
    onFirst: () => change({}),
    onNext: cursor =>
      go(
        { ...search, cursor },
        search.cursor && !before
          ? null
          : { cursors: [...(before ?? []), search.cursor ?? null] },
      ),
    onPrevious: () => {
      const cursors = before ?? [];
      go(
        { ...search, cursor: cursors[cursors.length - 1] ?? undefined },
        cursors.length > 1 ? { cursors: cursors.slice(0, -1) } : null,
      );
    },
  };
  return {
    search,
    path: location.pathname,
    change,
    clear: () => go({ view: search.view, class: search.class }, null),
    /** Another view begins without the filters of this one that it does not know. */
    show: (view: DependencyView) =>
      go(
        view === 'what-if'
          ? { view }
          : {
              ...search,
              view,
              target: undefined,
              class: undefined,
              to: undefined,
              cursor: undefined,
            },
        null,
      ),
    paging,
  };
}
