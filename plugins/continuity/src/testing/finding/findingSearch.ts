import {
  findingQuerySchema,
  findingSeveritySchema,
  findingStateSchema,
  type FindingQuery,
} from 'backstage-plugin-continuity-common';
import { listSearch } from '../../list/listSearch';
import { flag, one, several, severalOf, text } from '../../list/searchFields';

/** What the page of findings shows, as its URL says it. */
export interface FindingSearch
  extends Pick<
    FindingQuery,
    'state' | 'severity' | 'owner' | 'entity' | 'test'
  > {
  view?: 'board';
  overdue?: true;
  waitingForMe?: true;
  search?: string;
  sort?: FindingQuery['sort'];
  limit?: number;
  cursor?: string;
}

export const {
  read: readFindingSearch,
  write: writeFindingSearch,
  filtersOf: findingFilters,
  isFiltered: isFindingSearchFiltered,
} = listSearch<FindingSearch>({
  shown: { view: one(['board']) },
  filters: {
    state: severalOf(findingStateSchema),
    severity: severalOf(findingSeveritySchema),
    owner: several(),
    entity: several(),
    test: several(),
    overdue: flag(),
    waitingForMe: flag('waiting'),
    search: text(),
  },
  sort: { schema: findingQuerySchema.shape.sort, usual: 'due' },
});
