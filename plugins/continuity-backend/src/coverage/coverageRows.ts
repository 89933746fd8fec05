import type { Knex } from 'knex';
import type { Visibility } from '../catalog/Visibility';
import { isPostgres } from '../database/isPostgres';
import {
  coverageConditions,
  isFiltered,
  type ResolvedFilters,
} from './coverageFilters';
import { rowsAt } from './rowsAt';
import { visibleCondition } from './visibleCondition';

/**
 * The indexes that hold whatever lists are filtered and sorted by. SQLite has to be told: it does not know how long texts are, and takes an index of so many columns for no
 * shorter than the table, which is ten times as long.
 */
const LIST = 'assessments_list_idx';
const PAST_LIST = 'assessments_past_list_idx';

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
  options?: { byList: boolean },
): Knex.QueryBuilder[] {
  const [sql, bindings] = visibleCondition(database.client, 'uid', visibility);
  return rowsAt(asOf).map(([atThen, moments]) => {
    const index = moments.length > 1 ? PAST_LIST : LIST;
    const from =
      options?.byList && !isPostgres(database)
        ? database.raw('assessments indexed by ??', [index])
        : 'assessments';
    return database
      .from(from as string)
      .whereRaw(atThen, moments)
      .whereRaw(sql, bindings);
  });
}

/**
 * What the caller may see and asks for: one query for each sort of rows.
 *
 * @param options - `byList`: nothing is asked of the rows but what lists are filtered and sorted by
 */
export function matchingRows(
  database: Knex,
  rows: CoverageRows,
  options?: { byList: boolean },
): Knex.QueryBuilder[] {
  const { filters, visibility } = rows;
  const conditions = coverageConditions(database.client, filters, visibility);
  const byList =
    options?.byList === true &&
    isFiltered(filters) &&
    !isFoundOtherwise(filters);
  return visibleRows(database, rows, { byList }).map(query => {
    for (const [sql, bindings] of conditions) query.whereRaw(sql, bindings);
    return query;
  });
}

/** Whether there is an index for a filter of its own, or the list's does not hold what is filtered by. */
export function isFoundOtherwise({
  owner,
  system,
  parties,
  cause,
}: ResolvedFilters): boolean {
  return [owner, system, parties, cause].some(value => value !== undefined);
}
