import type { DataAge, SweepStatus } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';

interface SweepRow {
  state: SweepStatus['state'];
  started_at: string | null;
  finished_at: string | null;
  last_good_at: string | null;
  read: number;
  written: number;
  archived: number;
  last_error: string | null;
  last_error_at: string | null;
  held: string | null;
}

/** Reads how far the sweep is, and how old that makes the answers. */
export class SweepStatusReader {
  readonly #database: Knex;
  readonly #clock: () => Date;

  static create(options: { database: Knex; clock: () => Date }) {
    return new SweepStatusReader(options);
  }

  private constructor(options: { database: Knex; clock: () => Date }) {
    this.#database = options.database;
    this.#clock = options.clock;
  }

  async dataAge(): Promise<DataAge> {
    return this.#ageOf(await this.#row());
  }

  /** Errors and counts of what a policy may hide are left out without `withDetails`. */
  async status(options: {
    withDetails: boolean;
    mayManageCatalog: boolean;
  }): Promise<SweepStatus> {
    const row = await this.#row();
    const [{ entities }] = await this.#database('mirror_entities')
      .whereNull('archived_at')
      .count({ entities: '*' });
    return {
      state: row?.state ?? 'never',
      startedAt: row?.started_at ?? null,
      finishedAt: row?.finished_at ?? null,
      read: row?.read ?? 0,
      written: row?.written ?? 0,
      archived: row?.archived ?? 0,
      lastError: options.withDetails ? row?.last_error ?? null : null,
      lastErrorAt: row?.last_error_at ?? null,
      held: row?.held ? JSON.parse(row.held) : null,
      mirroredEntities: Number(entities),
      dataAge: this.#ageOf(row),
      allowedActions: options.mayManageCatalog ? ['catalog.manage'] : [],
    };
  }

  async #row(): Promise<SweepRow | undefined> {
    return this.#database('sweep_state').where({ id: 1 }).first();
  }

  #ageOf(row: SweepRow | undefined): DataAge {
    const readAt = row?.last_good_at ?? null;
    const problem = problemOf(row);
    return {
      catalogReadAt: readAt,
      seconds:
        readAt === null
          ? null
          : Math.max(
              0,
              Math.round((this.#clock().getTime() - Date.parse(readAt)) / 1000),
            ),
      lastKnownAt: problem ? readAt : null,
      problem,
    };
  }
}

function problemOf(row: SweepRow | undefined): string | null {
  const failedSinceItWentWell =
    row?.last_error_at && row.last_error_at > (row.last_good_at ?? '');
  // also while it is tried again
  if (row?.state === 'failed' || failedSinceItWentWell) {
    return 'The last read of the catalog failed; what is shown is what was known before.';
  }
  if (row?.held) {
    return 'Much was missing in the last read of the catalog; what is shown is what was known before, until somebody has looked.';
  }
  return null;
}
