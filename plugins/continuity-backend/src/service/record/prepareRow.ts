import {
  refused,
  type ImportCellError,
} from 'backstage-plugin-continuity-common';
import { isError } from '@backstage/errors';
import { RefusedConflictError } from '../../contract/RefusedConflictError';
import {
  WrongFieldsError,
  type RequestIssue,
} from '../../contract/WrongFieldsError';
import type { PreparedRow } from './RowImporter';

/** What a row is about. */
export type RowAbout = Pick<PreparedRow, 'entityRef' | 'title'>;

/** What becomes of a row; what is left out is empty. */
export type JudgedRow = Pick<PreparedRow, 'outcome'> &
  Partial<Omit<PreparedRow, keyof RowAbout | 'outcome'>>;

/**
 * A row as it is judged. What the judge throws since somebody may not do it, or says what can't be, refuses the row by the columns of the file; all other
 * errors are thrown on.
 */
export async function prepareRow(
  about: RowAbout,
  columnOf: (path: string) => string,
  judge: () => JudgedRow | Promise<JudgedRow>,
): Promise<PreparedRow> {
  try {
    return judgedRow(about, await judge());
  } catch (error) {
    return refusedRow(about, refusalsOf(error, columnOf));
  }
}

/** A row that was judged. */
export function judgedRow(about: RowAbout, judged: JudgedRow): PreparedRow {
  return { changes: [], errors: [], notes: [], id: null, ...about, ...judged };
}

/** A row that can't be imported. */
export function refusedRow(
  about: RowAbout,
  errors: ImportCellError[],
): PreparedRow {
  return judgedRow(about, { outcome: 'refused', errors });
}

/** What is wrong with a field, at the column that says it. */
export function cellErrorOf(
  { path, message, code = 'other', params = {} }: RequestIssue,
  columnOf: (path: string) => string,
): ImportCellError {
  return { column: columnOf(path), code, params, message };
}

/** What a service would have refused, by columns; what is no refusal is thrown on. */
export function refusalsOf(
  error: unknown,
  columnOf: (path: string) => string,
): ImportCellError[] {
  if (error instanceof WrongFieldsError) {
    return error.issues.map(issue => cellErrorOf(issue, columnOf));
  }
  if (error instanceof RefusedConflictError) {
    return [{ column: '', ...error.refusal }];
  }
  const isRefusal =
    isError(error) &&
    ['InputError', 'ConflictError', 'NotAllowedError'].includes(error.name);
  if (!isRefusal) throw error;
  return [{ column: '', ...refused('other', { reason: error.message }) }];
}
