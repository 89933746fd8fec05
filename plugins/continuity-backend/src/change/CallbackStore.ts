import type { ChangeDetail } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';

/** An outcome that is to be posted. */
export interface WaitingCallback {
  changeId: string;
  source: string;
  version: number;
  attempts: number;
}

/** Outcomes of a source that did not arrive. */
export interface FailingCallbacks {
  total: number;
  latest: Array<{
    changeId: string;
    isWaiting: boolean;
    message: string;
    at: string;
  }>;
}

/** Which outcomes were posted back to where changes came from. */
export class CallbackStore {
  readonly #database: Knex;

  static create(options: { database: Knex }): CallbackStore {
    return new CallbackStore(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  /** There is a new outcome. */
  async ask(
    trx: Knex.Transaction,
    { changeId, source, at }: { changeId: string; source: string; at: string },
  ): Promise<void> {
    await trx('change_callbacks')
      .insert({
        change_id: changeId,
        source,
        state: 'waiting',
        version: 1,
        attempts: 0,
        next_at: at,
      })
      .onConflict('change_id')
      .merge({
        state: 'waiting',
        version: trx.raw('change_callbacks.version + 1'),
        attempts: 0,
        next_at: at,
      });
  }

  async due(now: string, limit: number): Promise<WaitingCallback[]> {
    const rows = await this.#database('change_callbacks')
      .where('state', 'waiting')
      .where('next_at', '<=', now)
      .orderBy(['next_at', 'change_id'])
      .limit(limit)
      .select('change_id', 'source', 'version', 'attempts');
    return rows.map(row => ({
      changeId: row.change_id,
      source: row.source,
      version: row.version,
      attempts: row.attempts,
    }));
  }

  /** What came of an attempt; nothing where there is a newer outcome meanwhile. */
  async note(
    { changeId, version, attempts }: WaitingCallback,
    result: {
      state: 'waiting' | 'sent' | 'failed';
      error: string | null;
      at: string;
      nextAt: string | null;
    },
  ): Promise<void> {
    await this.#database('change_callbacks')
      .where({ change_id: changeId, version })
      .update({
        state: result.state,
        attempts: attempts + 1,
        last_error: result.error,
        last_at: result.at,
        next_at: result.nextAt,
      });
  }

  /** Outcomes that did not arrive, by source: the latest of them, and how many there are. */
  async failing(mostPerSource: number): Promise<Map<string, FailingCallbacks>> {
    const rows: Array<{
      source: string;
      change_id: string;
      state: string;
      last_error: string;
      last_at: string;
      total: number | string;
    }> = await this.#database
      .with('placed', query =>
        query
          .from('change_callbacks')
          .whereNotNull('last_error')
          .select('source', 'change_id', 'state', 'last_error', 'last_at')
          .rowNumber('place', window =>
            window
              .partitionBy('source')
              .orderBy([{ column: 'last_at', order: 'desc' }, 'change_id']),
          )
          .select(
            this.#database.raw('count(*) over (partition by source) as total'),
          ),
      )
      .from('placed')
      .where('place', '<=', mostPerSource)
      .orderBy(['source', 'place'])
      .select('source', 'change_id', 'state', 'last_error', 'last_at', 'total');
    const found = new Map<string, FailingCallbacks>();
    for (const row of rows) {
      const of = found.get(row.source) ?? {
        total: Number(row.total),
        latest: [],
      };
      of.latest.push({
        changeId: row.change_id,
        isWaiting: row.state === 'waiting',
        message: row.last_error,
        at: row.last_at,
      });
      found.set(row.source, of);
    }
    return found;
  }

  async stateOf(changeId: string): Promise<ChangeDetail['callback']> {
    const row = await this.#database('change_callbacks')
      .where('change_id', changeId)
      .first();
    return row
      ? {
          state: row.state,
          attempts: row.attempts,
          lastError: row.last_error,
          lastAt: row.last_at,
        }
      : null;
  }
}
