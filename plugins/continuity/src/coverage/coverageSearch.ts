import { pageSizes } from '../list/Pager';
import { coverageColumns, type CoverageColumn } from './coverageColumns';
import {
  continuityStatusSchema,
  coverageGroupKeys,
  coverageQuerySchema,
  gapCodeSchema,
  type CoverageQuery,
} from 'backstage-plugin-continuity-common';

/** The filters that hold lists, in the order in which they are shown and written to the URL. */
export const listFilters = [
  'status',
  'tier',
  'gap',
  'kind',
  'type',
  'owner',
  'system',
  'domain',
  'cause',
] as const;

export type ListFilter = (typeof listFilters)[number];

/** What coverage can be grouped by. */
export type CoverageGroup = (typeof coverageGroupKeys)[number];

/** What the coverage page shows, as its URL says it. */
export interface CoverageSearch extends Pick<CoverageQuery, ListFilter> {
  late?: true;
  /** Only what the reader or their groups answer for. */
  mine?: true;
  /** A day of the past, or an instant. */
  asOf?: string;
  search?: string;
  sort?: CoverageQuery['sort'];
  limit?: number;
  cursor?: string;
  /** Groups with their counts in place of the list. */
  group?: CoverageGroup;
  /** The columns that somebody chose; as many as fit if left out. */
  columns?: CoverageColumn[];
}

export const defaultPageSize = 50;

const isStatus = (value: string) =>
  continuityStatusSchema.safeParse(value).success;
const isGap = (value: string) => gapCodeSchema.safeParse(value).success;

/**
 * Reads the page's URL. Links outlive the software they were copied from: what can't be understood is left out rather than
 * answered with an error.
 */
export function readCoverageSearch(params: URLSearchParams): CoverageSearch {
  const search: Record<string, unknown> = {};
  for (const filter of listFilters) {
    const values = [...new Set(params.getAll(filter).filter(Boolean))].filter(
      value => {
        if (filter === 'status') return isStatus(value);
        return filter !== 'gap' || isGap(value);
      },
    );
    if (values.length) search[filter] = values;
  }
  if (params.get('late') === 'true') search.late = true;
  if (params.get('mine') === 'true') search.mine = true;

  const asOf = params.get('asOf');
  // what it means, and whether anything is known of it, the server says
  if (asOf && coverageQuerySchema.shape.asOf.safeParse(asOf).success) {
    search.asOf = asOf;
  }
  const group = coverageGroupKeys.find(key => key === params.get('group'));
  if (group) search.group = group;
  const columns = coverageColumns.filter(column =>
    params.getAll('column').includes(column),
  );
  if (columns.length) search.columns = columns;

  const text = params.get('search')?.trim().slice(0, 200);
  if (text) search.search = text;

  const sort = coverageQuerySchema.shape.sort.safeParse(params.get('sort'));
  if (sort.success && sort.data) search.sort = sort.data;

  const limit = Number(params.get('limit'));
  if (pageSizes.includes(limit)) search.limit = limit;

  const cursor = params.get('cursor');
  if (cursor) search.cursor = cursor;
  return search as CoverageSearch;
}

/** Writes the page's URL; what is as always is left out. */
export function writeCoverageSearch(search: CoverageSearch): URLSearchParams {
  const params = new URLSearchParams();
  for (const filter of listFilters) {
    for (const value of search[filter] ?? []) params.append(filter, value);
  }
  if (search.late) params.set('late', 'true');
  if (search.mine) params.set('mine', 'true');
  if (search.asOf) params.set('asOf', search.asOf);
  if (search.group) params.set('group', search.group);
  for (const column of search.columns ?? []) params.append('column', column);
  if (search.search) params.set('search', search.search);
  if (search.sort && search.sort !== 'urgency') params.set('sort', search.sort);
  if (search.limit && search.limit !== defaultPageSize) {
    params.set('limit', String(search.limit));
  }
  if (search.cursor) params.set('cursor', search.cursor);
  return params;
}

/** Whether anything narrows the list down. */
export function isFiltered(search: CoverageSearch): boolean {
  return Boolean(
    search.late ||
      search.mine ||
      search.search ||
      listFilters.some(key => search[key]),
  );
}
