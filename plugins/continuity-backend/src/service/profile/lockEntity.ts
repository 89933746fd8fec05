import type { Knex } from 'knex';
import { isPostgres } from '../../database/isPostgres';

/**
 * Makes whoever else wants to decide about the same entity wait until the transaction ends. SQLite has one writer anyway.
 */
export async function lockEntity(
  trx: Knex.Transaction,
  entityRef: string,
): Promise<void> {
  if (!isPostgres(trx)) return;
  await trx('mirror_entities')
    .where({ entity_ref: entityRef })
    .forUpdate()
    .first('entity_ref');
}
