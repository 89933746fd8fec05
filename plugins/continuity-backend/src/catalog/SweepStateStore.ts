import { ConflictError } from '@backstage/errors';
import type { SweepStatus } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';

/** Why a sweep was held, as the policy page shows it. */
export type HeldSweep = NonNullable<SweepStatus['held']>;

/** What the sweep left behind for the next one. */
export interface SweepState {
  held: HeldSweep | null;
  /** Who looked at the held sweep and said that it is true. */
  releaseBy: string | null;
  firstFinishedAt: string | null;
}

/** One row: what the sweep does, for people and for the next sweep, whichever replica runs it. */
export class SweepStateStore {
  readonly #database: Knex;

  static create(options: { database: Knex }): SweepStateStore {
    return new SweepStateStore(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  async read(): Promise<SweepState> {
    const row = await this.#database('sweep_state').where({ id: 1 }).first();
    return {
      held: row.held === null ? null : JSON.parse(row.held),
      releaseBy: row.release_by,
      firstFinishedAt: row.first_finished_at,
    };
  }

  async begin(at: string): Promise<void> {
    await this.#update({ state: 'running', started_at: at, read: 0 });
  }

  async progress(read: number): Promise<void> {
    await this.#update({ read });
  }

  async finish(options: {
    at: string;
    read: number;
    written: number;
    archived: number;
  }): Promise<void> {
    const { at, read, written, archived } = options;
    await this.#update({
      state: 'idle',
      finished_at: at,
      last_good_at: at,
      read,
      written,
      archived,
      last_error: null,
      last_error_at: null,
      held: null,
      release_by: null,
      first_finished_at: this.#database.raw('coalesce(first_finished_at, ?)', [
        at,
      ]),
    });
  }

  async hold(options: {
    at: string;
    read: number;
    held: HeldSweep;
    /** Whether what a person said about an earlier loss counts for this one, too. */
    keepRelease: boolean;
  }): Promise<void> {
    const { at, read, held, keepRelease } = options;
    await this.#update({
      state: 'held',
      finished_at: at,
      read,
      last_error: null,
      last_error_at: null,
      held: JSON.stringify(held),
      ...(keepRelease ? {} : { release_by: null }),
    });
  }

  async fail(options: {
    at: string;
    read: number;
    message: string;
  }): Promise<void> {
    await this.#update({
      state: 'failed',
      read: options.read,
      last_error: options.message,
      last_error_at: options.at,
    });
  }

  /** @throws ConflictError when nothing is held. */
  async release(trx: Knex.Transaction, by: string): Promise<HeldSweep> {
    const row = await trx('sweep_state').where({ id: 1 }).first('held');
    if (!row.held) {
      throw new ConflictError(
        'No sweep is held any more: the catalog has what was missing, or somebody else was faster',
      );
    }
    await trx('sweep_state').where({ id: 1 }).update({ release_by: by });
    return JSON.parse(row.held);
  }

  async #update(values: Record<string, unknown>): Promise<void> {
    await this.#database('sweep_state').where({ id: 1 }).update(values);
  }
}
