import type { Knex } from 'knex';
import { whereInList } from '../../database/whereInList';
import { asItStood } from './asItStood';

/** A change that touched or hit a service in the period, with what its assessment said. */
export interface EvidenceChange {
  id: string;
  title: string;
  type: string;
  state: string;
  effect: string;
  verdict: string;
  headline: string;
  requestedBy: string;
  createdAt: string;
  approvedAt: string | null;
  approvedBy: string | null;
  implementedAt: string | null;
  reviewDueAt: string | null;
  reviewDoneAt: string | null;
  reviewDoneBy: string | null;
}

/** A change belongs to each period in which something was done about it. */
const moments = [
  'created_at',
  'approved_at',
  'implemented_at',
  'review_done_at',
] as const;

/** The changes of a period, by what they touch and hit. */
export async function readEvidenceChanges(
  knex: Knex,
  refs: string[],
  period: { from: string; to: string },
): Promise<Map<string, EvidenceChange[]>> {
  const rows = await whereInList(
    knex('change_entities as e').join('changes as c', 'c.id', 'e.change_id'),
    'e.entity_ref',
    refs,
  )
    .where(inPeriod =>
      moments.forEach(moment =>
        inPeriod.orWhere(within =>
          within
            .where(`c.${moment}`, '>=', period.from)
            .where(`c.${moment}`, '<', period.to),
        ),
      ),
    )
    .orderBy('c.created_at')
    .select('c.*', 'e.entity_ref', 'e.effect');
  const found = new Map<string, EvidenceChange[]>();
  for (const row of rows) {
    const known = {
      id: row.id,
      title: row.title,
      type: row.type,
      state: row.state,
      effect: row.effect,
      verdict: row.verdict,
      headline: row.headline,
      requestedBy: row.requested_by,
      createdAt: row.created_at,
      approvedAt: row.approved_at,
      approvedBy: row.approved_by,
      implementedAt: row.implemented_at,
      reviewDueAt: row.review_due_at,
      reviewDoneAt: row.review_done_at,
      reviewDoneBy: row.review_done_by,
      updatedAt: row.updated_at,
    };
    const change = asItStood.change(known, period.to);
    const list = found.get(row.entity_ref);
    if (list) list.push(change);
    else found.set(row.entity_ref, [change]);
  }
  return found;
}
