import {
  findingQuerySchema,
  findingSeveritySchema,
  findingStateSchema,
  type FindingQuery,
} from 'backstage-plugin-continuity-common';
import { pageSizes } from '../../list/Pager';

const listFilters = ['state', 'severity', 'owner', 'entity', 'test'] as const;
type ListFilter = (typeof listFilters)[number];

/** What the page of findings shows, as its URL says it. */
export interface FindingSearch extends Pick<FindingQuery, ListFilter> {
  view?: 'board';
  overdue?: true;
  waitingForMe?: true;
  search?: string;
  sort?: FindingQuery['sort'];
  limit?: number;
  cursor?: string;
}

export const defaultFindingPageSize = 50;

const understood: Record<ListFilter, (value: string) => boolean> = {
  state: value => findingStateSchema.safeParse(value).success,
  severity: value => findingSeveritySchema.safeParse(value).success,
  owner: () => true,
  entity: () => true,
  test: () => true,
};

/** Reads the page's URL. What can't be understood is left out: links outlive the software they were copied from. */
export function readFindingSearch(params: URLSearchParams): FindingSearch {
  const search: Record<string, unknown> = {};
  for (const filter of listFilters) {
    const values = [...new Set(params.getAll(filter).filter(Boolean))].filter(
      understood[filter],
    );
    if (values.length) search[filter] = values;
  }
  if (params.get('view') === 'board') search.view = 'board';
  if (params.get('overdue') === 'true') search.overdue = true;
  if (params.get('waiting') === 'true') search.waitingForMe = true;
  const text = params.get('search')?.trim().slice(0, 200);
  if (text) search.search = text;
  const sort = findingQuerySchema.shape.sort.safeParse(params.get('sort'));
  if (sort.success && sort.data) search.sort = sort.data;
  const limit = Number(params.get('limit'));
  if (pageSizes.includes(limit)) search.limit = limit;
  const cursor = params.get('cursor');
  if (cursor) search.cursor = cursor;
  return search as FindingSearch;
}

/** Writes the page's URL; what is as always is left out. */
export function writeFindingSearch(search: FindingSearch): URLSearchParams {
  const params = new URLSearchParams();
  for (const filter of listFilters) {
    for (const value of search[filter] ?? []) params.append(filter, value);
  }
  if (search.view) params.set('view', search.view);
  if (search.overdue) params.set('overdue', 'true');
  if (search.waitingForMe) params.set('waiting', 'true');
  if (search.search) params.set('search', search.search);
  if (search.sort && search.sort !== 'due') params.set('sort', search.sort);
  if (search.limit && search.limit !== defaultFindingPageSize) {
    params.set('limit', String(search.limit));
  }
  if (search.cursor) params.set('cursor', search.cursor);
  return params;
}

/** The filters without what is only about how they are shown. */
export function findingFilters(search: FindingSearch): FindingQuery {
  const { state, severity, owner, entity, test, overdue, waitingForMe } =
    search;
  return {
    ...(state && { state }),
    ...(severity && { severity }),
    ...(owner && { owner }),
    ...(entity && { entity }),
    ...(test && { test }),
    ...(overdue && { overdue }),
    ...(waitingForMe && { waitingForMe }),
    ...(search.search && { search: search.search }),
  };
}

/** Whether anything narrows the list down. */
export function isFindingSearchFiltered(search: FindingSearch): boolean {
  return Object.keys(findingFilters(search)).length > 0;
}
