import {
  planChangeRequestStateSchema,
  type PlanChangeRequestQuery,
} from 'backstage-plugin-continuity-common';
import { pageSizes } from '../../list/Pager';
import { defaultChangePageSize } from './changeSearch';

/** What the list of plan change requests shows, as its URL says it. */
export interface RequestSearch
  extends Pick<PlanChangeRequestQuery, 'state' | 'plan' | 'owner'> {
  late?: true;
  waitingForMe?: true;
  limit?: number;
  cursor?: string;
}

/** Reads the page's URL; what can't be understood is left out. */
export function readRequestSearch(params: URLSearchParams): RequestSearch {
  const search: RequestSearch = {};
  const states = planChangeRequestStateSchema.options.filter(state =>
    params.getAll('state').includes(state),
  );
  if (states.length) search.state = states;
  for (const filter of ['plan', 'owner'] as const) {
    const values = params.getAll(filter).filter(Boolean);
    if (values.length) search[filter] = values;
  }
  if (params.get('late') === 'true') search.late = true;
  if (params.get('waiting') === 'true') search.waitingForMe = true;
  const limit = Number(params.get('limit'));
  if (pageSizes.includes(limit)) search.limit = limit;
  const cursor = params.get('cursor');
  if (cursor) search.cursor = cursor;
  return search;
}

/** Writes the page's URL; what is as always is left out. */
export function writeRequestSearch(search: RequestSearch): URLSearchParams {
  const params = new URLSearchParams({ view: 'requests' });
  for (const filter of ['state', 'plan', 'owner'] as const) {
    for (const value of search[filter] ?? []) params.append(filter, value);
  }
  if (search.late) params.set('late', 'true');
  if (search.waitingForMe) params.set('waiting', 'true');
  if (search.limit && search.limit !== defaultChangePageSize) {
    params.set('limit', String(search.limit));
  }
  if (search.cursor) params.set('cursor', search.cursor);
  return params;
}

/** The filters as the list is asked with them. */
export function requestFilters(search: RequestSearch): PlanChangeRequestQuery {
  const { state, plan, owner, late, waitingForMe } = search;
  return {
    ...(state && { state }),
    ...(plan && { plan }),
    ...(owner && { owner }),
    ...(late && { late }),
    ...(waitingForMe && { waitingForMe }),
  };
}
