import type { ExemptionState } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { whereInList } from '../database/whereInList';
import {
  type ExemptionRow,
  toExemption,
  toExemptionRow,
} from './exemptionRows';
import type { ExemptionStore, StoredExemption } from './ExemptionStore';

/** Exemptions in the database. */
export class DatabaseExemptionStore implements ExemptionStore {
  readonly #database: Knex;

  static create(options: { database: Knex }): DatabaseExemptionStore {
    return new DatabaseExemptionStore(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  async get(id: string, knex: Knex = this.#database) {
    const row: ExemptionRow | undefined = await knex('exemptions')
      .where({ id })
      .whereNull('archived_at')
      .first();
    return row && toExemption(row);
  }

  async ofEntity(entityRef: string, knex: Knex = this.#database) {
    const rows: ExemptionRow[] = await knex('exemptions')
      .where({ entity_ref: entityRef })
      .whereNull('archived_at')
      .orderBy([
        { column: 'requested_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ]);
    return rows.map(toExemption);
  }

  async ofEntities(entityRefs: string[]) {
    const rows: ExemptionRow[] = await whereInList(
      this.#database('exemptions')
        .whereNull('archived_at')
        .orderBy([
          { column: 'requested_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ]),
      'entity_ref',
      entityRefs,
    );
    const found = new Map<string, StoredExemption[]>();
    for (const exemption of rows.map(toExemption)) {
      const { entityRef } = exemption;
      found.set(entityRef, [...(found.get(entityRef) ?? []), exemption]);
    }
    return found;
  }

  async insert(
    trx: Knex.Transaction,
    exemption: StoredExemption,
  ): Promise<void> {
    await trx('exemptions').insert(toExemptionRow(exemption));
  }

  async save(
    trx: Knex.Transaction,
    exemption: StoredExemption,
    from: ExemptionState,
  ): Promise<boolean> {
    const { id, ...row } = toExemptionRow(exemption);
    const changed = await trx('exemptions')
      .where({ id, state: from })
      .whereNull('archived_at')
      .update(row);
    return changed === 1;
  }

  async renewed(ids: string[]): Promise<Set<string>> {
    const rows: Array<{ renews_id: string }> = await whereInList(
      this.#database('exemptions')
        .whereNotIn('state', ['refused', 'withdrawn'])
        .select('renews_id'),
      'renews_id',
      ids,
    );
    return new Set(rows.map(row => row.renews_id));
  }

  async asked(now: string): Promise<StoredExemption[]> {
    const rows: ExemptionRow[] = await this.#database('exemptions')
      .where({ state: 'asked' })
      .where('ends_at', '>', now)
      .whereNull('archived_at')
      .orderBy(['requested_at', 'id']);
    return rows.map(toExemption);
  }

  async isEmpty(): Promise<boolean> {
    return (await this.#database('exemptions').first('id')) === undefined;
  }
}
