import type {
  EvidencePack,
  EvidenceScope,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { Visibility } from '../../catalog/Visibility';
import { JobQueue } from '../../database/JobQueue';

/** What packs are filed under. */
export function evidenceRecordRef(packId: string): string {
  return `evidence-pack:${packId}`;
}

/** A pack as it is stored, without its file. */
export interface StoredPack extends Omit<EvidencePack, 'entities'> {
  requestedBy: string;
  /** From the beginning of the first day to the end of the last, or when it was asked for. */
  fromAt: string;
  toAt: string;
  entityRefs: string[];
  sight: Visibility;
}

const columns = [
  'id',
  'title',
  'state',
  'from_day',
  'to_day',
  'from_at',
  'to_at',
  'scope',
  'entity_refs',
  'left_out',
  'sight',
  'requested_by',
  'requested_at',
  'progress',
  'finished_at',
  'expires_at',
  'missing',
  'bytes',
  'sha256',
  'problem',
];

/** Keeps evidence packs, and who makes which. */
export class EvidencePackStore {
  readonly #database: Knex;
  readonly #queue: JobQueue;

  static create(options: { database: Knex }): EvidencePackStore {
    return new EvidencePackStore(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
    this.#queue = JobQueue.create({ database, table: 'evidence_packs' });
  }

  async insert(trx: Knex.Transaction, pack: StoredPack): Promise<void> {
    await trx('evidence_packs').insert({
      id: pack.id,
      title: pack.title,
      state: pack.state,
      from_day: pack.period.from,
      to_day: pack.period.to,
      from_at: pack.fromAt,
      to_at: pack.toAt,
      scope: JSON.stringify(pack.scope),
      entity_refs: JSON.stringify(pack.entityRefs),
      left_out: pack.leftOut,
      sight: writeSight(pack.sight),
      requested_by: pack.requestedBy,
      requested_at: pack.requestedAt,
      progress: 0,
      attempts: 0,
    });
  }

  /** The packs of a person, newest first. */
  async listOf(requestedBy: string): Promise<StoredPack[]> {
    const rows = await this.#database('evidence_packs')
      .where({ requested_by: requestedBy })
      .orderBy([
        { column: 'requested_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .select(columns);
    return rows.map(toPack);
  }

  async get(id: string): Promise<StoredPack | undefined> {
    const row = await this.#database('evidence_packs')
      .where({ id })
      .first(columns);
    return row && toPack(row);
  }

  async content(id: string): Promise<Buffer | null> {
    const row = await this.#database('evidence_packs')
      .where({ id })
      .first('content');
    return row?.content ?? null;
  }

  /** Takes the oldest pack that nobody makes. */
  async claim(now: string): Promise<StoredPack | undefined> {
    const id = await this.#queue.claim(now);
    return id === undefined ? undefined : this.get(id);
  }

  async progress(id: string, progress: number, now: string): Promise<void> {
    await this.#queue.progress(id, { progress }, now);
  }

  async finish(
    trx: Knex.Transaction,
    id: string,
    made: {
      at: string;
      expiresAt: string;
      missing: number;
      sha256: string;
      content: Buffer;
    },
  ): Promise<void> {
    await trx('evidence_packs')
      .where({ id })
      .update({
        state: 'done',
        claimed_until: null,
        finished_at: made.at,
        expires_at: made.expiresAt,
        missing: made.missing,
        bytes: made.content.length,
        sha256: made.sha256,
        content: made.content,
        problem: null,
        // nobody needs it any more
        sight: writeSight({ kind: 'none' }),
      });
  }

  /** Gives back what could not be made this time. */
  async release(id: string, problem: string): Promise<void> {
    await this.#queue.release(id, problem);
  }
}

function writeSight(sight: Visibility): string {
  return JSON.stringify(
    sight.kind === 'some' ? { kind: 'some', uids: [...sight.uids] } : sight,
  );
}

function toPack(row: any): StoredPack {
  const sight = JSON.parse(row.sight);
  const scope: EvidenceScope = JSON.parse(row.scope);
  return {
    id: row.id,
    title: row.title,
    state: row.state,
    period: { from: row.from_day, to: row.to_day },
    fromAt: row.from_at,
    toAt: row.to_at,
    scope,
    entityRefs: JSON.parse(row.entity_refs),
    leftOut: row.left_out,
    sight:
      sight.kind === 'some'
        ? { kind: 'some', uids: new Set<string>(sight.uids) }
        : sight,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at,
    progress: row.progress,
    finishedAt: row.finished_at,
    expiresAt: row.expires_at,
    missing: row.missing,
    bytes: row.bytes,
    sha256: row.sha256,
    problem: row.problem,
  };
}
