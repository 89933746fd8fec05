import type { DependencyClassification } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { inChunks } from '../database/inChunks';
import { whereInList } from '../database/whereInList';
import type { RecordArchive } from '../record/RecordArchive';

/** What was said in the portal of a dependency; `strength` null: it was taken back. */
export interface StoredClassification {
  fromRef: string;
  toRef: string;
  strength: 'hard' | 'soft' | null;
  reason: string;
  endurableSeconds: number | null;
  revision: number;
  updatedBy: string;
  updatedAt: string;
}

/** As `DependencyChanges` takes them. */
export type ClassificationChange =
  | DependencyClassification
  | { from: string; to: string; class: null };

interface Row {
  from_ref: string;
  to_ref: string;
  strength: 'hard' | 'soft' | null;
  reason: string;
  endurable_seconds: number | string | null;
  revision: number;
  updated_by: string;
  updated_at: string;
  archived_at: string | null;
}

/** What people said of dependencies. */
export class ClassificationStore implements RecordArchive {
  readonly #database: Knex;

  static create(options: { database: Knex }): ClassificationStore {
    return new ClassificationStore(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  /** What is said of the dependencies of these entities, by `from`, then by `to`. */
  async of(
    fromRefs: Iterable<string>,
    knex: Knex = this.#database,
  ): Promise<Map<string, Map<string, StoredClassification>>> {
    const found = new Map<string, Map<string, StoredClassification>>();
    const rows: Row[] = await whereInList(
      knex('dependency_classifications').whereNull('archived_at'),
      'from_ref',
      fromRefs,
    );
    for (const row of rows) {
      const own = found.get(row.from_ref) ?? new Map();
      own.set(row.to_ref, toClassification(row));
      found.set(row.from_ref, own);
    }
    return found;
  }

  /** Everything that is said, as the graph takes it. */
  async all(): Promise<DependencyClassification[]> {
    const rows: Row[] = await this.#database('dependency_classifications')
      .whereNull('archived_at')
      .whereNotNull('strength')
      .orderBy(['from_ref', 'to_ref']);
    return rows.map(row => toGraph(toClassification(row))!);
  }

  /** Saves one; false where somebody else was faster, `expected` being the revision it starts from (0: none yet). */
  async save(
    trx: Knex.Transaction,
    classification: StoredClassification,
    expected: number,
  ): Promise<boolean> {
    const row = toRow(classification);
    if (expected === 0) {
      await trx('dependency_classifications')
        .where({ from_ref: row.from_ref, to_ref: row.to_ref })
        .whereNotNull('archived_at')
        .delete();
      const inserted = await trx('dependency_classifications')
        .insert({ ...row, archived_at: null })
        .onConflict(['from_ref', 'to_ref'])
        .ignore()
        .returning('revision');
      return inserted.length > 0;
    }
    const updated = await trx('dependency_classifications')
      .where({
        from_ref: row.from_ref,
        to_ref: row.to_ref,
        revision: expected,
      })
      .whereNull('archived_at')
      .update(row);
    return updated === 1;
  }

  /** What the graph is to take over of these entities: also what no longer counts, as null. */
  async changesOf(fromRefs: Iterable<string>): Promise<ClassificationChange[]> {
    const rows: Row[] = await whereInList(
      this.#database('dependency_classifications'),
      'from_ref',
      fromRefs,
    );
    return rows.map(row => {
      const living = row.archived_at === null;
      const said = living ? toGraph(toClassification(row)) : undefined;
      return said ?? { from: row.from_ref, to: row.to_ref, class: null };
    });
  }

  async withArchived(
    trx: Knex.Transaction,
    entityRefs: string[],
  ): Promise<Set<string>> {
    const rows: Array<{ from_ref: string }> = await whereInList(
      trx('dependency_classifications')
        .whereNotNull('archived_at')
        .distinct('from_ref'),
      'from_ref',
      entityRefs,
    );
    return new Set(rows.map(row => row.from_ref));
  }

  /** Gives back what was put away; what the receiver has said itself stays. */
  async revive(
    trx: Knex.Transaction,
    options: { fromRef: string; toRef: string },
  ): Promise<{ values: object | null; agreements: string[] } | null> {
    const { fromRef, toRef } = options;
    const put: Row[] = await trx('dependency_classifications')
      .where({ from_ref: fromRef })
      .whereNotNull('archived_at');
    if (put.length === 0) return null;
    if (fromRef === toRef) {
      await trx('dependency_classifications')
        .where({ from_ref: fromRef })
        .update({ archived_at: null });
      return { values: null, agreements: [] };
    }
    // The old rows stay, saying nothing: replicas hear by them that the old entity's word no longer counts
    await trx('dependency_classifications')
      .where({ from_ref: fromRef })
      .update({ archived_at: null, strength: null });
    await trx('dependency_classifications')
      .where({ from_ref: toRef })
      .whereNotNull('archived_at')
      .delete();
    await trx('dependency_classifications')
      .insert(put.map(row => ({ ...row, from_ref: toRef, archived_at: null })))
      .onConflict(['from_ref', 'to_ref'])
      .ignore();
    return { values: null, agreements: [] };
  }

  /** Classifications don't stand in the way of what is carried over: they are merged. */
  async hasLiving(): Promise<boolean> {
    return false;
  }

  /** Puts away what is said of entities that leave the catalog. */
  async archive(
    trx: Knex.Transaction,
    options: { entityRefs: string[]; at: string },
  ): Promise<void> {
    for (const refs of inChunks(options.entityRefs)) {
      await trx('dependency_classifications')
        .whereIn('from_ref', refs)
        .whereNull('archived_at')
        .update({ archived_at: options.at });
    }
  }
}

/** As the graph takes it; undefined for what was taken back. */
export function toGraph(
  classification: StoredClassification,
): DependencyClassification | undefined {
  const { fromRef, toRef, strength, endurableSeconds } = classification;
  if (strength === null) return undefined;
  return {
    from: fromRef,
    to: toRef,
    class: strength,
    ...(endurableSeconds !== null && { endurableSeconds }),
  };
}

function toClassification(row: Row): StoredClassification {
  return {
    fromRef: row.from_ref,
    toRef: row.to_ref,
    strength: row.strength,
    reason: row.reason,
    endurableSeconds:
      row.endurable_seconds === null ? null : Number(row.endurable_seconds),
    revision: row.revision,
    updatedBy: row.updated_by,
    updatedAt: row.updated_at,
  };
}

function toRow(stored: StoredClassification): Omit<Row, 'archived_at'> {
  return {
    from_ref: stored.fromRef,
    to_ref: stored.toRef,
    strength: stored.strength,
    reason: stored.reason,
    endurable_seconds: stored.endurableSeconds,
    revision: stored.revision,
    updated_by: stored.updatedBy,
    updated_at: stored.updatedAt,
  };
}
