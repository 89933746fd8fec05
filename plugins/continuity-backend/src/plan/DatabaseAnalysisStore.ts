import type {
  AnalysisFacts,
  Bia,
  RiskAssessment,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { inChunks } from '../database/inChunks';
import type { RecordArchive } from '../record/RecordArchive';
import {
  toAnalysisRow,
  toBia,
  toRiskAssessment,
  type AnalysisRow,
  type AnalysisSort,
} from './analysisRow';
import type { AnalysisStore } from './AnalysisStore';
import { readAnalyses } from './readAnalyses';

/** Business impact analyses and risk assessments in the database; what is archived stays, as with profiles. */
export class DatabaseAnalysisStore implements AnalysisStore, RecordArchive {
  readonly #database: Knex;

  static create(options: { database: Knex }): DatabaseAnalysisStore {
    return new DatabaseAnalysisStore(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  async analysesOf(
    entityRefs: string[],
    trx?: Knex.Transaction,
  ): Promise<Map<string, AnalysisFacts>> {
    return readAnalyses(trx ?? this.#database, entityRefs);
  }

  async revisionsOf(
    entityRef: string,
    trx?: Knex.Transaction,
  ): Promise<Record<AnalysisSort, number>> {
    const found = await this.revisionsOfAll([entityRef], trx);
    return found.get(entityRef) ?? { bia: 0, risk: 0 };
  }

  async revisionsOfAll(
    entityRefs: string[],
    trx?: Knex.Transaction,
  ): Promise<Map<string, Record<AnalysisSort, number>>> {
    const found = new Map<string, Record<AnalysisSort, number>>();
    for (const chunk of inChunks(entityRefs)) {
      const rows: Array<{
        entity_ref: string;
        sort: AnalysisSort;
        revision: number | string;
      }> = await (trx ?? this.#database)('analyses')
        .whereIn('entity_ref', chunk)
        .whereNull('archived_at')
        .groupBy('entity_ref', 'sort')
        .select('entity_ref', 'sort')
        .max({ revision: 'revision' });
      for (const { entity_ref: ref, sort, revision } of rows) {
        const revisions = found.get(ref) ?? { bia: 0, risk: 0 };
        found.set(ref, { ...revisions, [sort]: Number(revision) });
      }
    }
    return found;
  }

  async biasOf(entityRef: string, trx?: Knex.Transaction): Promise<Bia[]> {
    return (await this.#rowsOf(entityRef, 'bia', trx)).map(toBia);
  }

  async risksOf(
    entityRef: string,
    trx?: Knex.Transaction,
  ): Promise<RiskAssessment[]> {
    return (await this.#rowsOf(entityRef, 'risk', trx)).map(toRiskAssessment);
  }

  async add(
    trx: Knex.Transaction,
    sort: AnalysisSort,
    analysis: Bia | RiskAssessment,
  ): Promise<void> {
    await trx('analyses').insert(toAnalysisRow(sort, analysis));
  }

  async replaceDraft(
    trx: Knex.Transaction,
    sort: AnalysisSort,
    analysis: Bia | RiskAssessment,
  ): Promise<boolean> {
    const { id, ...row } = toAnalysisRow(sort, analysis);
    const updated = await trx('analyses')
      .where({ id, state: 'draft' })
      .whereNull('archived_at')
      .update(row);
    return updated === 1;
  }

  async setState(
    trx: Knex.Transaction,
    change: Parameters<AnalysisStore['setState']>[1],
  ): Promise<boolean> {
    const { id, from, to, revision, confirmedBy, confirmedAt } = change;
    const updated = await trx('analyses')
      .where({ id, state: from })
      .whereNull('archived_at')
      .update({
        state: to,
        ...(revision !== undefined && { revision }),
        ...(confirmedBy !== undefined && { confirmed_by: confirmedBy }),
        ...(confirmedAt !== undefined && { confirmed_at: confirmedAt }),
      });
    return updated === 1;
  }

  async archive(
    trx: Knex.Transaction,
    options: { entityRefs: string[]; at: string },
  ): Promise<void> {
    for (const chunk of inChunks(options.entityRefs)) {
      await trx('analyses')
        .whereIn('entity_ref', chunk)
        .whereNull('archived_at')
        .update({ archived_at: options.at });
    }
  }

  async withArchived(
    trx: Knex.Transaction,
    entityRefs: string[],
  ): Promise<Set<string>> {
    const found = new Set<string>();
    for (const chunk of inChunks(entityRefs)) {
      const rows: Array<{ entity_ref: string }> = await trx('analyses')
        .distinct('entity_ref')
        .whereIn('entity_ref', chunk)
        .whereNotNull('archived_at');
      rows.forEach(row => found.add(row.entity_ref));
    }
    return found;
  }

  async revive(
    trx: Knex.Transaction,
    options: { fromRef: string; toRef: string },
  ): Promise<{ values: null; agreements: string[] } | null> {
    const { fromRef, toRef } = options;
    const [{ at }] = await trx('analyses')
      .where({ entity_ref: fromRef })
      .max({ at: 'archived_at' });
    if (at === null) return null;
    await trx('analyses')
      .where({ entity_ref: fromRef, archived_at: at })
      .update({ entity_ref: toRef, archived_at: null });
    return { values: null, agreements: [] };
  }

  async hasLiving(trx: Knex.Transaction, entityRef: string): Promise<boolean> {
    const row = await trx('analyses')
      .where({ entity_ref: entityRef })
      .whereNull('archived_at')
      .first('id');
    return row !== undefined;
  }

  async #rowsOf(
    entityRef: string,
    sort: AnalysisSort,
    trx?: Knex.Transaction,
  ): Promise<AnalysisRow[]> {
    return (trx ?? this.#database)('analyses')
      .where({ entity_ref: entityRef, sort })
      .whereNull('archived_at')
      .orderBy('seq', 'desc');
  }
}
