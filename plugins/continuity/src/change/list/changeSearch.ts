import {
  changeQuerySchema,
  changeStateSchema,
  changeTypeSchema,
  changeVerdictSchema,
  type ChangeQuery,
} from 'backstage-plugin-continuity-common';
import { pageSizes } from '../../list/Pager';

const listFilters = ['state', 'type', 'verdict', 'entity', 'plan'] as const;
type ListFilter = (typeof listFilters)[number];

/** The two sections that list changes. */
export type ChangeListView = 'list' | 'reviews';

/** What a list of changes shows, as its URL says it. */
export interface ChangeSearch extends Pick<ChangeQuery, ListFilter> {
  view: ChangeListView;
  mine?: true;
  /** The reader may approve or review it. */
  waitingForMe?: true;
  search?: string;
  sort?: ChangeQuery['sort'];
  limit?: number;
  cursor?: string;
}

export const defaultChangePageSize = 50;

const anything = () => true;
const understood: Record<ListFilter, (value: string) => boolean> = {
  state: value => changeStateSchema.safeParse(value).success,
  type: value => changeTypeSchema.safeParse(value).success,
  verdict: value => changeVerdictSchema.safeParse(value).success,
  entity: anything,
  plan: anything,
};

/** Reads the page's URL. What can't be understood is left out: links outlive the software they were copied from. */
export function readChangeSearch(params: URLSearchParams): ChangeSearch {
  const search: Record<string, unknown> = {
    view: params.get('view') === 'reviews' ? 'reviews' : 'list',
  };
  for (const filter of listFilters) {
    const values = [...new Set(params.getAll(filter).filter(Boolean))].filter(
      understood[filter],
    );
    if (values.length) search[filter] = values;
  }
  if (params.get('mine') === 'true') search.mine = true;
  if (params.get('waiting') === 'true') search.waitingForMe = true;
  const text = params.get('search')?.trim().slice(0, 200);
  if (text) search.search = text;
  const sort = changeQuerySchema.shape.sort.safeParse(params.get('sort'));
  if (sort.success && sort.data) search.sort = sort.data;
  const limit = Number(params.get('limit'));
  if (pageSizes.includes(limit)) search.limit = limit;
  const cursor = params.get('cursor');
  if (cursor) search.cursor = cursor;
  return search as unknown as ChangeSearch;
}

/** Writes the page's URL; what is as always is left out. */
export function writeChangeSearch(search: ChangeSearch): URLSearchParams {
  const params = new URLSearchParams({ view: search.view });
  for (const filter of listFilters) {
    for (const value of search[filter] ?? []) params.append(filter, value);
  }
  if (search.mine) params.set('mine', 'true');
  if (search.waitingForMe) params.set('waiting', 'true');
  if (search.search) params.set('search', search.search);
  if (search.sort && search.sort !== '-created') {
    params.set('sort', search.sort);
  }
  if (search.limit && search.limit !== defaultChangePageSize) {
    params.set('limit', String(search.limit));
  }
  if (search.cursor) params.set('cursor', search.cursor);
  return params;
}

/** The filters as the list is asked with them. */
export function changeFilters(search: ChangeSearch): ChangeQuery {
  const query: Record<string, unknown> = {};
  for (const filter of listFilters) {
    if (search[filter]) query[filter] = search[filter];
  }
  if (search.mine) query.mine = true;
  if (search.waitingForMe) query.waitingForMe = true;
  if (search.search) query.search = search.search;
  return query as ChangeQuery;
}

/** Whether anything narrows the list down. */
export function isChangeSearchFiltered(search: ChangeSearch): boolean {
  return Object.keys(changeFilters(search)).length > 0;
}
