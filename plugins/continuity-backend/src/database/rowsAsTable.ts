import type { Knex } from 'knex';
import { isPostgres } from './isPostgres';

/** Column names with their types, for values that travel as JSON. */
export type ColumnTypes<Row> = Record<
  keyof Row & string,
  'text' | 'bigint' | 'integer' | 'boolean'
>;

/**
 * Rows as a table `v` inside a statement: one binding however many rows, where a list of values would need a binding for each
 * value and a statement text as long as the batch.
 */
export function rowsAsTable<Row>(
  knex: Knex,
  columns: ColumnTypes<Row>,
  rows: Row[],
): Knex.Raw {
  const names = Object.keys(columns) as Array<keyof Row & string>;
  const json = JSON.stringify(rows);
  if (isPostgres(knex)) {
    const typed = names.map(name => `"${name}" ${columns[name]}`).join(', ');
    return knex.raw(`json_to_recordset(?::json) as v(${typed})`, [json]);
  }
  const extracted = names
    .map(name => `json_extract(value, '$.${name}') as "${name}"`)
    .join(', ');
  return knex.raw(`(select ${extracted} from json_each(?)) as v`, [json]);
}

/** Inserts rows in one statement. */
export async function insertRows<Row>(
  trx: Knex.Transaction,
  options: {
    table: string;
    columns: ColumnTypes<Row>;
    rows: Row[];
    /** What follows `on conflict`, for example `(id) do nothing`. */
    onConflict?: string;
  },
): Promise<void> {
  const { table, columns, rows, onConflict } = options;
  if (rows.length === 0) {
    return;
  }
  const names = Object.keys(columns)
    .map(name => `"${name}"`)
    .join(', ');
  await trx.raw(
    // "where true": without it SQLite takes "on conflict" for a part of the select
    `insert into ${table} (${names}) select ${names} from ? where true ${
      onConflict ? `on conflict ${onConflict}` : ''
    }`,
    [rowsAsTable(trx, columns, rows)],
  );
}

/** Updates rows, each with its own values, in one statement; `key` says which. */
export async function updateRows<Row>(
  trx: Knex.Transaction,
  options: {
    table: string;
    columns: ColumnTypes<Row>;
    rows: Row[];
    key: keyof Row & string;
  },
): Promise<void> {
  const { table, columns, rows, key } = options;
  if (rows.length === 0) {
    return;
  }
  const set = Object.keys(columns)
    .filter(name => name !== key)
    .map(name => `"${name}" = v."${name}"`)
    .join(', ');
  await trx.raw(
    `update ${table} set ${set} from ? where v."${key}" = ${table}."${key}"`,
    [rowsAsTable(trx, columns, rows)],
  );
}
