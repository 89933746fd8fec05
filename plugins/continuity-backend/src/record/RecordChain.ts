import { createHash } from 'node:crypto';
import {
  checkSeal,
  noSealBefore,
  type RecordIntegrity,
  type RecordSeal,
  type RecordVerification,
  type RecordVerifyQuery,
  type SealBreak,
  type SealHead,
  type StoredRecord,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { BATCH_SIZE } from '../database/inChunks';

const DEFAULT_LIMIT = 100_000;

/** A link with the record it seals, as the database has them. */
interface Link {
  seal: RecordSeal;
  record: StoredRecord | null;
}

type Break = NonNullable<RecordVerification['firstBreak']>;
type Before = Pick<RecordSeal, 'position' | 'sha256'>;

/** Reads the chain over the history and compares it with what is there now. */
export class RecordChain {
  readonly #database: Knex;
  readonly #clock: () => Date;

  static create(options: { database: Knex; clock: () => Date }): RecordChain {
    return new RecordChain(options);
  }

  private constructor(options: { database: Knex; clock: () => Date }) {
    this.#database = options.database;
    this.#clock = options.clock;
  }

  async integrity(): Promise<RecordIntegrity> {
    const head = await this.#headRow();
    const [{ records }] = await this.#database('records').count({
      records: '*',
    });
    return {
      sealed: toHead(head),
      records: Number(records),
      ...(await this.#unsealed()),
      lastCheck: head.checked_at
        ? {
            at: head.checked_at,
            through: Number(head.checked_through),
            holds: Boolean(head.checked_holds),
          }
        : null,
    };
  }

  /** Checks seals in order, some hundred at a time, so that others get their turn. */
  async verify(query: RecordVerifyQuery = {}): Promise<RecordVerification> {
    const { after = 0, limit = DEFAULT_LIMIT } = query;
    const head = await this.#headRow();
    const through = Number(head.position);
    let previous: Before | null = await this.#sealAt(after);
    let position = after;
    let seals = 0;
    let breaks = 0;
    let firstBreak: Break | null = null;
    const note = (found: Break) => {
      breaks += 1;
      firstBreak ??= found;
    };
    const isBeyond = after > through;
    if (previous === null && after > 0 && !isBeyond) {
      note(withoutRecord('seal-missing', after));
    }
    let isEnd = false;
    while (!isEnd && seals < limit) {
      const size = Math.min(BATCH_SIZE, limit - seals);
      const links = await this.#links(position, size);
      for (const { seal, record } of links) {
        // where the one before is gone, that alone is the break
        if (after > 0) {
          previous ??= { position: after, sha256: seal.previousSha256 };
        }
        const what = checkSeal({ seal, previous, record, hash });
        if (what) note(describe({ seal, record, what, previous }));
        previous = seal;
      }
      seals += links.length;
      position = previous?.position ?? position;
      isEnd = links.length < size;
    }
    if (isEnd && !(isBeyond && seals === 0)) {
      const wrong = wrongEnd(previous ?? { position: after, sha256: null }, {
        head,
        now: await this.#headRow(),
      });
      if (wrong) note(wrong);
    }
    return {
      holds: breaks === 0,
      checked: {
        from: seals === 0 ? 0 : after + 1,
        to: seals === 0 ? 0 : position,
        seals,
      },
      ...(!isEnd && position < through && { nextAfter: position }),
      firstBreak,
      breaks,
      sealed: toHead(head),
      ...(await this.#unsealed()),
      notedHolds: await this.#notedHolds(query),
    };
  }

  /** Checks everything and leaves the result for whoever looks next. */
  async check(): Promise<RecordVerification> {
    let answer = await this.verify();
    const whole = { ...answer };
    while (answer.nextAfter !== undefined) {
      answer = await this.verify({ after: answer.nextAfter });
      whole.holds &&= answer.holds;
      whole.firstBreak ??= answer.firstBreak;
      whole.breaks += answer.breaks;
      whole.checked = {
        from: whole.checked.from,
        to: answer.checked.to,
        seals: whole.checked.seals + answer.checked.seals,
      };
    }
    delete whole.nextAfter;
    await this.#database('record_seal_head').where({ id: 1 }).update({
      checked_at: this.#clock().toISOString(),
      checked_through: whole.checked.to,
      checked_holds: whole.holds,
    });
    return whole;
  }

  async #links(after: number, size: number): Promise<Link[]> {
    const rows = await this.#database('record_seals as s')
      .leftJoin('records as r', 'r.id', 's.record_id')
      .where('s.position', '>', after)
      .orderBy('s.position')
      .limit(size)
      .select(
        's.*',
        'r.seq',
        'r.payload',
        'r.sha256 as stored_sha256',
        'r.entity_ref',
        'r.type',
        'r.at',
      );
    return rows.map(row => ({
      seal: toSeal(row),
      record:
        row.payload === null
          ? null
          : {
              seq: Number(row.seq),
              payload: row.payload,
              sha256: row.stored_sha256,
              entityRef: row.entity_ref,
              type: row.type,
              at: row.at,
            },
    }));
  }

  async #sealAt(position: number): Promise<RecordSeal | null> {
    if (position === 0) return null;
    const row = await this.#database('record_seals')
      .where({ position })
      .first();
    return row ? toSeal(row) : null;
  }

  async #notedHolds(query: RecordVerifyQuery): Promise<boolean | null> {
    const { notedPosition, notedSha256 } = query;
    if (notedPosition === undefined || notedSha256 === undefined) return null;
    const seal = await this.#sealAt(notedPosition);
    return seal?.sha256 === notedSha256;
  }

  /** What is noted of the end; where somebody took it out, the chain is longer than it is noted to be. */
  async #headRow() {
    const row = await this.#database('record_seal_head')
      .where({ id: 1 })
      .first();
    return row ?? { position: 0, sha256: noSealBefore, sealed_at: null };
  }

  async #unsealed(): Promise<
    Pick<RecordIntegrity, 'unsealed' | 'unsealedSince'>
  > {
    const [row] = await this.#database('records as r')
      .leftJoin('record_seals as s', 's.record_id', 'r.id')
      .whereNull('s.position')
      .count({ unsealed: '*' })
      .min({ since: 'r.at' });
    return {
      unsealed: Number(row.unsealed),
      unsealedSince: (row.since as string | null) ?? null,
    };
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function toHead(row: {
  position: number | string;
  sha256: string;
  sealed_at: string | null;
}): SealHead | null {
  return row.sealed_at === null || row.sha256 === noSealBefore
    ? null
    : { position: Number(row.position), sha256: row.sha256, at: row.sealed_at };
}

function toSeal(row: any): RecordSeal {
  return {
    position: Number(row.position),
    recordId: row.record_id,
    recordSeq: Number(row.record_seq),
    recordSha256: row.record_sha256,
    previousSha256: row.previous_sha256,
    sha256: row.sha256,
    sealedAt: row.sealed_at,
  };
}

function describe(options: {
  seal: RecordSeal;
  record: StoredRecord | null;
  what: SealBreak;
  previous: Before | null;
}): Break {
  const { seal, record, what, previous } = options;
  if (what === 'seal-missing') {
    return withoutRecord('seal-missing', (previous?.position ?? 0) + 1);
  }
  return {
    position: seal.position,
    what,
    recordId: seal.recordId,
    entityRef: record?.entityRef ?? null,
    type: record?.type ?? null,
    at: record?.at ?? null,
  };
}

/**
 * Where the chain ends is noted apart from it: one that was cut off behind, or went on without the sealer, is seen by that. The chain may have grown since
 * `head` was read, and not beyond `now`.
 */
function wrongEnd(
  last: { position: number; sha256: string | null },
  noted: Record<'head' | 'now', { position: number | string; sha256: string }>,
): Break | null {
  const end = last.position;
  const through = Number(noted.head.position);
  if (end < through) return withoutRecord('seal-missing', end + 1);
  if (end > Number(noted.now.position)) {
    return withoutRecord('out-of-order', end);
  }
  return end > 0 &&
    end === through &&
    last.sha256 !== null &&
    last.sha256 !== noted.head.sha256
    ? withoutRecord('seal-changed', end)
    : null;
}

function withoutRecord(what: SealBreak, position: number): Break {
  return {
    position,
    what,
    recordId: null,
    entityRef: null,
    type: null,
    at: null,
  };
}
