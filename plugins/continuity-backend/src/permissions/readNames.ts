import type { Knex } from 'knex';
import { readTitles } from '../catalog/readTitles';
import { collectEntityRefs } from './entityRefsIn';

/**
 * What the entities, users and groups of an answer are called, by ref, wherever the answer names them. To be asked of an answer from which all that
 * the caller may not see was taken.
 */
export async function readNames(
  knex: Knex,
  answer: unknown,
): Promise<Record<string, string>> {
  const titles = await readTitles(knex, [...collectEntityRefs(answer)]);
  return Object.fromEntries([...titles].sort(([a], [b]) => (a < b ? -1 : 1)));
}
