import { refused, type Refusal } from '../../terms/refusal';
import { readCellText } from './formulaText';
import { shown } from './importCell';
import { importColumns, importIgnoredColumns } from './importColumns';
import type { ImportKind } from './importKind';

/** Rows that one file may have. @public */
export const MOST_IMPORT_ROWS = 10_000;

/** Bytes of a file, as UTF-8. @public */
export const LARGEST_IMPORT = 10_000_000;

/** A record of a CSV as a parser gives it. @public */
export interface CsvRecord {
  /** Of the file, from 1; where it begins. */
  line: number;
  cells: string[];
}

/** A row with its cells by column; what is empty is left out. @public */
export interface ImportCells {
  line: number;
  cells: Record<string, string>;
  /** Cells that can't be read at all. */
  errors: ImportCellError[];
}

/** What is wrong with a cell, and what is accepted. `column` is empty for the row as a whole. @public */
export interface ImportCellError extends Refusal {
  column: string;
}

/** The rows of a file, or what is wrong with the file as a whole. @public */
export type ImportTable =
  | { ok: true; rows: ImportCells[]; ignored: string[] }
  | { ok: false; problems: Refusal[] };

const nothing = (cells: string[]) => cells.every(cell => cell.trim() === '');

function nameOf(cell: string): string {
  return readCellText(cell.trim()).toLowerCase().replace(/[\s-]+/g, '_');
}

/**
 * Finds the columns of a kind by the first line, whatever their order. Rows without any text are left out, since spreadsheets write them at the end.
 *
 * @public
 */
export function readImportTable(
  kind: ImportKind,
  records: CsvRecord[],
): ImportTable {
  const [head, ...body] = records.filter(({ cells }) => !nothing(cells));
  if (!head) return { ok: false, problems: [refused('file-empty')] };
  const columns = head.cells.map(nameOf);
  const problems = problemsOf(kind, columns);
  if (body.length === 0) {
    problems.push(refused('file-no-rows'));
  }
  if (body.length > MOST_IMPORT_ROWS) {
    problems.push(
      refused('file-too-many-rows', {
        rows: body.length,
        most: MOST_IMPORT_ROWS,
      }),
    );
  }
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    rows: body.map(record => rowOf(record, columns)),
    ignored: columns.filter(name => importIgnoredColumns[kind].includes(name)),
  };
}

function problemsOf(kind: ImportKind, columns: string[]): Refusal[] {
  const known = importColumns[kind];
  const accepted = known.map(({ name }) => name);
  const named = columns.filter(name => name !== '');
  const doubled = [
    ...new Set(named.filter((name, at) => named.indexOf(name) !== at)),
  ];
  const strange = named.filter(
    name =>
      !accepted.includes(name) && !importIgnoredColumns[kind].includes(name),
  );
  const missing = known.filter(
    ({ name, required }) => required && !columns.includes(name),
  );
  return [
    ...missing.map(({ name, about }) =>
      refused('column-missing', { column: name, about }),
    ),
    ...strange.map(name =>
      refused('column-unknown', {
        column: shown(name),
        accepted: accepted.join(', '),
      }),
    ),
    ...doubled.map(name => refused('column-twice', { column: name })),
  ];
}

function rowOf({ line, cells }: CsvRecord, columns: string[]): ImportCells {
  const errors: ImportCellError[] = [];
  if (cells.length > columns.length && !nothing(cells.slice(columns.length))) {
    errors.push({
      column: '',
      ...refused('row-too-long', {
        cells: cells.length,
        columns: columns.length,
      }),
    });
  }
  const named: Record<string, string> = {};
  columns.forEach((column, at) => {
    const text = readCellText(cells[at] ?? '');
    if (column === '' || text.trim() === '') return;
    // eslint-disable-next-line no-control-regex
    if (/\u0000/.test(text)) {
      errors.push({ column, ...refused('cell-no-text') });
      return;
    }
    named[column] = text;
  });
  return { line, cells: named, errors };
}
