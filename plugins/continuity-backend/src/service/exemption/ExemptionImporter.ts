import {
  exemptionStateAt,
  type ExemptionRow,
} from 'backstage-plugin-continuity-common';
import type {
  ExemptionStore,
  StoredExemption,
} from '../../exemption/ExemptionStore';
import type { Access } from '../../permissions/CallerAccess';
import type { JudgedRow } from '../record/prepareRow';
import type {
  PreparedRow,
  ReadImport,
  RowImporter,
} from '../record/RowImporter';
import { EntityBatch } from '../profile/EntityBatch';
import { prepareEntityRows } from '../profile/prepareEntityRows';
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
    return prepareEntityRows(rows, {
      batch,
      action: 'exemption.create',
      access,
      columnOf: path => path,
      titleOf: row => row.requirement,
      judgeOf: async opened => {
        const stored = await exemptionStore.ofEntities(
          opened.map(({ row }) => row.entityRef),
        );
        return row =>
          this.#judged(row, {
            known: stored.get(row.entityRef) ?? [],
            by: access.subject,
            at,
          });
      },
    });
  }

  #judged(
    row: ExemptionRow,
    options: { known: StoredExemption[]; by: string; at: string },
  ): JudgedRow {
    const { exemptionAsks } = this.#options;
    const { known, by, at } = options;
    const asked = exemptionAsks.draft(row, { by, at });
    const same = known.find(each => isSame(each, asked, at));
    if (same) return { outcome: 'same', id: same.id };
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
      notes: [{ code: 'awaits-review', detail: '' }],
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
