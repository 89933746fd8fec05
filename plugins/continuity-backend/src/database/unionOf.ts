import type { Knex } from 'knex';

/** All rows of several queries as one table; each may be sorted and limited by itself, which SQLite takes only from inside. */
export function unionOf(
  knex: Knex,
  queries: Knex.QueryBuilder[],
): Knex.QueryBuilder {
  const [first, ...others] = queries.map(query =>
    knex.select('*').from(query.as('part')),
  );
  return knex
    .select('*')
    .from((others.length ? first.unionAll(others) : first).as('whole'));
}
