import { createHash, randomUUID } from 'node:crypto';
import { InputError } from '@backstage/errors';
import {
  canonicalJson,
  type RecordEntry,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { BATCH_SIZE, inChunks } from '../database/inChunks';
import { type ColumnTypes, insertRows } from '../database/rowsAsTable';
import type { NewRecordEntry, RecordStore } from './RecordStore';

interface RecordRow {
  id: string;
  entity_ref: string;
  type: string;
  payload: string;
  sha256: string;
  at: string;
}

const columns: ColumnTypes<RecordRow> = {
  id: 'text',
  entity_ref: 'text',
  type: 'text',
  payload: 'text',
  sha256: 'text',
  at: 'text',
};

/** Keeps the history as canonical JSON text with its SHA-256, so that a later reader can tell whether an entry was touched. */
export class DatabaseRecordStore implements RecordStore {
  readonly #database: Knex;

  static create(options: { database: Knex }): DatabaseRecordStore {
    return new DatabaseRecordStore(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  async append(
    trx: Knex.Transaction,
    entries: NewRecordEntry[],
  ): Promise<void> {
    for (const chunk of inChunks(entries, BATCH_SIZE)) {
      await insertRows(trx, {
        table: 'records',
        columns,
        rows: chunk.map(toRow),
      });
    }
  }

  async list(options: {
    entityRef: string;
    limit: number;
    before?: string;
  }): Promise<{
    items: RecordEntry[];
    totalItems: number;
    nextCursor?: string;
  }> {
    const { entityRef, limit, before } = options;
    const ofEntity = this.#database('records').where('entity_ref', entityRef);
    const [{ total }] = await ofEntity.clone().count({ total: '*' });
    const page = ofEntity
      .select('seq', 'payload')
      .orderBy('seq', 'desc')
      .limit(limit + 1);
    if (before !== undefined) {
      page.where('seq', '<', positionOf(before));
    }
    const rows: Array<{ seq: string | number; payload: string }> = await page;
    const shown = rows.slice(0, limit);
    return {
      items: shown.map(row => JSON.parse(row.payload)),
      totalItems: Number(total),
      ...(rows.length > limit && {
        nextCursor: String(shown[shown.length - 1].seq),
      }),
    };
  }
}

function toRow(entry: NewRecordEntry): RecordRow {
  const id = randomUUID();
  const payload = canonicalJson({ id, ...entry });
  return {
    id,
    entity_ref: entry.entityRef,
    type: entry.type,
    payload,
    sha256: createHash('sha256').update(payload).digest('hex'),
    at: entry.at,
  };
}

function positionOf(cursor: string): number {
  const position = Number(cursor);
  if (!Number.isSafeInteger(position) || position < 1) {
    throw new InputError(
      'This cursor does not come from the page before; start again without one',
    );
  }
  return position;
}
