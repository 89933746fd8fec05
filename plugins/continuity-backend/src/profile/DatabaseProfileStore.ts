import {
  canonicalJson,
  type Agreement,
  type PortalProfile,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { inChunks } from '../database/inChunks';
import type { RecordArchive } from '../record/RecordArchive';
import type { ProfileStore } from './ProfileStore';

interface ProfileRow {
  id: number;
  entity_ref: string;
  field_values: string;
  revision: number;
  updated_at: string;
  updated_by: string;
  archived_at: string | null;
}

interface AgreementRow {
  id: string;
  entity_ref: string;
  field_values: string;
  with_whom: string;
  reference: string;
  agreed_on: string;
  state: string;
  looser: string;
  recorded_by: string;
  recorded_at: string;
  confirmed_by: string | null;
  confirmed_at: string | null;
  note: string | null;
  archived_at: string | null;
}

/**
 * Profiles and agreements in the database.
 *
 * What is archived stays, in rows of its own: an entity that comes back elsewhere starts anew without losing what was, and what was is still there
 * when a person decides to carry it over.
 */
export class DatabaseProfileStore implements ProfileStore, RecordArchive {
  readonly #database: Knex;

  static create(options: { database: Knex }): DatabaseProfileStore {
    return new DatabaseProfileStore(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  async profilesOf(
    entityRefs: string[],
    trx?: Knex.Transaction,
  ): Promise<Map<string, PortalProfile>> {
    const found = new Map<string, PortalProfile>();
    for (const chunk of inChunks(entityRefs)) {
      const rows: ProfileRow[] = await (trx ?? this.#database)('profiles')
        .whereIn('entity_ref', chunk)
        .whereNull('archived_at');
      for (const row of rows) {
        found.set(row.entity_ref, toProfile(row));
      }
    }
    return found;
  }

  async save(trx: Knex.Transaction, profile: PortalProfile): Promise<boolean> {
    const content = {
      field_values: canonicalJson(profile.values),
      revision: profile.revision,
      updated_at: profile.updatedAt,
      updated_by: profile.updatedBy,
    };
    if (profile.revision === 1) {
      const inserted = await trx('profiles')
        .insert({ entity_ref: profile.entityRef, ...content })
        .onConflict(trx.raw('(entity_ref) where archived_at is null') as never)
        .ignore()
        .returning('id');
      return inserted.length === 1;
    }
    const updated = await trx('profiles')
      .where({
        entity_ref: profile.entityRef,
        revision: profile.revision - 1,
      })
      .whereNull('archived_at')
      .update(content);
    return updated === 1;
  }

  async agreementsOf(
    entityRefs: string[],
    trx?: Knex.Transaction,
  ): Promise<Map<string, Agreement[]>> {
    const found = new Map<string, Agreement[]>();
    for (const chunk of inChunks(entityRefs)) {
      const rows: AgreementRow[] = await (trx ?? this.#database)('agreements')
        .whereIn('entity_ref', chunk)
        .whereNull('archived_at')
        .orderBy('seq', 'desc');
      for (const row of rows) {
        const list = found.get(row.entity_ref);
        if (list) {
          list.push(toAgreement(row));
        } else {
          found.set(row.entity_ref, [toAgreement(row)]);
        }
      }
    }
    return found;
  }

  async addAgreement(
    trx: Knex.Transaction,
    agreement: Agreement,
  ): Promise<void> {
    await trx('agreements').insert({
      id: agreement.id,
      entity_ref: agreement.entityRef,
      field_values: canonicalJson(agreement.values),
      with_whom: agreement.with,
      reference: agreement.reference,
      agreed_on: agreement.agreedOn,
      state: agreement.state,
      looser: JSON.stringify(agreement.looserThanBefore),
      recorded_by: agreement.recordedBy,
      recorded_at: agreement.recordedAt,
      confirmed_by: agreement.confirmedBy ?? null,
      confirmed_at: agreement.confirmedAt ?? null,
      note: agreement.note ?? null,
    });
  }

  async setAgreementState(
    trx: Knex.Transaction,
    options: {
      id: string;
      from: Agreement['state'];
      to: Agreement['state'];
      confirmedBy?: string;
      confirmedAt?: string;
    },
  ): Promise<boolean> {
    const { id, from, to, confirmedBy, confirmedAt } = options;
    const updated = await trx('agreements')
      .where({ id, state: from })
      .whereNull('archived_at')
      .update({
        state: to,
        ...(confirmedBy !== undefined && { confirmed_by: confirmedBy }),
        ...(confirmedAt !== undefined && { confirmed_at: confirmedAt }),
      });
    return updated === 1;
  }

  async isEmpty(): Promise<boolean> {
    for (const table of ['profiles', 'agreements']) {
      if (await this.#database(table).first('entity_ref')) {
        return false;
      }
    }
    return true;
  }

  /** Puts away what the entities have, because they left the catalog. */
  async archive(
    trx: Knex.Transaction,
    options: { entityRefs: string[]; at: string },
  ): Promise<void> {
    for (const chunk of inChunks(options.entityRefs)) {
      for (const table of ['profiles', 'agreements']) {
        await trx(table)
          .whereIn('entity_ref', chunk)
          .whereNull('archived_at')
          .update({ archived_at: options.at });
      }
    }
  }

  /** The refs that have something put away. */
  async withArchived(
    trx: Knex.Transaction,
    entityRefs: string[],
  ): Promise<Set<string>> {
    const found = new Set<string>();
    for (const chunk of inChunks(entityRefs)) {
      for (const table of ['profiles', 'agreements']) {
        const rows: Array<{ entity_ref: string }> = await trx(table)
          .distinct('entity_ref')
          .whereIn('entity_ref', chunk)
          .whereNotNull('archived_at');
        rows.forEach(row => found.add(row.entity_ref));
      }
    }
    return found;
  }

  /**
   * Gives what was put away last under one ref to another one, or back to the same. What the receiver has saved for itself stays: the caller asks
   * {@link DatabaseProfileStore.hasLiving} first.
   *
   * @returns what was given, for the record; null when nothing was put away
   */
  async revive(
    trx: Knex.Transaction,
    options: { fromRef: string; toRef: string },
  ): Promise<{ values: object | null; agreements: string[] } | null> {
    const { fromRef, toRef } = options;
    const latest = await this.#latestArchive(trx, fromRef);
    if (latest === null) {
      return null;
    }
    const put = { entity_ref: fromRef, archived_at: latest };
    const profile: ProfileRow | undefined = await trx('profiles')
      .where(put)
      .orderBy('id', 'desc')
      .first();
    if (profile) {
      await trx('profiles')
        .where({ id: profile.id })
        .update({ entity_ref: toRef, archived_at: null });
    }
    const agreements: Array<{ id: string }> = await trx('agreements')
      .where(put)
      .select('id')
      .orderBy('seq');
    await trx('agreements')
      .where(put)
      .update({ entity_ref: toRef, archived_at: null });
    return {
      values: profile ? JSON.parse(profile.field_values) : null,
      agreements: agreements.map(({ id }) => id),
    };
  }

  /** Whether somebody saved values or recorded an agreement that is not archived. */
  async hasLiving(trx: Knex.Transaction, entityRef: string): Promise<boolean> {
    for (const table of ['profiles', 'agreements']) {
      const row = await trx(table)
        .where({ entity_ref: entityRef })
        .whereNull('archived_at')
        .first('entity_ref');
      if (row) {
        return true;
      }
    }
    return false;
  }

  async #latestArchive(
    trx: Knex.Transaction,
    entityRef: string,
  ): Promise<string | null> {
    let latest: string | null = null;
    for (const table of ['profiles', 'agreements']) {
      const [{ at }] = await trx(table)
        .where({ entity_ref: entityRef })
        .max({ at: 'archived_at' });
      if (at !== null && (latest === null || at > latest)) {
        latest = at;
      }
    }
    return latest;
  }
}

function toProfile(row: ProfileRow): PortalProfile {
  return {
    entityRef: row.entity_ref,
    values: JSON.parse(row.field_values),
    revision: row.revision,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  };
}

/** An agreement as the table holds it. */
export function toAgreement(row: AgreementRow): Agreement {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    values: JSON.parse(row.field_values),
    with: row.with_whom,
    reference: row.reference,
    agreedOn: row.agreed_on,
    state: row.state as Agreement['state'],
    looserThanBefore: JSON.parse(row.looser),
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
    ...(row.confirmed_by !== null && { confirmedBy: row.confirmed_by }),
    ...(row.confirmed_at !== null && { confirmedAt: row.confirmed_at }),
    ...(row.note !== null && { note: row.note }),
  };
}
