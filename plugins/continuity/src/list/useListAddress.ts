import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';

interface PagesBefore {
  /** The cursors of the pages before this one; the first page has none. */
  cursors: Array<string | null>;
}

/**
 * A list's URL as its state: filters, order, page. Going back in the browser goes back in here.
 *
 * @param options - how the state is read from an address and written to one; functions that stay the same
 */
export function useListAddress<Search extends { cursor?: string }>(options: {
  read: (params: URLSearchParams) => Search;
  write: (search: Search) => URLSearchParams;
}) {
  const { read, write } = options;
  const location = useLocation();
  const navigate = useNavigate();
  const search = useMemo(
    () => read(new URLSearchParams(location.search)),
    [read, location.search],
  );
  // The history remembers the way here, also over a reload; a copied link has none.
  const before = (location.state as PagesBefore | null)?.cursors;

  const turn = useCallback(
    (next: Search, state: PagesBefore | null, replace = false) =>
      navigate(
        { pathname: location.pathname, search: write(next).toString() },
        { replace, state },
      ),
    [navigate, location.pathname, write],
  );

  /** Shows the first page of another question. */
  const go = useCallback((next: Search) => turn(next, null), [turn]);
  /** Changes filters or order, and begins with the first page again. */
  const change = useCallback(
    (patch: Partial<Search>, how?: { replace?: boolean }) =>
      turn({ ...search, cursor: undefined, ...patch }, null, how?.replace),
    [turn, search],
  );
  const nextPage = useCallback(
    (cursor: string) =>
      turn(
        { ...search, cursor },
        search.cursor && !before
          ? null
          : { cursors: [...(before ?? []), search.cursor ?? null] },
      ),
    [turn, search, before],
  );
  const previousPage = useCallback(() => {
    const cursors = before ?? [];
    turn(
      { ...search, cursor: cursors[cursors.length - 1] ?? undefined },
      cursors.length > 1 ? { cursors: cursors.slice(0, -1) } : null,
    );
  }, [turn, search, before]);

  return {
    search,
    path: location.pathname,
    /** How many pages come before this one; undefined where the way here is not known. */
    pagesBefore: search.cursor ? before?.length : 0,
    go,
    change,
    nextPage,
    previousPage,
    firstPage: useCallback(() => change({}), [change]),
  };
}
