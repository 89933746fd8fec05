import type { ExemptionFacts } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { whereInList } from '../database/whereInList';

interface Row {
  entity_ref: string;
  id: string;
  requirement: string;
  reason: string;
  starts_at: string;
  ends_at: string;
}

/**
 * What assessments must know of exemptions: those that were approved, by entity; also what is over, since an assessment may be about the past. Entities without
 * any are left out.
 */
export async function readExemptionFacts(
  knex: Knex,
  entityRefs: Iterable<string>,
): Promise<Map<string, ExemptionFacts[]>> {
  const rows: Row[] = await whereInList(
    knex('exemptions')
      .whereIn('state', ['approved', 'ended'])
      .whereNull('archived_at')
      // what was ended before it began exempted nobody
      .whereRaw('starts_at < ends_at')
      .orderBy(['starts_at', 'id'])
      .select(
        'entity_ref',
        'id',
        'requirement',
        'reason',
        'starts_at',
        'ends_at',
      ),
    'entity_ref',
    entityRefs,
  );
  const found = new Map<string, ExemptionFacts[]>();
  for (const row of rows) {
    const facts: ExemptionFacts = {
      id: row.id,
      requirement: row.requirement,
      reason: row.reason,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
    };
    const list = found.get(row.entity_ref);
    if (list) list.push(facts);
    else found.set(row.entity_ref, [facts]);
  }
  return found;
}
