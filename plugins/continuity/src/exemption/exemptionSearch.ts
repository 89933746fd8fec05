import {
  exemptionQuerySchema,
  exemptionStateSchema,
  type ExemptionQuery,
} from 'backstage-plugin-continuity-common';
import { listSearch } from '../list/listSearch';
import { flag, several, severalOf, value } from '../list/searchFields';

/** What the page of exemptions shows, as its URL says it. */
export interface ExemptionSearch
  extends Pick<ExemptionQuery, 'state' | 'entity' | 'requester' | 'approver'> {
  /** Only what the reader asked for, or of what they or their groups own or recover. */
  mine?: true;
  waitingForMe?: true;
  /** A day. */
  endingBefore?: string;
  sort?: ExemptionQuery['sort'];
  limit?: number;
  cursor?: string;
}

export const {
  read: readExemptionSearch,
  write: writeExemptionSearch,
  filtersOf: exemptionFilters,
  isFiltered: isExemptionSearchFiltered,
} = listSearch<ExemptionSearch>({
  filters: {
    state: severalOf(exemptionStateSchema),
    entity: several(),
    requester: several(),
    approver: several(),
    mine: flag(),
    waitingForMe: flag('waiting'),
    endingBefore: value(
      day => (/^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined),
      { called: 'ending' },
    ),
  },
  sort: { schema: exemptionQuerySchema.shape.sort, usual: 'state' },
});
