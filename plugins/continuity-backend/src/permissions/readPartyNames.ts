import type { Knex } from 'knex';
import { whereInList } from '../database/whereInList';
import { collectEntityRefs } from './entityRefsIn';

/** The names of the users and groups that an answer names, by ref, where the catalog has another one than the ref. */
export async function readPartyNames(
  knex: Knex,
  answer: unknown,
): Promise<Record<string, string>> {
  const refs = [...collectEntityRefs(answer)].filter(ref =>
    /^(?:user|group):/.test(ref),
  );
  if (refs.length === 0) return {};
  const rows: Array<{ entity_ref: string; title: string }> = await whereInList(
    knex('mirror_entities')
      .whereNull('archived_at')
      .orderBy('entity_ref')
      .select('entity_ref', 'title'),
    'entity_ref',
    refs,
  );
  return Object.fromEntries(
    rows
      .filter(({ entity_ref, title }) => !entity_ref.endsWith(`/${title}`))
      .map(({ entity_ref, title }) => [entity_ref, title]),
  );
}
