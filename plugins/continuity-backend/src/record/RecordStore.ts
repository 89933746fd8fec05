import type { RecordEntry } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';

/** A new history entry; id and hash are given by the store. */
export type NewRecordEntry = Omit<RecordEntry, 'id'>;

/** Append-only history of everything that somebody decided. */
export interface RecordStore {
  append(trx: Knex.Transaction, entries: NewRecordEntry[]): Promise<void>;

  /** Newest first. `before` is the cursor of the page before. */
  list(options: {
    entityRef: string;
    limit: number;
    before?: string;
  }): Promise<{
    items: RecordEntry[];
    totalItems: number;
    nextCursor?: string;
  }>;
}
