import type { Knex } from 'knex';
import { seenRows } from '../coverage/seenRows';
import type { Access } from './CallerAccess';
import { CatalogVisibility } from './CatalogVisibility';

/** What the caller may see, as the queries of lists take it. */
export async function seenBy(
  access: Access,
  by: { database: Knex; visibility: CatalogVisibility },
) {
  return seenRows(by.database, await by.visibility.resolve(access.read));
}
