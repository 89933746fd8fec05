import type { Knex } from 'knex';
import { BATCH_SIZE, inChunks } from '../database/inChunks';
import { insertRows } from '../database/rowsAsTable';
import type { ProjectedEntity } from './projectMirrored';

/** A change that was read and not applied yet. */
export interface StagedChange {
  entity: ProjectedEntity;
  /** The hash that the mirror had when this was read; null: the entity was not there. A newer one means that somebody knows better. */
  baseHash: string | null;
}

interface StagedRow {
  position: number;
  change: string;
}

/** Those whom others refer to first, so that nobody is seen without an owner or a system that comes with a later batch. */
const order = ['user', 'group', 'domain', 'system'];

/**
 * The changes that a sweep has read and may not apply before it knows that the catalog was whole. Few of them wait in memory, many in
 * a table, so that the first sweep of a large catalog needs no more memory than the hundredth.
 */
export class StagedChanges {
  readonly #database: Knex;
  readonly #limit: number;
  #inMemory: StagedChange[] = [];
  #inTable = 0;

  static async create(options: {
    database: Knex;
    /** How many changes may wait in memory. */
    limit: number;
  }): Promise<StagedChanges> {
    const staged = new StagedChanges(options.database, options.limit);
    // what a sweep that died has left
    if (await options.database('sweep_staged').first('seq')) {
      await options.database('sweep_staged').delete();
    }
    return staged;
  }

  private constructor(database: Knex, limit: number) {
    this.#database = database;
    this.#limit = limit;
  }

  get size(): number {
    return this.#inMemory.length + this.#inTable;
  }

  async add(changes: StagedChange[]): Promise<void> {
    this.#inMemory.push(...changes);
    if (this.#inMemory.length > this.#limit) {
      await this.#spill();
    }
  }

  /** All changes in batches, in the order in which they are to be applied. */
  async *batches(): AsyncIterable<StagedChange[]> {
    if (this.#inTable === 0) {
      const sorted = this.#inMemory
        .slice()
        .sort((a, b) => positionOf(a) - positionOf(b));
      yield* inChunks(sorted, BATCH_SIZE);
      return;
    }
    await this.#spill();
    let last = { position: -1, seq: 0 };
    for (;;) {
      const rows: Array<{ position: number; seq: number; change: string }> =
        await this.#database('sweep_staged')
          .whereRaw('(position, seq) > (?, ?)', [last.position, last.seq])
          .orderBy(['position', 'seq'])
          .limit(BATCH_SIZE);
      if (rows.length === 0) {
        return;
      }
      yield rows.map(row => JSON.parse(row.change));
      last = rows[rows.length - 1];
    }
  }

  async clear(): Promise<void> {
    this.#inMemory = [];
    if (this.#inTable > 0) {
      await this.#database('sweep_staged').delete();
      this.#inTable = 0;
    }
  }

  async #spill(): Promise<void> {
    const changes = this.#inMemory;
    this.#inMemory = [];
    for (const chunk of inChunks(changes, BATCH_SIZE)) {
      await this.#database.transaction(trx =>
        insertRows<StagedRow>(trx, {
          table: 'sweep_staged',
          columns: { position: 'integer', change: 'text' },
          rows: chunk.map(change => ({
            position: positionOf(change),
            change: JSON.stringify(change),
          })),
        }),
      );
    }
    this.#inTable += changes.length;
  }
}

function positionOf({ entity }: StagedChange): number {
  const index = order.indexOf(entity.facts.kind.toLowerCase());
  return index === -1 ? order.length : index;
}
