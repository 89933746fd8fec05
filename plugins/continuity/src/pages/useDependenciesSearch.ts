import type { Paging } from '../list/Pager';
import { useListAddress } from '../list/useListAddress';
import {
  pageSize,
  readDependenciesSearch,
  writeDependenciesSearch,
  type DependencyView,
} from './dependenciesSearch';

/** The URL of the page about dependencies as its state: view, filters, page. */
export function useDependenciesSearch() {
  const address = useListAddress({
    read: readDependenciesSearch,
    write: writeDependenciesSearch,
  });
  const { search, path, go, change } = address;
  const paging: Paging = {
    limit: pageSize,
    pagesBefore: address.pagesBefore,
    onFirst: address.firstPage,
    onNext: address.nextPage,
    onPrevious: address.previousPage,
  };
  return {
    search,
    path,
    change,
    clear: () => go({ view: search.view, class: search.class }),
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
      ),
    paging,
  };
}
