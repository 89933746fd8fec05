import {
  exemptionQuerySchema,
  exemptionStateSchema,
  type ExemptionQuery,
} from 'backstage-plugin-continuity-common';
import { pageSizes } from '../list/Pager';

const listFilters = ['state', 'entity', 'requester', 'approver'] as const;
type ListFilter = (typeof listFilters)[number];

/** What the page of exemptions shows, as its URL says it. */
export interface ExemptionSearch extends Pick<ExemptionQuery, ListFilter> {
  /** Only what the reader asked for, or of what they or their groups own or recover. */
  mine?: true;
  waitingForMe?: true;
  /** A day. */
  endingBefore?: string;
  sort?: ExemptionQuery['sort'];
  limit?: number;
  cursor?: string;
}

export const defaultExemptionPageSize = 50;

/** Reads the page's URL. What can't be understood is left out: links outlive the software they were copied from. */
export function readExemptionSearch(params: URLSearchParams): ExemptionSearch {
  const search: Record<string, unknown> = {};
  for (const filter of listFilters) {
    const values = [...new Set(params.getAll(filter).filter(Boolean))].filter(
      value =>
        filter !== 'state' || exemptionStateSchema.safeParse(value).success,
    );
    if (values.length) search[filter] = values;
  }
  if (params.get('mine') === 'true') search.mine = true;
  if (params.get('waiting') === 'true') search.waitingForMe = true;
  const day = params.get('ending');
  if (day && /^\d{4}-\d{2}-\d{2}$/.test(day)) search.endingBefore = day;
  const sort = exemptionQuerySchema.shape.sort.safeParse(params.get('sort'));
  if (sort.success && sort.data) search.sort = sort.data;
  const limit = Number(params.get('limit'));
  if (pageSizes.includes(limit)) search.limit = limit;
  const cursor = params.get('cursor');
  if (cursor) search.cursor = cursor;
  return search as ExemptionSearch;
}

/** Writes the page's URL; what is as always is left out. */
export function writeExemptionSearch(search: ExemptionSearch): URLSearchParams {
  const params = new URLSearchParams();
  for (const filter of listFilters) {
    for (const value of search[filter] ?? []) params.append(filter, value);
  }
  if (search.mine) params.set('mine', 'true');
  if (search.waitingForMe) params.set('waiting', 'true');
  if (search.endingBefore) params.set('ending', search.endingBefore);
  if (search.sort && search.sort !== 'state') params.set('sort', search.sort);
  if (search.limit && search.limit !== defaultExemptionPageSize) {
    params.set('limit', String(search.limit));
  }
  if (search.cursor) params.set('cursor', search.cursor);
  return params;
}

/** The filters without what is only about how they are shown. */
export function exemptionFilters(search: ExemptionSearch): ExemptionQuery {
  const { sort, limit, cursor, ...filters } = search;
  return filters;
}

/** Whether anything narrows the list down. */
export function isExemptionSearchFiltered(search: ExemptionSearch): boolean {
  return Object.keys(exemptionFilters(search)).length > 0;
}
