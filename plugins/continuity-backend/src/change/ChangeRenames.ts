import type { Knex } from 'knex';
import type { RecordArchive } from '../record/RecordArchive';
import type { RecordStore } from '../record/RecordStore';
import { changeRecordRef } from './ChangeWriter';

/** Changes of entities that got another name: what they did to the old one counts for the new one. Their assessments stay as they were. */
export class ChangeRenames implements RecordArchive {
  readonly #records: RecordStore;

  static create(options: { records: RecordStore }): ChangeRenames {
    return new ChangeRenames(options.records);
  }

  private constructor(records: RecordStore) {
    this.#records = records;
  }

  /** Nothing: what was done stays done. */
  async archive(): Promise<void> {}

  /** None: what comes back under its own name has its changes. */
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
    if (fromRef === toRef || !decision) return null;
    const rows: Array<{ change_id: string }> = await trx('change_entities')
      .where('entity_ref', fromRef)
      .orderBy('change_id')
      .select('change_id');
    if (rows.length === 0) return null;
    const both = trx('change_entities')
      .where('entity_ref', toRef)
      .select('change_id');
    await trx('change_entities')
      .where('entity_ref', fromRef)
      .whereNotIn('change_id', both)
      .update({ entity_ref: toRef });
    await trx('change_entities').where('entity_ref', fromRef).delete();
    await this.#records.append(
      trx,
      rows.map(({ change_id: changeId }) => ({
        entityRef: changeRecordRef(changeId),
        type: 'change',
        action: 'entity-renamed',
        ...decision,
        before: { entityRef: fromRef },
        after: { entityRef: toRef },
      })),
    );
    return { values: null, agreements: [] };
  }
}
