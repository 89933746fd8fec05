import {
  importSeparator,
  refused,
  type CsvRecord,
  type Refusal,
} from 'backstage-plugin-continuity-common';
import { CsvError, parse } from 'csv-parse/sync';

/** With this line Excel says which separator follows. */
const NAMES_SEPARATOR = /^"?sep=[,;\t]"?$/i;
const LINE_END = /\r\n|\n|\r/g;

/** The records of a CSV, each with the line in which it begins; or what is wrong with the file. */
export function parseCsv(
  text: string,
): { ok: true; records: CsvRecord[] } | { ok: false; problem: Refusal } {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    const found = parse(plain, {
      delimiter: importSeparator(plain),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      raw: true,
    }) as unknown as Array<{ raw: string; record: string[] }>;
    let line = 1;
    const records = found.map(({ raw, record }) => {
      const begins = line;
      line += linesIn(raw);
      return { line: begins, cells: record };
    });
    const hasSeparatorLine = NAMES_SEPARATOR.test(found[0]?.raw.trim() ?? '');
    return { ok: true, records: hasSeparatorLine ? records.slice(1) : records };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, problem: problemOf(error, plain) };
  }
}

function linesIn(text: string): number {
  return text.match(LINE_END)?.length ?? 0;
}

function problemOf(error: CsvError, text: string): Refusal {
  if (error.code !== 'CSV_QUOTE_NOT_CLOSED') {
    return refused('file-no-csv', { line: Number(error.lines) });
  }
  // all before the record that never ends was understood
  const before = Buffer.from(text).subarray(0, Number(error.bytes_records));
  return refused('file-quote-open', { line: linesIn(String(before)) + 1 });
}
