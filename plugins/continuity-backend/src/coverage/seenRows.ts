import type { Knex } from 'knex';
import type { Visibility } from '../catalog/Visibility';
import { visibleCondition } from './visibleCondition';

/** What the caller may see, as the queries of lists take it. */
export function seenRows(database: Knex, visibility: Visibility) {
  return {
    visibility,
    /** SQL over a column of uids, with its values. */
    visibleSql: (column: string) =>
      visibleCondition(database.client, column, visibility) as [string, any[]],
  };
}
