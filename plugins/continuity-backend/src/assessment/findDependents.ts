import type { Knex } from 'knex';
import { isPersonOrGroup } from '../catalog/DatabaseMirrorStore';
import type { PeopleDirectory } from '../catalog/PeopleDirectory';
import { inChunks } from '../database/inChunks';
import { rowsAsTable } from '../database/rowsAsTable';
import { planWatchersOf } from '../plan/planWatchersOf';

/**
 * The entities whose assessment a change of these refs can alter: themselves, the parts of systems, whoever uses an API and has a plan, and whoever
 * names a user or group that has come, gone, or become empty.
 */
export async function findDependents(
  trx: Knex.Transaction,
  options: { entityRefs: string[]; people: PeopleDirectory },
): Promise<Set<string>> {
  const { entityRefs, people } = options;
  const found = new Set<string>();
  const add = (rows: Array<{ entity_ref: string }>) =>
    rows.forEach(row => found.add(row.entity_ref));

  const assessed = entityRefs.filter(ref => !isPersonOrGroup(ref));
  for (const chunk of inChunks(assessed)) {
    add(
      await trx('mirror_entities')
        .whereIn('entity_ref', chunk)
        .whereNull('archived_at')
        .select('entity_ref'),
    );
  }
  const systems = assessed.filter(ref => ref.startsWith('system:'));
  for (const chunk of inChunks(systems)) {
    add(
      await trx('mirror_entities')
        .whereIn('system_ref', chunk)
        .whereNull('archived_at')
        .select('entity_ref'),
    );
  }
  const apis = assessed.filter(ref => ref.startsWith('api:'));
  for (const ref of await planWatchersOf(trx, apis)) found.add(ref);
  if (assessed.length < entityRefs.length) {
    add(await namingChangedPeople(trx, people));
  }
  return found;
}

/**
 * Compares what the stored assessments were told about users and groups with what is so now: membership reaches up through nested
 * groups, before and after the change, and this finds them all without walking either way.
 */
async function namingChangedPeople(
  trx: Knex.Transaction,
  directory: PeopleDirectory,
): Promise<Array<{ entity_ref: string }>> {
  const told: Array<{ party_ref: string; state: string }> = await trx(
    'assessment_parties',
  ).distinct('party_ref', 'state');
  const people = await directory.read(trx);
  const outdated = told.filter(
    ({ party_ref, state }) => people.stateOf(party_ref) !== state,
  );
  const naming: Array<{ entity_ref: string }> = await trx('assessments')
    .whereNull('valid_to')
    .where('people_known', !people.known)
    .select('entity_ref');
  for (const chunk of inChunks(outdated)) {
    const rows = await trx('assessment_parties as p')
      .join(
        rowsAsTable(trx, { party_ref: 'text', state: 'text' }, chunk),
        join => join.on('v.party_ref', 'p.party_ref').on('v.state', 'p.state'),
      )
      .distinct('p.entity_ref');
    naming.push(...rows);
  }
  return naming;
}
