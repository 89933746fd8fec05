import {
  planKindSchema,
  planProblemSchema,
  planQuerySchema,
  planStateSchema,
  type PlanQuery,
} from 'backstage-plugin-continuity-common';
import { listSearch } from '../../list/listSearch';
import { flag, several, severalOf, text } from '../../list/searchFields';

/** What the list of plans shows, as its URL says it. */
export interface PlanSearch
  extends Pick<PlanQuery, 'state' | 'kind' | 'owner' | 'entity' | 'problem'> {
  /** Only what the reader or their groups own. */
  mine?: true;
  waitingForMe?: true;
  search?: string;
  sort?: PlanQuery['sort'];
  limit?: number;
  cursor?: string;
}

export const {
  read: readPlanSearch,
  write: writePlanSearch,
  isFiltered: isPlanSearchFiltered,
} = listSearch<PlanSearch>({
  filters: {
    state: severalOf(planStateSchema),
    kind: severalOf(planKindSchema),
    owner: several(),
    entity: several(),
    problem: severalOf(planProblemSchema),
    mine: flag(),
    waitingForMe: flag('waiting'),
    search: text(),
  },
  sort: { schema: planQuerySchema.shape.sort, usual: 'reviewDue' },
});
