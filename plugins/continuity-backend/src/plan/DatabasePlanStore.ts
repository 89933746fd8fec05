import {
  renamePlanEntities,
  type PlanVersion,
  type PlanVersionSummary,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { inChunks } from '../database/inChunks';
import { isPostgres } from '../database/isPostgres';
import { insertRows } from '../database/rowsAsTable';
import { whereInList } from '../database/whereInList';
import { indexedEntities } from './indexedEntities';
import { planRenamesOf } from './PlanRenames';
import {
  type PlanRow,
  type PlanVersionRow,
  toPlan,
  toPlanRow,
  toVersion,
  toVersionRow,
  toVersionSummary,
} from './planRows';
import type {
  PlanStore,
  StoredConfirmation,
  StoredPlan,
  StoredStanding,
  StoredWatch,
} from './PlanStore';

/** The versions of a plan `p` by which it is seen: in force and open, else the last. For rows `s` of `plan_scope`. */
export const currentVersions =
  '(s.version = p.in_force_version or s.version = p.open_version or (p.in_force_version is null and p.open_version is null and s.version = p.last_version))';

/** Plans in the database. */
export class DatabasePlanStore implements PlanStore {
  readonly #database: Knex;

  static create(options: { database: Knex }): DatabasePlanStore {
    return new DatabasePlanStore(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  async get(planId: string, knex: Knex = this.#database) {
    const row: PlanRow | undefined = await knex('plans')
      .where({ id: planId })
      .first();
    return row && toPlan(row);
  }

  async getMany(planIds: string[], knex: Knex = this.#database) {
    const rows: PlanRow[] = await whereInList(knex('plans'), 'id', planIds);
    return new Map(rows.map(row => [row.id, toPlan(row)]));
  }

  async lock(trx: Knex.Transaction, planId: string) {
    const query = trx<PlanRow>('plans').where({ id: planId }).first();
    const row = (await (isPostgres(trx) ? query.forUpdate() : query)) as
      | PlanRow
      | undefined;
    return row && toPlan(row);
  }

  async insert(trx: Knex.Transaction, plan: StoredPlan): Promise<void> {
    await trx('plans').insert(toPlanRow(plan));
  }

  async save(trx: Knex.Transaction, plan: StoredPlan): Promise<boolean> {
    const { id, ...row } = toPlanRow(plan);
    const changed = await trx('plans')
      .where({ id, revision: plan.revision - 1 })
      .update(row);
    return changed === 1;
  }

  async version(
    planId: string,
    version: number,
    knex: Knex = this.#database,
  ): Promise<PlanVersion | undefined> {
    const row: PlanVersionRow | undefined = await knex('plan_versions')
      .where({ plan_id: planId, version })
      .first();
    return row && toVersion(row);
  }

  async versions(planId: string): Promise<PlanVersionSummary[]> {
    const rows: PlanVersionRow[] = await this.#database('plan_versions')
      .where({ plan_id: planId })
      .orderBy('version', 'desc');
    return rows.map(toVersionSummary);
  }

  async insertVersion(
    trx: Knex.Transaction,
    planId: string,
    version: PlanVersion,
  ): Promise<void> {
    await trx('plan_versions').insert(toVersionRow(planId, version));
  }

  async saveVersion(
    trx: Knex.Transaction,
    planId: string,
    version: PlanVersion,
  ): Promise<void> {
    const row = toVersionRow(planId, version);
    await trx('plan_versions')
      .where({ plan_id: planId, version: version.version })
      .update(row);
  }

  async deleteDraft(
    trx: Knex.Transaction,
    planId: string,
    version: number,
  ): Promise<boolean> {
    const deleted = await trx('plan_versions')
      .where({ plan_id: planId, version, state: 'draft' })
      .whereNull('approved_at')
      .delete();
    if (deleted === 1) {
      await trx('plan_scope').where({ plan_id: planId, version }).delete();
    }
    return deleted === 1;
  }

  async indexVersion(
    trx: Knex.Transaction,
    planId: string,
    version: PlanVersion,
    standing: 'in-force' | 'open' | 'past',
  ): Promise<void> {
    const key = { plan_id: planId, version: version.version };
    await trx('plan_scope').where(key).delete();
    const { contents } = version;
    const renamed = await planRenamesOf(
      trx,
      indexedEntities(contents).map(entity => entity.entity_ref),
    );
    const current = renamePlanEntities(contents, renamed);
    const rows = indexedEntities(current).map(entity => ({
      ...key,
      ...entity,
      standing,
    }));
    for (const chunk of inChunks(rows)) {
      await insertRows(trx, {
        table: 'plan_scope',
        columns: {
          plan_id: 'text',
          version: 'integer',
          entity_ref: 'text',
          in_scope: 'boolean',
          with_parts: 'boolean',
          has_step: 'boolean',
          standing: 'text',
        },
        rows: chunk,
      });
    }
  }

  async namePeople(
    trx: Knex.Transaction,
    planId: string,
    refs: string[],
  ): Promise<void> {
    await trx('plan_people').where({ plan_id: planId }).delete();
    await insertRows(trx, {
      table: 'plan_people',
      columns: { plan_id: 'text', party_ref: 'text' },
      rows: [...new Set(refs)].map(ref => ({
        plan_id: planId,
        party_ref: ref,
      })),
    });
  }

  async scopeOf(planIds: string[], options: { knex?: Knex } = {}) {
    const { knex = this.#database } = options;
    const rows = await whereInList(
      knex('plan_scope as s')
        .join('plans as p', 'p.id', 's.plan_id')
        .where('s.in_scope', true)
        .whereRaw(currentVersions),
      's.plan_id',
      planIds,
    )
      .orderBy(['s.plan_id', 's.version', 's.entity_ref'])
      .select(
        's.plan_id',
        's.version',
        's.entity_ref',
        's.with_parts',
        's.standing',
      );
    return rows.map((row: any) => ({
      planId: row.plan_id,
      version: row.version,
      entityRef: row.entity_ref,
      withParts: Boolean(row.with_parts),
      standing: row.standing,
    }));
  }

  async watchesOf(
    planId: string,
    knex: Knex = this.#database,
  ): Promise<Map<string, StoredWatch>> {
    const rows = await knex('plan_watched').where({ plan_id: planId });
    return new Map(
      rows.map(row => [
        row.entity_ref,
        {
          planId: row.plan_id,
          entityRef: row.entity_ref,
          version: row.version,
          facts: row.facts === null ? null : JSON.parse(row.facts),
          isPrimary: Boolean(row.is_primary),
        },
      ]),
    );
  }

  async saveWatches(
    trx: Knex.Transaction,
    watches: StoredWatch[],
  ): Promise<void> {
    for (const chunk of inChunks(watches)) {
      await insertRows(trx, {
        table: 'plan_watched',
        columns: {
          plan_id: 'text',
          entity_ref: 'text',
          version: 'integer',
          facts: 'text',
          is_primary: 'boolean',
        },
        rows: chunk.map(watch => ({
          plan_id: watch.planId,
          entity_ref: watch.entityRef,
          version: watch.version,
          facts: watch.facts === null ? null : JSON.stringify(watch.facts),
          is_primary: watch.isPrimary,
        })),
        onConflict:
          '(plan_id, entity_ref) do update set version = excluded.version, facts = excluded.facts, is_primary = excluded.is_primary',
      });
    }
  }

  async clearWatches(trx: Knex.Transaction, planId: string): Promise<void> {
    await trx('plan_watched')
      .where({ plan_id: planId, is_primary: false })
      .delete();
    await trx('plan_watched')
      .where({ plan_id: planId })
      .update({ facts: null });
  }

  async standingsOf(
    planIds: string[],
    knex: Knex = this.#database,
  ): Promise<StoredStanding[]> {
    const rows = await whereInList(
      knex('plan_standings as s')
        .join('plans as p', join =>
          join.on('p.id', 's.plan_id').on('p.in_force_version', 's.version'),
        )
        .select('s.*')
        .orderBy(['s.plan_id', 's.entity_ref']),
      's.plan_id',
      planIds,
    );
    return rows.map((row: any) => ({
      planId: row.plan_id,
      entityRef: row.entity_ref,
      version: row.version,
      covers: Boolean(row.covers),
      role: row.role,
      reviewDueAt: row.review_due_at,
      reasons: JSON.parse(row.reasons),
      since: row.since,
    }));
  }

  async saveStandings(
    trx: Knex.Transaction,
    standings: StoredStanding[],
  ): Promise<void> {
    // in one order for everybody who writes some
    const sorted = [...standings].sort((a, b) =>
      a.planId + a.entityRef < b.planId + b.entityRef ? -1 : 1,
    );
    for (const chunk of inChunks(sorted)) {
      await insertRows(trx, {
        table: 'plan_standings',
        columns: {
          plan_id: 'text',
          entity_ref: 'text',
          version: 'integer',
          covers: 'boolean',
          role: 'text',
          review_due_at: 'text',
          reason_count: 'integer',
          reasons: 'text',
          since: 'text',
        },
        rows: chunk.map(standing => ({
          plan_id: standing.planId,
          entity_ref: standing.entityRef,
          version: standing.version,
          covers: standing.covers,
          role: standing.role,
          review_due_at: standing.reviewDueAt,
          reason_count: standing.reasons.length,
          reasons: JSON.stringify(standing.reasons),
          since: standing.since,
        })),
        onConflict:
          '(plan_id, entity_ref) do update set version = excluded.version, covers = excluded.covers, role = excluded.role, review_due_at = excluded.review_due_at, reason_count = excluded.reason_count, reasons = excluded.reasons, since = excluded.since',
      });
    }
  }

  async confirmationsOf(
    planId: string,
    version: number,
    knex: Knex = this.#database,
  ): Promise<StoredConfirmation[]> {
    const rows = await knex('plan_confirmations')
      .where({ plan_id: planId, version })
      .orderBy('seq', 'desc');
    return rows.map(row => ({
      planId: row.plan_id,
      version: row.version,
      act: row.act,
      entityRef: row.entity_ref,
      reason: row.reason === null ? null : JSON.parse(row.reason),
      because: row.because,
      by: row.by,
      forWhom: row.for_whom,
      at: row.at,
    }));
  }

  async addConfirmations(
    trx: Knex.Transaction,
    confirmations: StoredConfirmation[],
  ): Promise<void> {
    for (const chunk of inChunks(confirmations)) {
      await trx('plan_confirmations').insert(
        chunk.map(confirmation => ({
          plan_id: confirmation.planId,
          version: confirmation.version,
          act: confirmation.act,
          entity_ref: confirmation.entityRef,
          code: confirmation.reason?.code ?? null,
          reason: confirmation.reason
            ? JSON.stringify(confirmation.reason)
            : null,
          because: confirmation.because,
          by: confirmation.by,
          for_whom: confirmation.forWhom,
          at: confirmation.at,
        })),
      );
    }
  }

  async isEmpty(): Promise<boolean> {
    return (await this.#database('plans').first('id')) === undefined;
  }
}
