import type { Knex } from 'knex';
import type { Visibility } from '../catalog/Visibility';
import { coverageConditions, type ResolvedFilters } from './coverageFilters';
import { rowsAt } from './rowsAt';
import { visibleCondition } from './visibleCondition';

/** Which rows are meant. */
export interface CoverageRows {
  filters: ResolvedFilters;
  visibility: Visibility;
  /** A moment; null = now. */
  asOf: string | null;
}

/** What the caller may see, whatever the filters: one query for each sort of rows, see `rowsAt`. */
export function visibleRows(
  database: Knex,
  { visibility, asOf }: Omit<CoverageRows, 'filters'>,
): Knex.QueryBuilder[] {
  const [sql, bindings] = visibleCondition(database.client, 'uid', visibility);
  return rowsAt(asOf).map(([atThen, moments]) =>
    database('assessments')
      .whereRaw(atThen, moments)
      .whereRaw(sql, bindings),
  );
}

/** What the caller may see and asks for: one query for each sort of rows. */
export function matchingRows(
  database: Knex,
  options: CoverageRows,
): Knex.QueryBuilder[] {
  const conditions = coverageConditions(
    database.client,
    options.filters,
    options.visibility,
  );
  return visibleRows(database, options).map(query => {
    for (const [sql, bindings] of conditions) query.whereRaw(sql, bindings);
    return query;
  });
}
