import { useApi } from '@backstage/core-plugin-api';
import type { ContinuityApi } from 'backstage-plugin-continuity-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { continuityApiRef } from '../api';
import { ConcentrationTable } from '../dependency/lists/ConcentrationTable';
import { ConflictTable } from '../dependency/lists/ConflictTable';
import { ListFrame, type LoadedList } from '../dependency/lists/ListFrame';
import type { Paging } from '../list/Pager';
import { UnresolvedTable } from '../dependency/lists/UnresolvedTable';
import { whatIfAddress } from '../dependency/loss/whatIfAddress';
import { useFormats } from '../screen/useFormats';
import { useTranslation } from '../translation';
import {
  isNarrowed,
  pageSize,
  type DependenciesSearch,
} from './dependenciesSearch';

interface ListProps {
  search: DependenciesSearch;
  path: string;
  paging: Paging;
  onClear: () => void;
}

/** The page of a list that the URL asks for. The earlier answer stays until the next one is there. */
export function useDependencyList<T>(
  ask: (
    api: ContinuityApi,
    query: Omit<DependenciesSearch, 'view'> & { limit: number },
  ) => Promise<T>,
  search: DependenciesSearch,
): LoadedList<T> {
  const api = useApi(continuityApiRef);
  const { view, ...filters } = search;
  const query = { ...filters, limit: pageSize };
  return useAsyncRetry(
    () => ask(api, query),
    [api, view, JSON.stringify(query)],
  );
}

function useFrame(kind: 'concentration' | 'conflicts' | 'unresolved') {
  const { t } = useTranslation();
  const { number } = useFormats();
  return {
    numbers: (total: number) =>
      t(`dependency.overview.numbers.${kind}`, {
        count: total,
        shown: number(total),
      }),
    empty: {
      title: t(`dependency.overview.empty.${kind}Title`),
      text: t(`dependency.overview.empty.${kind}Text`),
    },
  };
}

/** Without whom most critical services can't be recovered. */
export const ConcentrationList = (props: ListProps) => {
  const { search, path, paging, onClear } = props;
  const list = useDependencyList(
    (api, query) => api.listConcentration(query),
    search,
  );
  return (
    <ListFrame
      list={list}
      paging={paging}
      filtered={isNarrowed(search)}
      onClear={onClear}
      {...useFrame('concentration')}
    >
      {value => (
        <ConcentrationTable
          list={value}
          whatIf={entityRef => whatIfAddress(path, { entities: [entityRef] })}
        />
      )}
    </ListFrame>
  );
};

/** What may take longer, or lose more, than what depends on it allows. */
export const ConflictList = (props: ListProps) => {
  const { search, paging, onClear } = props;
  const list = useDependencyList(
    (api, query) => api.listTargetConflicts(query),
    search,
  );
  return (
    <ListFrame
      list={list}
      paging={paging}
      filtered={isNarrowed(search)}
      onClear={onClear}
      {...useFrame('conflicts')}
    >
      {value => <ConflictTable list={value} />}
    </ListFrame>
  );
};

/** What dependencies name and the catalog does not have. */
export const UnresolvedList = (props: ListProps) => {
  const { search, paging, onClear } = props;
  const list = useDependencyList(
    (api, query) => api.listUnresolvedDependencies(query),
    search,
  );
  return (
    <ListFrame
      list={list}
      paging={paging}
      filtered={isNarrowed(search)}
      onClear={onClear}
      {...useFrame('unresolved')}
    >
      {value => <UnresolvedTable list={value} />}
    </ListFrame>
  );
};
