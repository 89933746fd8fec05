import { createHash } from 'node:crypto';
import {
  canonicalJson,
  type ChangeAssessment,
  type ChangeVerdict,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { inChunks } from '../database/inChunks';
import { isPostgres } from '../database/isPostgres';
import { insertRows } from '../database/rowsAsTable';
import { whereInList } from '../database/whereInList';
import {
  toChange,
  toChangeRow,
  toHit,
  type ChangeRow,
  type HitRow,
} from './changeRows';
import type { KeptSubject } from './ChangeSubject';
import type {
  ChangeStore,
  HitEntity,
  HitPlan,
  StoredChange,
  StoredChangeAssessment,
} from './ChangeStore';

/** Changes in the database. */
export class DatabaseChangeStore implements ChangeStore {
  readonly #database: Knex;

  static create(options: { database: Knex }): DatabaseChangeStore {
    return new DatabaseChangeStore(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  async get(changeId: string, knex: Knex = this.#database) {
    const row = await knex<ChangeRow>('changes').where('id', changeId).first();
    return row && toChange(row);
  }

  async getMany(changeIds: string[], knex: Knex = this.#database) {
    const rows: ChangeRow[] = await whereInList(
      knex('changes').select('*'),
      'id',
      changeIds,
    );
    return new Map(rows.map(row => [row.id, toChange(row)]));
  }

  async findExternal(
    { source, externalId }: { source: string; externalId: string },
    knex: Knex = this.#database,
  ) {
    const row = await knex<ChangeRow>('changes')
      .where({ source, external_id: externalId })
      .first();
    return row && toChange(row);
  }

  async lock(trx: Knex.Transaction, changeId: string) {
    const query = trx<ChangeRow>('changes').where('id', changeId).first();
    const row = (await (isPostgres(trx) ? query.forUpdate() : query)) as
      | ChangeRow
      | undefined;
    return row && toChange(row);
  }

  async insert(trx: Knex.Transaction, change: StoredChange): Promise<boolean> {
    const inserted = await trx('changes')
      .insert(toChangeRow(change))
      .onConflict()
      .ignore()
      .returning('id');
    return inserted.length === 1;
  }

  async save(trx: Knex.Transaction, change: StoredChange): Promise<boolean> {
    const { id, ...row } = toChangeRow(change);
    const changed = await trx('changes')
      .where({ id, revision: change.revision - 1 })
      .update(row);
    return changed === 1;
  }

  async addAssessment(
    trx: Knex.Transaction,
    { changeId, number, by, assessment }: StoredChangeAssessment,
  ): Promise<void> {
    const payload = canonicalJson(assessment);
    await trx('change_assessments').insert({
      change_id: changeId,
      number,
      at: assessment.assessedAt,
      by,
      verdict: assessment.verdict,
      caused: assessment.counts.caused,
      payload,
      sha256: createHash('sha256').update(payload).digest('hex'),
    });
  }

  async keepSubject(
    trx: Knex.Transaction,
    changeId: string,
    kept: KeptSubject | null,
  ): Promise<void> {
    const table = trx('change_questions');
    if (!kept) {
      await table.where('change_id', changeId).delete();
      return;
    }
    const { subject, ...counts } = kept;
    await table
      .insert({
        change_id: changeId,
        ...counts,
        payload: subject && canonicalJson(subject),
      })
      .onConflict('change_id')
      .merge();
  }

  async subject(changeId: string): Promise<KeptSubject | undefined> {
    const row = await this.#database('change_questions')
      .where('change_id', changeId)
      .first();
    return (
      row && {
        entities: row.entities,
        files: row.files,
        documents: row.documents,
        subject: row.payload === null ? null : JSON.parse(row.payload),
      }
    );
  }

  async assessment(
    changeId: string,
    number: number,
    knex: Knex = this.#database,
  ): Promise<StoredChangeAssessment | undefined> {
    const row = await knex('change_assessments')
      .where({ change_id: changeId, number })
      .first('by', 'payload');
    return (
      row && {
        changeId,
        number,
        by: row.by,
        assessment: JSON.parse(row.payload),
      }
    );
  }

  async latestAssessments(
    changes: StoredChange[],
    knex: Knex = this.#database,
  ): Promise<Map<string, ChangeAssessment>> {
    if (changes.length === 0) return new Map();
    const rows: Array<{ change_id: string; payload: string }> =
      await whereInList(
        knex('change_assessments as a')
          .join('changes as c', join =>
            join.on('c.id', 'a.change_id').on('c.last_assessment', 'a.number'),
          )
          .select('a.change_id', 'a.payload'),
        'a.change_id',
        changes.map(({ id }) => id),
      );
    return new Map(rows.map(row => [row.change_id, JSON.parse(row.payload)]));
  }

  async assessmentsOf(changeId: string) {
    const rows: Array<{
      number: number;
      at: string;
      by: string;
      verdict: ChangeVerdict;
      caused: number;
    }> = await this.#database('change_assessments')
      .where('change_id', changeId)
      .orderBy('number', 'desc')
      .select('number', 'at', 'by', 'verdict', 'caused');
    return rows;
  }

  async index(
    trx: Knex.Transaction,
    { id, createdAt }: StoredChange,
    hits: { entities: Array<Omit<HitEntity, 'changeId'>>; plans: HitPlan[] },
  ): Promise<void> {
    await trx('change_entities').where('change_id', id).delete();
    await trx('change_plans').where('change_id', id).delete();
    const rows = hits.entities.map(
      ({ entityRef, effect, asked }): HitRow => ({
        change_id: id,
        entity_ref: entityRef,
        effect,
        created_at: createdAt,
        asked: asked.length === 0 ? null : JSON.stringify(asked),
      }),
    );
    for (const chunk of inChunks(rows)) {
      await insertRows(trx, {
        table: 'change_entities',
        columns: {
          change_id: 'text',
          entity_ref: 'text',
          effect: 'text',
          created_at: 'text',
          asked: 'text',
        },
        rows: chunk,
      });
    }
    const plans = hits.plans.map(({ planId, reasons }) => ({
      change_id: id,
      plan_id: planId,
      reasons: reasons && JSON.stringify(reasons),
    }));
    for (const chunk of inChunks(plans)) {
      await insertRows(trx, {
        table: 'change_plans',
        columns: { change_id: 'text', plan_id: 'text', reasons: 'text' },
        rows: chunk,
      });
    }
  }

  async entitiesOf(changeIds: string[], knex: Knex = this.#database) {
    const rows: HitRow[] = await whereInList(
      knex('change_entities').orderBy(['change_id', 'entity_ref']).select('*'),
      'change_id',
      changeIds,
    );
    return rows.map(toHit);
  }

  async plansOf(changeId: string, knex: Knex = this.#database) {
    const rows: Array<{ plan_id: string; reasons: string | null }> = await knex(
      'change_plans',
    )
      .where('change_id', changeId)
      .orderBy('plan_id')
      .select('plan_id', 'reasons');
    return rows.map(
      (row): HitPlan => ({
        planId: row.plan_id,
        reasons: row.reasons === null ? null : JSON.parse(row.reasons),
      }),
    );
  }

  async recentOf(entityRef: string, limit: number) {
    const rows: Array<ChangeRow & { effect: string; asked: string | null }> =
      await this.#database('change_entities as e')
        .join('changes as c', 'c.id', 'e.change_id')
        .where('e.entity_ref', entityRef)
        .whereNot('c.state', 'withdrawn')
        .orderBy([
          { column: 'e.created_at', order: 'desc' },
          { column: 'e.change_id', order: 'desc' },
        ])
        .limit(limit)
        .select('c.*', 'e.effect', 'e.asked');
    return rows.map(({ effect, asked, ...row }) => ({
      change: toChange(row),
      hit: toHit({
        change_id: row.id,
        entity_ref: entityRef,
        created_at: row.created_at,
        effect,
        asked,
      }),
    }));
  }
}
