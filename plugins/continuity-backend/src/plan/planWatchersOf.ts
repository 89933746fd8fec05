import type { Knex } from 'knex';
import { whereInList } from '../database/whereInList';

/** The entities that use one of these APIs and of which a plan remembers by whom it was provided. */
export async function planWatchersOf(
  knex: Knex,
  apis: Iterable<string>,
): Promise<string[]> {
  const refs = [...apis];
  if (refs.length === 0) return [];
  return whereInList(
    knex('mirror_relations as r')
      .join('plan_watched as w', 'w.entity_ref', 'r.source_ref')
      .whereIn('r.type', ['consumesApi', 'dependsOn']),
    'r.target_ref',
    refs,
  )
    .distinct('w.entity_ref')
    .pluck('w.entity_ref');
}
