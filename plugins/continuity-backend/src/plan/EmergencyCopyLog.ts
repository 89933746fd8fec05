import type { Knex } from 'knex';
import type { NewRecordEntry } from '../record/RecordStore';
import { planRecordRef } from './PlanWriter';

const COMPLETE = planRecordRef('emergency-copy');
const IN_PART = planRecordRef('emergency-copy-in-part');

/** What history says of a copy. One that lacks plans which its maker may not see is kept apart: it is not the copy that is asked for. */
export function emergencyCopyRecord(copy: {
  by: string;
  at: string;
  plans: number;
  isComplete: boolean;
}): NewRecordEntry {
  const { by, at, plans, isComplete } = copy;
  return {
    entityRef: isComplete ? COMPLETE : IN_PART,
    type: 'plan',
    action: 'emergency-copy-made',
    by,
    at,
    before: null,
    after: { plans, isComplete },
  };
}

/** When the last complete copy was made. */
export async function lastEmergencyCopy(knex: Knex): Promise<string | null> {
  const row: { at: string } | undefined = await knex('records')
    .where('entity_ref', COMPLETE)
    .orderBy('seq', 'desc')
    .first('at');
  return row?.at ?? null;
}

/** The entities that plans in force name and that are in the catalog: those of which a copy is missed. */
export async function copiedEntities(knex: Knex): Promise<string[]> {
  const rows: Array<{ entity_ref: string }> = await knex('plan_scope as s')
    .join('mirror_entities as m', 'm.entity_ref', 's.entity_ref')
    .whereNull('m.archived_at')
    .where({ 's.standing': 'in-force', 's.in_scope': true })
    .distinct('s.entity_ref');
  return rows.map(row => row.entity_ref);
}
