import type { Knex } from 'knex';
import type { RecordArchive } from '../record/RecordArchive';
import type { RecordStore } from '../record/RecordStore';
import { findingRecordRef } from './FindingWriter';

/** Findings of entities that got another name: they go to the new one, whoever owns them. */
export class FindingRenames implements RecordArchive {
  readonly #records: RecordStore;

  static create(options: { records: RecordStore }): FindingRenames {
    return new FindingRenames(options.records);
  }

  private constructor(records: RecordStore) {
    this.#records = records;
  }

  /** Nothing: what was wrong with an entity that left is mended or accepted by people. */
  async archive(): Promise<void> {}

  /** None: what comes back under its own name has its findings. */
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
    const rows: Array<{ finding_id: string }> = await trx('finding_entities')
      .where('entity_ref', fromRef)
      .orderBy('finding_id')
      .select('finding_id');
    if (rows.length === 0) return null;
    const both = trx('finding_entities')
      .where('entity_ref', toRef)
      .select('finding_id');
    await trx('finding_entities')
      .where('entity_ref', fromRef)
      .whereNotIn('finding_id', both)
      .update({ entity_ref: toRef });
    await trx('finding_entities').where('entity_ref', fromRef).delete();
    await this.#records.append(
      trx,
      rows.map(({ finding_id }) => ({
        entityRef: findingRecordRef(finding_id),
        type: 'finding',
        action: 'entity-renamed',
        ...decision,
        before: { entityRef: fromRef },
        after: { entityRef: toRef },
      })),
    );
    return { values: null, agreements: [] };
  }
}
