import type { Knex } from 'knex';
import { whereInList } from '../../database/whereInList';

/** For each name under which results of the entities may stand, the name under which they count now. */
export async function namesOfTested(
  knex: Knex,
  entityRefs: string[],
): Promise<Map<string, string>> {
  const rows: Array<{ from_ref: string; to_ref: string }> = await whereInList(
    knex('test_renames'),
    'to_ref',
    entityRefs,
  );
  return new Map([
    ...entityRefs.map(ref => [ref, ref] as const),
    ...rows.map(({ from_ref, to_ref }) => [from_ref, to_ref] as const),
  ]);
}
