import {
  importSeparator,
  type CsvRecord,
} from 'backstage-plugin-continuity-common';
import { CsvError, parse } from 'csv-parse/sync';

/** The records of a CSV, each with the line in which it begins; or what is wrong with the file. */
export function parseCsv(
  text: string,
): { ok: true; records: CsvRecord[] } | { ok: false; problem: string } {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    const found = parse(plain, {
      delimiter: importSeparator(plain),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      raw: true,
    }) as unknown as Array<{ raw: string; record: string[] }>;
    let line = 1;
    return {
      ok: true,
      records: found.map(({ raw, record }) => {
        const begins = line;
        line += raw.match(/\r\n|\n|\r/g)?.length ?? 0;
        return { line: begins, cells: record };
      }),
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return {
      ok: false,
      problem: `This is no CSV. ${error.message}. Put texts that hold quotation marks or the separator into quotation marks, and write a quotation mark in them twice.`,
    };
  }
}
