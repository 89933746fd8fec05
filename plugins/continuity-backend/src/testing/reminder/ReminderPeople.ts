import type { Knex } from 'knex';
import { whereInList } from '../../database/whereInList';
import type { Reminder } from './ReminderReader';

/** Finds the people behind users and groups, as the catalog knows them. */
export class ReminderPeople {
  readonly #database: Knex;

  static create(options: { database: Knex }) {
    return new ReminderPeople(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  /** Who is reminded of what. Members of a group are those that the group itself names; whoever left the catalog is left out. */
  async remindersOf(reminders: Reminder[]): Promise<Map<string, Reminder[]>> {
    const parties = new Set(reminders.flatMap(each => each.parties));
    const members = await this.#membersOf([...parties]);
    const living = await this.#living([
      ...parties,
      ...[...members.values()].flat(),
    ]);
    const found = new Map<string, Reminder[]>();
    for (const reminder of reminders) {
      const people = new Set(
        reminder.parties.flatMap(ref =>
          ref.startsWith('user:') ? [ref] : members.get(ref) ?? [],
        ),
      );
      for (const person of people) {
        if (!living.has(person) || reminder.exceptFor.includes(person)) {
          continue;
        }
        const list = found.get(person);
        if (list) list.push(reminder);
        else found.set(person, [reminder]);
      }
    }
    return found;
  }

  /** The entities among the given ones that each person recovers, by themselves or through a group of theirs. */
  async recoveredBy(
    personRefs: string[],
    entityRefs: Iterable<string>,
  ): Promise<Map<string, Set<string>>> {
    const rows: Array<{ entity_ref: string; recovery_owner: string }> =
      await whereInList(
        this.#database('assessments')
          .whereNull('valid_to')
          .whereNotNull('recovery_owner')
          .select('entity_ref', 'recovery_owner'),
        'entity_ref',
        new Set(entityRefs),
      );
    const members = await this.#membersOf(rows.map(row => row.recovery_owner));
    const found = new Map(personRefs.map(ref => [ref, new Set<string>()]));
    for (const { entity_ref, recovery_owner } of rows) {
      const people = [recovery_owner, ...(members.get(recovery_owner) ?? [])];
      for (const person of people) found.get(person)?.add(entity_ref);
    }
    return found;
  }

  async #membersOf(refs: string[]): Promise<Map<string, string[]>> {
    const rows: Array<{ source_ref: string; target_ref: string }> =
      await whereInList(
        this.#database('mirror_relations')
          .where('type', 'memberOf')
          .orderBy('source_ref')
          .select('source_ref', 'target_ref'),
        'target_ref',
        new Set(refs.filter(ref => ref.startsWith('group:'))),
      );
    const found = new Map<string, string[]>();
    for (const { source_ref, target_ref } of rows) {
      found.set(target_ref, [...(found.get(target_ref) ?? []), source_ref]);
    }
    return found;
  }

  async #living(refs: string[]): Promise<Set<string>> {
    const rows: Array<{ entity_ref: string }> = await whereInList(
      this.#database('mirror_entities')
        .whereNull('archived_at')
        .select('entity_ref'),
      'entity_ref',
      new Set(refs.filter(ref => ref.startsWith('user:'))),
    );
    return new Set(rows.map(row => row.entity_ref));
  }
}
