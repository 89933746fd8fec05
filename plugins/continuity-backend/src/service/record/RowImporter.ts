import type {
  ImportRow,
  RecordEntry,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { Access } from '../../permissions/CallerAccess';

/** Where a record came from. */
export type Imported = NonNullable<RecordEntry['imported']>;

/** A row of a file that was read. */
export interface ReadImport<Row> {
  line: number;
  row: Row;
}

/** What becomes of a row, and what has to be written for it. */
export interface PreparedRow
  extends Pick<
    ImportRow,
    'entityRef' | 'title' | 'outcome' | 'changes' | 'errors' | 'notes' | 'id'
  > {
  /** By what it was decided, beside what the row shows: where it differs later, the dry run is stale. */
  seen?: unknown;
  /** The entities whose assessment it can alter. */
  dirty?: string[];
  /** Absent where nothing is written, or another row writes for this one. Returns what was made. */
  write?: (trx: Knex.Transaction, how: Imported) => Promise<string | null>;
}

/** Imports rows of one kind: judges all of them first, so that they are written together or not at all. */
export interface RowImporter<Row> {
  prepare(
    rows: Array<ReadImport<Row>>,
    options: { access: Access; at: string },
  ): Promise<PreparedRow[]>;
}
