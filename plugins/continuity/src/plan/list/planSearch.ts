import { pageSizes } from '../../list/Pager';
import {
  planKindSchema,
  planProblemSchema,
  planQuerySchema,
  planStateSchema,
  type PlanQuery,
} from 'backstage-plugin-continuity-common';

/** The filters that hold lists, in the order in which they are written to the URL. */
export const planListFilters = [
  'state',
  'kind',
  'owner',
  'entity',
  'problem',
] as const;

export type PlanListFilter = (typeof planListFilters)[number];

/** What the list of plans shows, as its URL says it. */
export interface PlanSearch extends Pick<PlanQuery, PlanListFilter> {
  /** Only what the reader or their groups own. */
  mine?: true;
  waitingForMe?: true;
  search?: string;
  sort?: PlanQuery['sort'];
  limit?: number;
  cursor?: string;
}

export const defaultPlanPageSize = 50;

const understood: Record<PlanListFilter, (value: string) => boolean> = {
  state: value => planStateSchema.safeParse(value).success,
  kind: value => planKindSchema.safeParse(value).success,
  owner: () => true,
  entity: () => true,
  problem: value => planProblemSchema.safeParse(value).success,
};

/** Reads the page's URL. What can't be understood is left out: links outlive the software they were copied from. */
export function readPlanSearch(params: URLSearchParams): PlanSearch {
  const search: Record<string, unknown> = {};
  for (const filter of planListFilters) {
    const values = [...new Set(params.getAll(filter).filter(Boolean))].filter(
      understood[filter],
    );
    if (values.length) search[filter] = values;
  }
  if (params.get('mine') === 'true') search.mine = true;
  if (params.get('waiting') === 'true') search.waitingForMe = true;
  const text = params.get('search')?.trim().slice(0, 200);
  if (text) search.search = text;
  const sort = planQuerySchema.shape.sort.safeParse(params.get('sort'));
  if (sort.success && sort.data) search.sort = sort.data;
  const limit = Number(params.get('limit'));
  if (pageSizes.includes(limit)) search.limit = limit;
  const cursor = params.get('cursor');
  if (cursor) search.cursor = cursor;
  return search as PlanSearch;
}

/** Writes the page's URL; what is as always is left out. */
export function writePlanSearch(search: PlanSearch): URLSearchParams {
  const params = new URLSearchParams();
  for (const filter of planListFilters) {
    for (const value of search[filter] ?? []) params.append(filter, value);
  }
  if (search.mine) params.set('mine', 'true');
  if (search.waitingForMe) params.set('waiting', 'true');
  if (search.search) params.set('search', search.search);
  if (search.sort && search.sort !== 'reviewDue') {
    params.set('sort', search.sort);
  }
  if (search.limit && search.limit !== defaultPlanPageSize) {
    params.set('limit', String(search.limit));
  }
  if (search.cursor) params.set('cursor', search.cursor);
  return params;
}

/** Whether anything narrows the list down. */
export function isPlanSearchFiltered(search: PlanSearch): boolean {
  return Boolean(
    search.mine ||
      search.waitingForMe ||
      search.search ||
      planListFilters.some(filter => search[filter]),
  );
}
