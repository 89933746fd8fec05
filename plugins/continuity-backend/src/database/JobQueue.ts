import type { Knex } from 'knex';

/** Whoever works and was not heard of for so long has stopped. */
const CLAIM_MS = 15 * 60_000;
const MOST_ATTEMPTS = 3;

/**
 * Hands out the work that waits in a table, each piece to one replica: with `state` (`queued`, `running`, `done`, `failed`), `requested_at`, `attempts`,
 * `claimed_until`, `progress`, `finished_at` and `problem`.
 */
export class JobQueue {
  readonly #database: Knex;
  readonly #table: string;

  static create(options: { database: Knex; table: string }): JobQueue {
    return new JobQueue(options);
  }

  private constructor(options: { database: Knex; table: string }) {
    this.#database = options.database;
    this.#table = options.table;
  }

  /** Takes the oldest that nobody works on, and gives its id; whoever stopped in the middle of one has lost it after a while. */
  async claim(now: string): Promise<string | undefined> {
    const isFree = (query: Knex.QueryBuilder) =>
      query.where(free =>
        free
          .where('state', 'queued')
          .orWhere(stopped =>
            stopped.where('state', 'running').where('claimed_until', '<', now),
          ),
      );
    const row = await isFree(this.#database(this.#table))
      .orderBy(['requested_at', 'id'])
      .first('id', 'attempts', 'problem');
    if (!row) return undefined;
    if (row.attempts >= MOST_ATTEMPTS) {
      await this.#fail(row.id, {
        at: now,
        problem: `It was begun several times and never finished. ${
          row.problem ?? ''
        }`.trim(),
      });
      return this.claim(now);
    }
    const claimed = await isFree(this.#database(this.#table))
      .where({ id: row.id })
      .update({
        state: 'running',
        attempts: row.attempts + 1,
        progress: 0,
        claimed_until: later(now),
      });
    return claimed === 1 ? row.id : this.claim(now);
  }

  /** @returns false where it is not there any more */
  async progress(
    id: string,
    progress: Record<string, number>,
    now: string,
  ): Promise<boolean> {
    const updated = await this.#database(this.#table)
      .where({ id })
      .update({ ...progress, claimed_until: later(now) });
    return updated === 1;
  }

  /** Gives back what could not be done this time. */
  async release(id: string, problem: string): Promise<void> {
    await this.#database(this.#table)
      .where({ id })
      .update({ state: 'queued', claimed_until: null, problem });
  }

  async #fail(
    id: string,
    failure: { at: string; problem: string },
  ): Promise<void> {
    await this.#database(this.#table).where({ id }).update({
      state: 'failed',
      claimed_until: null,
      finished_at: failure.at,
      problem: failure.problem,
    });
  }
}

function later(now: string): string {
  return new Date(Date.parse(now) + CLAIM_MS).toISOString();
}
