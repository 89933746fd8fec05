import type { Knex } from 'knex';
import type { Visibility } from '../catalog/Visibility';
import { inList } from '../database/whereInList';
import { Condition } from './coverageFilters';

/** What the caller may see, as SQL over a column of uids. A row without uid is hidden. */
export function visibleCondition(
  client: Knex.Client,
  column: string,
  visibility: Visibility,
): Condition {
  if (visibility.kind === 'all') return ['1 = 1', []];
  if (visibility.kind === 'none') return ['1 = 0', []];
  return inList(client, column, visibility.uids);
}
