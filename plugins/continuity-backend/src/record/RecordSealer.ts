import { createHash } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { sealText, type RecordSeal } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { BATCH_SIZE } from '../database/inChunks';
import { type ColumnTypes, insertRows } from '../database/rowsAsTable';

/** A transaction that took its number in the log may commit after later ones: so far back the log is looked through for what is not sealed. */
const LOOK_BACK = 10_000;
const DAY = 24 * 60 * 60 * 1000;

interface SealRow {
  position: number;
  record_id: string;
  record_seq: number;
  record_sha256: string;
  previous_sha256: string;
  sha256: string;
  sealed_at: string;
}

const columns: ColumnTypes<SealRow> = {
  position: 'bigint',
  record_id: 'text',
  record_seq: 'bigint',
  record_sha256: 'text',
  previous_sha256: 'text',
  sha256: 'text',
  sealed_at: 'text',
};

interface Options {
  database: Knex;
  logger: LoggerService;
  clock: () => Date;
}

/** Adds to the chain what was written since. Any replica may do it at any time: they take turns at the row where the chain ends. */
export class RecordSealer {
  readonly #options: Options;

  static create(options: Options): RecordSealer {
    return new RecordSealer(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Seals until nothing is left, in bounded batches; returns how many records were sealed. */
  async run(options: { signal?: AbortSignal } = {}): Promise<number> {
    let sealed = 0;
    while (!options.signal?.aborted) {
      const batch = await this.#batch();
      sealed += batch;
      if (batch < BATCH_SIZE) break;
    }
    return sealed;
  }

  async #batch(): Promise<number> {
    const { database, clock, logger } = this.#options;
    try {
      return await database.transaction(async trx => {
        // a change comes first, so that whoever else seals waits here, on SQLite, too
        await trx('record_seal_head').where({ id: 1 }).update({ id: 1 });
        const head = await trx('record_seal_head').where({ id: 1 }).first();
        if (!head) {
          throw new Error(
            'The row where the chain ends is gone from record_seal_head: somebody changed the history behind the software. Nothing is sealed until it is back.',
          );
        }
        const now = clock().toISOString();
        const isLookingBack =
          head.looked_back_at === null ||
          Date.parse(now) - Date.parse(head.looked_back_at) >= DAY;
        const rows = await this.#unsealed(trx, isLookingBack);
        const seals = chain(rows, { head, sealedAt: now });
        await insertRows(trx, { table: 'record_seals', columns, rows: seals });
        const last = seals[seals.length - 1];
        await trx('record_seal_head')
          .where({ id: 1 })
          .update({
            ...(last && {
              position: last.position,
              sha256: last.sha256,
              sealed_at: now,
            }),
            looked_back_at:
              isLookingBack && seals.length < BATCH_SIZE
                ? now
                : head.looked_back_at,
          });
        if (last) {
          // an anchor outside of the database
          logger.info(
            `Sealed ${seals.length} records up to position ${last.position}, ${last.sha256}`,
          );
        }
        return seals.length;
      });
    } catch (error) {
      if (isBusy(error)) return 0;
      throw error;
    }
  }

  async #unsealed(
    trx: Knex.Transaction,
    isLookingBack: boolean,
  ): Promise<Array<{ id: string; seq: number | string; sha256: string }>> {
    const [{ latest }] = await trx('record_seals').max({
      latest: 'record_seq',
    });
    const from = isLookingBack
      ? 0
      : Math.max(0, Number(latest ?? 0) - LOOK_BACK);
    return trx('records as r')
      .where('r.seq', '>', from)
      .whereNotExists(
        trx('record_seals as s')
          .select('s.position')
          .whereRaw('s.record_seq = r.seq'),
      )
      .whereNotExists(
        trx('record_seals as s')
          .select('s.position')
          .whereRaw('s.record_id = r.id'),
      )
      .orderBy('r.seq')
      .limit(BATCH_SIZE)
      .select('r.id', 'r.seq', 'r.sha256');
  }
}

function chain(
  records: Array<{ id: string; seq: number | string; sha256: string }>,
  options: {
    head: { position: number | string; sha256: string };
    sealedAt: string;
  },
): SealRow[] {
  let position = Number(options.head.position);
  let previousSha256 = options.head.sha256;
  return records.map(record => {
    position += 1;
    const unsigned: Omit<RecordSeal, 'sha256'> = {
      position,
      recordId: record.id,
      recordSeq: Number(record.seq),
      recordSha256: record.sha256,
      previousSha256,
      sealedAt: options.sealedAt,
    };
    const sha256 = createHash('sha256')
      .update(sealText(unsigned))
      .digest('hex');
    const row: SealRow = {
      position,
      record_id: unsigned.recordId,
      record_seq: unsigned.recordSeq,
      record_sha256: unsigned.recordSha256,
      previous_sha256: previousSha256,
      sha256,
      sealed_at: unsigned.sealedAt,
    };
    previousSha256 = sha256;
    return row;
  });
}

/** Another process has the file, and seals or writes: the next turn will do. */
function isBusy(error: unknown): boolean {
  return (
    (error as { code?: string } | null)?.code?.startsWith('SQLITE_BUSY') ??
    false
  );
}
