import type { Knex } from 'knex';
import { isPostgres } from './isPostgres';

/**
 * Lets the database count its rows again where much has changed since it last did.
 *
 * After the first sweep its planner still believes that the tables are empty, and looks through all rows instead of using an index: SQLite never
 * counts by itself, PostgreSQL a minute later.
 */
export async function refreshStatistics(database: Knex): Promise<void> {
  if (!isPostgres(database)) {
    // 0x10000: tables without statistics, too; 0x00002: those that changed much
    await database.raw('pragma optimize=0x10002');
    return;
  }
  const { rows } = await database.raw<{ rows: Array<{ relname: string }> }>(
    `select relname from pg_stat_user_tables where schemaname = any(current_schemas(false))
       and relname not like 'knex%' and n_mod_since_analyze > 1000 and n_mod_since_analyze > n_live_tup / 10`,
  );
  // vacuumed as well, counts are read from indexes alone
  for (const { relname } of rows) {
    await database.raw('vacuum (analyze) ??', [relname]);
  }
}
