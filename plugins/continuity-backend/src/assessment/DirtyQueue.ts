import type { Knex } from 'knex';
import { inChunks } from '../database/inChunks';
import { isPostgres } from '../database/isPostgres';
import { insertRows, rowsAsTable } from '../database/rowsAsTable';

/** An entity that must be assessed again, as of the moment of the first change that was not seen yet. */
export interface DirtyRef {
  entity_ref: string;
  version: number;
  changed_at: string;
}

const columns = {
  entity_ref: 'text',
  version: 'integer',
  changed_at: 'text',
} as const;

/**
 * The entities that wait for an assessment, in the database, so that any replica can take them.
 *
 * A row's version grows with each change. Whoever assessed removes the row only if the version is still the one it claimed.
 */
export class DirtyQueue {
  readonly #database: Knex;

  static create(options: { database: Knex }): DirtyQueue {
    return new DirtyQueue(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  /** Of several changes that nobody assessed in between, the first one's moment counts. */
  async mark(
    trx: Knex.Transaction,
    entityRefs: Iterable<string>,
    at: string,
  ): Promise<void> {
    for (const chunk of inChunks(entityRefs)) {
      await insertRows<DirtyRef>(trx, {
        table: 'dirty_refs',
        columns,
        rows: chunk
          .sort()
          .map(ref => ({ entity_ref: ref, version: 1, changed_at: at })),
        onConflict:
          '(entity_ref) do update set version = dirty_refs.version + 1',
      });
    }
  }

  /** Marks entities as of moments of their own, unless they are marked already. */
  async markDue(
    trx: Knex.Transaction,
    due: Array<{ entityRef: string; at: string }>,
  ): Promise<void> {
    await insertRows<DirtyRef>(trx, {
      table: 'dirty_refs',
      columns,
      rows: due
        .map(({ entityRef, at }) => ({
          entity_ref: entityRef,
          version: 1,
          changed_at: at,
        }))
        .sort((a, b) => (a.entity_ref < b.entity_ref ? -1 : 1)),
      onConflict: '(entity_ref) do nothing',
    });
  }

  /** Marks the entities of a query that selects `entity_ref`; the query needs a condition. */
  async markSelected(
    trx: Knex.Transaction,
    options: { entities: Knex.QueryBuilder; at: string },
  ): Promise<void> {
    await trx.raw(
      `insert into dirty_refs (entity_ref, version, changed_at)
       select e.entity_ref, 1, ? from (?) as e where true
       on conflict (entity_ref) do update set version = dirty_refs.version + 1`,
      [options.at, options.entities],
    );
  }

  /** Takes what is there and not taken by somebody else. Others pass by what is claimed until the transaction ends. */
  async claim(
    trx: Knex.Transaction,
    options: { limit: number; except: Iterable<string> },
  ): Promise<DirtyRef[]> {
    const query = trx<DirtyRef>('dirty_refs')
      .whereNotIn('entity_ref', [...options.except])
      .orderBy('entity_ref')
      .limit(options.limit);
    if (isPostgres(trx)) {
      query.forUpdate().skipLocked();
    }
    return query;
  }

  /** Takes the given ones, waiting for whoever has claimed them; those that were assessed meanwhile are not returned. */
  async claimThese(
    trx: Knex.Transaction,
    entityRefs: string[],
  ): Promise<DirtyRef[]> {
    const query = trx<DirtyRef>('dirty_refs').whereIn('entity_ref', entityRefs);
    if (isPostgres(trx)) {
      // one order for everybody who waits, whatever the collation of the database
      query.orderByRaw('entity_ref collate "C"').forUpdate();
    }
    return query;
  }

  /** Whether any of them is in the queue, be it claimed by somebody. */
  async waits(entityRefs: string[]): Promise<boolean> {
    const row = await this.#database('dirty_refs')
      .whereIn('entity_ref', entityRefs)
      .first('entity_ref');
    return row !== undefined;
  }

  async remove(trx: Knex.Transaction, done: DirtyRef[]): Promise<void> {
    if (done.length === 0) {
      return;
    }
    await trx.raw(
      `delete from dirty_refs where (entity_ref, version) in (select v.entity_ref, v.version from ?)`,
      [rowsAsTable<DirtyRef>(trx, columns, done)],
    );
  }

  /** Forgets entities that left the catalog. */
  async forget(trx: Knex.Transaction, entityRefs: string[]): Promise<void> {
    for (const chunk of inChunks(entityRefs)) {
      await trx('dirty_refs').whereIn('entity_ref', chunk).delete();
    }
  }

  async size(): Promise<number> {
    const [{ total }] = await this.#database('dirty_refs').count({
      total: '*',
    });
    return Number(total);
  }
}
