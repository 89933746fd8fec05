import {
  planChangeRequestStateSchema,
  type PlanChangeRequestQuery,
} from 'backstage-plugin-continuity-common';
import { listSearch } from '../../list/listSearch';
import { flag, several, severalOf } from '../../list/searchFields';

/** What the list of plan change requests shows, as its URL says it. */
export interface RequestSearch
  extends Pick<PlanChangeRequestQuery, 'state' | 'plan' | 'owner'> {
  late?: true;
  waitingForMe?: true;
  limit?: number;
  cursor?: string;
}

const { read, write, filtersOf, isFiltered } = listSearch<RequestSearch>({
  filters: {
    state: severalOf(planChangeRequestStateSchema),
    plan: several(),
    owner: several(),
    late: flag(),
    waitingForMe: flag('waiting'),
  },
});

/** Writes the page's URL: the list is one of the views of changes. */
export function writeRequestSearch(search: RequestSearch): URLSearchParams {
  return new URLSearchParams([['view', 'requests'], ...write(search)]);
}

export {
  read as readRequestSearch,
  filtersOf as requestFilters,
  isFiltered as isRequestSearchFiltered,
};
