import {
  changeQuerySchema,
  changeStateSchema,
  changeTypeSchema,
  changeVerdictSchema,
  type ChangeQuery,
} from 'backstage-plugin-continuity-common';
import { listSearch } from '../../list/listSearch';
import { flag, several, severalOf, text, value } from '../../list/searchFields';

/** The two sections that list changes. */
export type ChangeListView = 'list' | 'reviews';

/** What a list of changes shows, as its URL says it. */
export interface ChangeSearch
  extends Pick<ChangeQuery, 'state' | 'type' | 'verdict' | 'entity' | 'plan'> {
  view: ChangeListView;
  mine?: true;
  /** The reader may approve or review it. */
  waitingForMe?: true;
  search?: string;
  sort?: ChangeQuery['sort'];
  limit?: number;
  cursor?: string;
}

export const {
  read: readChangeSearch,
  write: writeChangeSearch,
  filtersOf: changeFilters,
  isFiltered: isChangeSearchFiltered,
} = listSearch<ChangeSearch>({
  shown: { view: value(view => (view === 'reviews' ? view : 'list')) },
  filters: {
    state: severalOf(changeStateSchema),
    type: severalOf(changeTypeSchema),
    verdict: severalOf(changeVerdictSchema),
    entity: several(),
    plan: several(),
    mine: flag(),
    waitingForMe: flag('waiting'),
    search: text(),
  },
  sort: { schema: changeQuerySchema.shape.sort, usual: '-created' },
});
