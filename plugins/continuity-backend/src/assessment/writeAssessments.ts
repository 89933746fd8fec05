import type { Knex } from 'knex';
import { inChunks } from '../database/inChunks';
import {
  type ColumnTypes,
  insertRows,
  rowsAsTable,
  updateRows,
} from '../database/rowsAsTable';
import type { Candidate } from './AssessmentBatch';
import { assessmentColumns, type AssessmentRow } from './assessmentRow';
import type { IntervalPlan, KnownInterval } from './planIntervals';

type Patch = Omit<KnownInterval, 'valid_from' | 'hash'>;

const patchColumns: ColumnTypes<Patch> = {
  id: 'bigint',
  valid_to: 'text',
  next_change_at: 'text',
  policy_version: 'text',
  memory: 'text',
  memory_before: 'text',
  assessed_at: 'text',
  people_known: 'boolean',
  facts_hash: 'text',
};

interface PartyRow {
  entity_ref: string;
  party_ref: string;
  state: string;
}

const partyColumns: ColumnTypes<PartyRow> = {
  entity_ref: 'text',
  party_ref: 'text',
  state: 'text',
};

/** Writes the plans of a batch, a fixed number of statements whatever its size. Returns how many rows of assessments were written. */
export async function writeAssessments(
  trx: Knex.Transaction,
  batch: Array<{ candidate: Candidate; plan: IntervalPlan }>,
): Promise<number> {
  const plans = batch.map(({ plan }) => plan);
  const deletes = plans.flatMap(plan => plan.deletes);
  const patches = plans.flatMap(plan => plan.patches);
  const replaces = plans.flatMap(plan => plan.replaces);
  const inserts = plans.flatMap(plan => plan.inserts);
  const table = 'assessments';

  // an entity has one current row at any time, so the old one ends before the new one is there
  for (const ids of inChunks(deletes)) {
    await trx(table).whereIn('id', ids).delete();
  }
  await updateRows<Patch>(trx, {
    table,
    columns: patchColumns,
    rows: patches,
    key: 'id',
  });
  await updateRows<AssessmentRow>(trx, {
    table,
    columns: { id: 'bigint', ...assessmentColumns },
    rows: replaces,
    key: 'id',
  });
  for (const rows of inChunks(inserts)) {
    await insertRows(trx, { table, columns: assessmentColumns, rows });
  }
  await writeParties(
    trx,
    batch.map(({ candidate }) => candidate),
  );
  return deletes.length + patches.length + replaces.length + inserts.length;
}

async function writeParties(
  trx: Knex.Transaction,
  candidates: Candidate[],
): Promise<void> {
  const removed: PartyRow[] = [];
  const written: PartyRow[] = [];
  for (const { entity, storedParties, askedParties } of candidates) {
    const { entityRef } = entity.facts;
    for (const [party, state] of storedParties) {
      if (!askedParties.has(party)) {
        removed.push({ entity_ref: entityRef, party_ref: party, state });
      }
    }
    for (const [party, state] of askedParties) {
      if (storedParties.get(party) !== state) {
        written.push({ entity_ref: entityRef, party_ref: party, state });
      }
    }
  }
  for (const rows of inChunks(removed)) {
    await trx.raw(
      `delete from assessment_parties where (entity_ref, party_ref) in (select v.entity_ref, v.party_ref from ?)`,
      [rowsAsTable(trx, partyColumns, rows)],
    );
  }
  for (const rows of inChunks(written)) {
    await insertRows(trx, {
      table: 'assessment_parties',
      columns: partyColumns,
      rows,
      onConflict:
        '(entity_ref, party_ref) do update set state = excluded.state',
    });
  }
}
