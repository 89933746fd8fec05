import {
  canonicalJson,
  type LabelsPage,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';

const ROWS_PER_STATEMENT = 200;

interface LabelRow {
  entity_ref: string;
  labels: string | null;
  revision: string | number;
}

/** Labels that an entity should show from now on; null = none. */
export interface WantedLabels {
  entityRef: string;
  labels: Record<string, string> | null;
}

/**
 * Keeps the labels that the catalog shows, and in which order they changed.
 */
export class LabelStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }) {
    return new LabelStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Writes what differs from what is kept, in the transaction of the assessment. */
  async apply(trx: Knex.Transaction, wanted: WantedLabels[]): Promise<void> {
    for (let at = 0; at < wanted.length; at += ROWS_PER_STATEMENT) {
      await this.#applyBatch(trx, wanted.slice(at, at + ROWS_PER_STATEMENT));
    }
  }

  /** Labels that changed after a revision, oldest change first. */
  async changedSince(options: {
    sinceRevision: number;
    limit: number;
  }): Promise<LabelsPage> {
    const rows = await this.#knex<LabelRow>('entity_labels')
      .where('revision', '>', options.sinceRevision)
      .orderBy([{ column: 'revision' }, { column: 'entity_ref' }])
      .limit(options.limit + 1);
    const items = rows.slice(0, options.limit).map(row => ({
      entityRef: row.entity_ref,
      revision: Number(row.revision),
      labels: row.labels === null ? null : JSON.parse(row.labels),
    }));
    return {
      items,
      revision: items.at(-1)?.revision ?? options.sinceRevision,
      more: rows.length > options.limit,
    };
  }

  async #applyBatch(
    trx: Knex.Transaction,
    wanted: WantedLabels[],
  ): Promise<void> {
    const kept = new Map(
      (
        await trx<LabelRow>('entity_labels').whereIn(
          'entity_ref',
          wanted.map(w => w.entityRef),
        )
      ).map(row => [row.entity_ref, row.labels]),
    );
    const changed = wanted
      .map(w => ({
        entityRef: w.entityRef,
        labels: w.labels === null ? null : canonicalJson(w.labels),
      }))
      .filter(({ entityRef, labels }) =>
        // an entity that never had labels needs no row to say that it has none
        kept.has(entityRef) ? kept.get(entityRef) !== labels : labels !== null,
      );
    if (changed.length === 0) {
      return;
    }
    const last = await this.#takeRevisions(trx, changed.length);
    await trx('entity_labels')
      .insert(
        changed.map(({ entityRef, labels }, index) => ({
          entity_ref: entityRef,
          labels,
          revision: last - changed.length + index + 1,
        })),
      )
      .onConflict('entity_ref')
      .merge();
  }

  async #takeRevisions(trx: Knex.Transaction, count: number): Promise<number> {
    await trx('label_revision').where({ id: 1 }).increment('value', count);
    const row = await trx('label_revision').where({ id: 1 }).first('value');
    return Number(row.value);
  }
}
