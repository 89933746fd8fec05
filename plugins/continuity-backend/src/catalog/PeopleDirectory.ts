import type { PeopleFacts } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';

/**
 * Who there is in the catalog, and which groups have members, counted through the groups below them.
 *
 * Held in memory and read anew when the mirror says that people changed: an entity's assessment must not cost a walk through the organisation.
 */
export class PeopleDirectory {
  readonly #database: Knex;
  #remembered?: { revision: number; people: PeopleFacts };

  static create(options: { database: Knex }): PeopleDirectory {
    return new PeopleDirectory(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  /** The people as they are committed; one small query unless they changed. */
  async committed(trx?: Knex.Transaction): Promise<PeopleFacts> {
    const knex = trx ?? this.#database;
    const { people_revision: revision } = await knex('sweep_state')
      .where({ id: 1 })
      .first('people_revision');
    if (this.#remembered?.revision !== revision) {
      this.#remembered = { revision, people: await this.read(knex) };
    }
    return this.#remembered!.people;
  }

  /** The people as a transaction sees them that changes them itself. Nothing is remembered: it may still be rolled back. */
  async read(knex: Knex | Knex.Transaction): Promise<PeopleFacts> {
    const living: Array<{ entity_ref: string }> = await knex('mirror_entities')
      .whereIn('kind', ['user', 'group'])
      .whereNull('archived_at')
      .select('entity_ref');
    const occupied: Array<{ target_ref: string }> = await knex(
      'mirror_relations as r',
    )
      .join('mirror_entities as e', 'e.entity_ref', 'r.source_ref')
      .where({ 'r.type': 'memberOf', 'e.kind': 'user' })
      .whereNull('e.archived_at')
      .distinct('r.target_ref');
    const parents: Array<{ source_ref: string; target_ref: string }> =
      await knex('mirror_relations as r')
        .join('mirror_entities as e', 'e.entity_ref', 'r.source_ref')
        .where({ 'r.type': 'childOf', 'e.kind': 'group' })
        .whereNull('e.archived_at')
        .select('r.source_ref', 'r.target_ref');
    return describePeople({
      refs: new Set(living.map(row => row.entity_ref)),
      occupied: occupied.map(row => row.target_ref),
      parents: parents.map(row => [row.source_ref, row.target_ref]),
    });
  }
}

function describePeople(options: {
  refs: ReadonlySet<string>;
  /** Groups with a user of their own. */
  occupied: string[];
  /** Pairs of a group and the group above it. */
  parents: Array<[string, string]>;
}): PeopleFacts {
  const { refs, occupied, parents } = options;
  const above = new Map<string, string[]>();
  for (const [child, parent] of parents) {
    const list = above.get(child);
    if (list) list.push(parent);
    else above.set(child, [parent]);
  }
  const peopled = new Set<string>();
  const waiting = occupied.filter(ref => refs.has(ref));
  while (waiting.length > 0) {
    const ref = waiting.pop()!;
    if (peopled.has(ref)) continue;
    peopled.add(ref);
    waiting.push(...(above.get(ref) ?? []));
  }
  return {
    known: refs.size > 0,
    stateOf(ref) {
      const isGroup = ref.startsWith('group:');
      if (!isGroup && !ref.startsWith('user:')) return 'wrong-kind';
      if (!refs.has(ref)) return 'missing';
      return isGroup && !peopled.has(ref) ? 'empty-group' : 'ok';
    },
  };
}
