import type { Knex } from 'knex';
import { whereInList } from '../database/whereInList';
import type { RecordArchive } from '../record/RecordArchive';

/** Exemptions of entities that leave the catalog, come back or get another name. */
export class ExemptionRenames implements RecordArchive {
  static create(): ExemptionRenames {
    return new ExemptionRenames();
  }

  private constructor() {}

  /** Puts them away: whoever gets the name later is not exempt by it. */
  async archive(
    trx: Knex.Transaction,
    { entityRefs, at }: { entityRefs: string[]; at: string },
  ): Promise<void> {
    await whereInList(
      trx('exemptions').whereNull('archived_at'),
      'entity_ref',
      entityRefs,
    ).update({ archived_at: at });
  }

  async withArchived(
    trx: Knex.Transaction,
    entityRefs: string[],
  ): Promise<Set<string>> {
    const rows: Array<{ entity_ref: string }> = await whereInList(
      trx('exemptions').whereNotNull('archived_at').distinct('entity_ref'),
      'entity_ref',
      entityRefs,
    );
    return new Set(rows.map(row => row.entity_ref));
  }

  /** Their ends stay as they were approved, however long the entity was away. */
  async revive(
    trx: Knex.Transaction,
    { fromRef, toRef }: Parameters<RecordArchive['revive']>[1],
  ) {
    const revived = await trx('exemptions')
      .where({ entity_ref: fromRef })
      .whereNotNull('archived_at')
      .update({ entity_ref: toRef, archived_at: null });
    return revived === 0 ? null : { values: null, agreements: [] };
  }

  /** Never in the way: an entity may have several. */
  async hasLiving(): Promise<boolean> {
    return false;
  }
}
