import type { PlanVersion } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { whereInList } from '../database/whereInList';

/** A plan by reference, with the version that is open, else the one in force. */
export interface ReferencedPlan {
  id: string;
  ownerRef: string;
  kind: string;
  contents: PlanVersion['contents'];
}

/** Living plans by reference with one of these titles, in one query. */
export async function readReferencedPlans(
  knex: Knex,
  titles: string[],
): Promise<ReferencedPlan[]> {
  const rows: Array<{
    id: string;
    owner_ref: string;
    kind: string;
    contents: string;
  }> = await whereInList(
    knex('plans as p')
      .join('plan_versions as v', join =>
        join
          .on('v.plan_id', 'p.id')
          .andOn(
            'v.version',
            knex.raw(
              'coalesce(p.open_version, p.in_force_version, p.last_version)',
            ),
          ),
      )
      .where('p.form', 'by-reference')
      .whereNull('p.archived_at')
      .select('p.id', 'p.owner_ref', 'p.kind', 'v.contents'),
    'v.title',
    titles,
  );
  return rows.map(row => ({
    id: row.id,
    ownerRef: row.owner_ref,
    kind: row.kind,
    contents: JSON.parse(row.contents),
  }));
}
