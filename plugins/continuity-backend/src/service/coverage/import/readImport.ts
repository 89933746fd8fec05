import {
  readAnalysisRow,
  readExemptionRow,
  readImportTable,
  readPlanRow,
  readProfileRow,
  readTestRow,
  refused,
  testKeyOf,
  type ContinuityPolicy,
  type ImportCellError,
  type ImportKind,
  type PlanRow,
  type ReadRow,
  type Refusal,
  type TestRow,
} from 'backstage-plugin-continuity-common';
import type { ReadImport } from '../../record/RowImporter';
import { parseCsv } from './parseCsv';

/** A row that was read, or why not. */
export type ImportRowRead =
  | { line: number; ok: true; row: unknown }
  | {
      line: number;
      ok: false;
      cells: Record<string, string>;
      errors: ImportCellError[];
    };

interface Context {
  policy: ContinuityPolicy;
  /** Who imports, where a person does. */
  person: string | null;
}

type Reader = (
  cells: Record<string, string>,
  context: Context,
) => ReadRow<unknown>;

/** How each kind is read, and by what two rows are about the same. */
const readers: Record<
  ImportKind,
  { read: Reader; keyOf: (row: any) => string; column: string }
> = {
  profiles: {
    read: readProfileRow,
    keyOf: row => row.entityRef,
    column: 'entity_ref',
  },
  analyses: {
    read: readAnalysisRow,
    keyOf: row => row.entityRef,
    column: 'entity_ref',
  },
  plans: {
    read: readPlanRow,
    keyOf: ({ contents }: PlanRow) =>
      `${contents.title}\n${contents.reference?.url}`,
    column: 'title',
  },
  tests: {
    read: (cells, { policy, person }) =>
      readTestRow(cells, { facilitator: person, timeZone: policy.timeZone }),
    keyOf: (row: TestRow) => `${testKeyOf(row)}\n${row.entityRef}`,
    column: 'entity_ref',
  },
  exemptions: {
    read: readExemptionRow,
    keyOf: row => `${row.entityRef}\n${row.requirement}`,
    column: 'entity_ref',
  },
};

/** Reads a file: its rows, or what is wrong with it as a whole. The second of two rows about the same is refused. */
export function readImport(
  kind: ImportKind,
  csv: string,
  context: Context,
):
  | { ok: true; rows: ImportRowRead[]; ignored: string[] }
  | { ok: false; problems: Refusal[] } {
  const parsed = parseCsv(csv);
  if (!parsed.ok) return { ok: false, problems: [parsed.problem] };
  const table = readImportTable(kind, parsed.records);
  if (!table.ok) return table;
  const { read, keyOf, column } = readers[kind];
  const firstLine = new Map<string, number>();
  const rows = table.rows.map(({ line, cells, errors }): ImportRowRead => {
    if (errors.length > 0) return { line, ok: false, cells, errors };
    const answer = read(cells, context);
    if (!answer.ok) return { line, ok: false, cells, errors: answer.errors };
    const key = keyOf(answer.row);
    const first = firstLine.get(key);
    if (first === undefined) {
      firstLine.set(key, line);
      return { line, ok: true, row: answer.row };
    }
    const twice = { column, ...refused('row-twice', { line: first }) };
    return { line, ok: false, cells, errors: [twice] };
  });
  return { ok: true, rows, ignored: table.ignored };
}

/** The rows that could be read. */
export function readable(rows: ImportRowRead[]): Array<ReadImport<any>> {
  return rows.flatMap(each =>
    each.ok ? [{ line: each.line, row: each.row }] : [],
  );
}
