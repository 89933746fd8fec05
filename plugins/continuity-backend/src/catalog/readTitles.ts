import type { Knex } from 'knex';
import { whereInList } from '../database/whereInList';

/** The titles of entities, by ref, without reading anything else of them. Those that are not in the catalog are left out. */
export async function readTitles(
  knex: Knex,
  entityRefs: string[],
): Promise<Map<string, string>> {
  if (entityRefs.length === 0) return new Map();
  const rows: Array<{ entity_ref: string; title: string }> = await whereInList(
    knex('mirror_entities')
      .whereNull('archived_at')
      .select('entity_ref', 'title'),
    'entity_ref',
    entityRefs,
  );
  return new Map(rows.map(row => [row.entity_ref, row.title]));
}
