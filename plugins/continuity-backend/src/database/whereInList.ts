import type { Knex } from 'knex';

/**
 * `column in (values)` with a single binding, however many values there are: SQLite refuses more than 32,766 bindings, and PostgreSQL more
 * than 65,535.
 */
export function whereInList<T extends Knex.QueryBuilder>(
  query: T,
  column: string,
  values: Iterable<string>,
): T {
  return query.whereRaw(...inList(query.client, column, values)) as T;
}

/** Never a part of what is looked for. */
const SEPARATOR = '\u001f';

/** The condition of {@link whereInList} as text and bindings. */
export function inList(
  client: Knex.Client,
  column: string,
  values: Iterable<string>,
): [sql: string, bindings: any[]] {
  const list = [...values];
  // one text: the driver takes seven times as long for an array of 50,000
  return client.config.client === 'pg'
    ? ['?? = any(string_to_array(?, chr(31)))', [column, list.join(SEPARATOR)]]
    : [
        '?? in (select value from json_each(?))',
        [column, JSON.stringify(list)],
      ];
}
