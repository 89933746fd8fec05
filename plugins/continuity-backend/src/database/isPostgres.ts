import type { Knex } from 'knex';

/** Whether this is PostgreSQL; else it is SQLite, where one connection does everything. */
export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}
