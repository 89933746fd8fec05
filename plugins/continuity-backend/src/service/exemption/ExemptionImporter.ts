import {
  exemptionStateAt,
  type ExemptionRow,
} from 'backstage-plugin-continuity-common';
import type {
  ExemptionStore,
  StoredExemption,
} from '../../exemption/ExemptionStore';
import type { Access } from '../../permissions/CallerAccess';
import {
  refusalsOf,
  refusedRow,
  type PreparedRow,
  type ReadImport,
  type RowImporter,
} from '../record/RowImporter';
import { EntityBatch } from '../profile/EntityBatch';
import { holdsContinuity } from '../profile/holdsContinuity';
import { ExemptionAsks } from './ExemptionAsks';

interface Options {
  batch: EntityBatch;
  exemptionAsks: ExemptionAsks;
  exemptionStore: ExemptionStore;
}

/** Imports exemptions: they are asked for, and hold once somebody else has approved them. */
export class ExemptionImporter implements RowImporter<ExemptionRow> {
  readonly #options: Options;

  static create(options: Options) {
    return new ExemptionImporter(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async prepare(
    rows: Array<ReadImport<ExemptionRow>>,
    { access, at }: { access: Access; at: string },
  ): Promise<PreparedRow[]> {
    const { batch, exemptionStore } = this.#options;
    const refs = rows.map(({ row }) => row.entityRef);
    const open = await batch.open(refs, 'exemption.create', access);
    const stored = await exemptionStore.ofEntities(refs);
    const prepared: PreparedRow[] = [];
    for (const { row } of rows) {
      const about = { entityRef: row.entityRef, title: row.requirement };
      const found = open(row.entityRef);
      const problem = found.ok
        ? !holdsContinuity(found.opened.entity) &&
          `Nothing is required of a ${found.opened.entity.facts.kind}.`
        : found.message;
      if (problem) {
        prepared.push(
          refusedRow(about, [{ column: 'entity_ref', message: problem }]),
        );
        continue;
      }
      try {
        prepared.push({
          ...about,
          ...this.#prepared(row, {
            known: stored.get(row.entityRef) ?? [],
            by: access.subject,
            at,
          }),
        });
      } catch (error) {
        prepared.push(
          refusedRow(
            about,
            refusalsOf(error, path => path),
          ),
        );
      }
    }
    return prepared;
  }

  #prepared(
    row: ExemptionRow,
    options: { known: StoredExemption[]; by: string; at: string },
  ): Omit<PreparedRow, 'entityRef' | 'title'> {
    const { exemptionAsks } = this.#options;
    const { known, by, at } = options;
    const asked = exemptionAsks.draft(row, { by, at });
    const same = known.find(each => isSame(each, asked, at));
    const nothing = { changes: [], errors: [], notes: [] };
    if (same) return { ...nothing, outcome: 'same', id: same.id };
    const judged = exemptionAsks.judged(asked, { known });
    return {
      outcome: 'create',
      changes: [
        { field: 'requirement', before: null, after: row.requirement },
        { field: 'until', before: null, after: row.until },
        ...(row.from === undefined
          ? []
          : [{ field: 'from', before: null, after: row.from }]),
      ],
      errors: [],
      notes: [{ code: 'awaits-review', detail: '' }],
      id: null,
      seen: judged.renewal,
      write: async (trx, imported) =>
        (await exemptionAsks.add(trx, asked, { imported })).id,
    };
  }
}

/** It waits or holds already, for the same reason and until the same end. */
function isSame(
  known: StoredExemption,
  asked: StoredExemption,
  at: string,
): boolean {
  return (
    known.requirement === asked.requirement &&
    known.reason === asked.reason &&
    known.endsAt === asked.endsAt &&
    ['asked', 'approved'].includes(exemptionStateAt(known, at))
  );
}
