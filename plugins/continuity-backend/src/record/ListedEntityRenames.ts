import type { Knex } from 'knex';
import type { RecordArchive } from './RecordArchive';
import type { NewRecordEntry, RecordStore } from './RecordStore';

interface Options {
  records: RecordStore;
  /** Has a row for each entity that a thing is about, with `entity_ref`. */
  table: string;
  /** The column of the thing's id in it. */
  idColumn: string;
  /** Of the records that say so. */
  type: NewRecordEntry['type'];
  recordRef: (id: string) => string;
}

/**
 * Things that are about several entities, such as findings and changes, of which one got another name: they are about the new one then. Nothing
 * happens to them while an entity is away, since what comes back under its own name has them still.
 */
export class ListedEntityRenames implements RecordArchive {
  readonly #options: Options;

  static create(options: Options): ListedEntityRenames {
    return new ListedEntityRenames(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async archive(): Promise<void> {}

  async withArchived(): Promise<Set<string>> {
    return new Set();
  }

  /** Never in the way: an entity may have several. */
  async hasLiving(): Promise<boolean> {
    return false;
  }

  /** Null where there are none. */
  async revive(
    trx: Knex.Transaction,
    options: Parameters<RecordArchive['revive']>[1],
  ) {
    const { fromRef, toRef, decision } = options;
    const { records, table, idColumn, type, recordRef } = this.#options;
    if (fromRef === toRef || !decision) return null;
    const ids: string[] = await trx(table)
      .where('entity_ref', fromRef)
      .orderBy(idColumn)
      .pluck(idColumn);
    if (ids.length === 0) return null;
    const both = trx(table).where('entity_ref', toRef).select(idColumn);
    await trx(table)
      .where('entity_ref', fromRef)
      .whereNotIn(idColumn, both)
      .update({ entity_ref: toRef });
    await trx(table).where('entity_ref', fromRef).delete();
    await records.append(
      trx,
      ids.map(id => ({
        entityRef: recordRef(id),
        type,
        action: 'entity-renamed',
        ...decision,
        before: { entityRef: fromRef },
        after: { entityRef: toRef },
      })),
    );
    return { values: null, agreements: [] };
  }
}
