import type { ChangeIntegrations } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { whereInList } from '../database/whereInList';

/** Says what answers to machines may name: only what app-config gives the subject of their token. The rest is counted. */
export class MachineScopes {
  readonly #database: Knex;
  readonly #machines: ChangeIntegrations['machines'];

  static create(options: {
    database: Knex;
    machines: ChangeIntegrations['machines'];
  }) {
    return new MachineScopes(options.database, options.machines);
  }

  private constructor(
    database: Knex,
    machines: ChangeIntegrations['machines'],
  ) {
    this.#database = database;
    this.#machines = machines;
  }

  /** Whether everything may be named to it. */
  isAll(subject: string): boolean {
    return this.#scopeOf(subject).has('*');
  }

  #scopeOf(subject: string): Set<string> {
    return new Set(
      this.#machines
        .filter(machine => machine.subject === subject)
        .flatMap(({ scope }) => scope.entities),
    );
  }

  /** Users and groups may be named that own something in the scope, since they are whom to ask. */
  async among(
    subject: string,
    refs: string[],
  ): Promise<(ref: string) => boolean> {
    const named = this.#scopeOf(subject);
    if (named.has('*')) return () => true;
    if (named.size === 0) return () => false;
    const rows: Array<{
      entity_ref: string;
      system_ref: string | null;
      owner_ref: string | null;
      recovery_owner: string | null;
    }> = await whereInList(
      this.#database('mirror_entities as m')
        .leftJoin('recovery_facts as f', 'f.entity_ref', 'm.entity_ref')
        .select('m.entity_ref', 'm.system_ref', 'm.owner_ref', {
          recovery_owner: 'f.owner_ref',
        }),
      'm.entity_ref',
      refs,
    );
    const within = new Set(named);
    for (const row of rows) {
      const isWithin =
        named.has(row.entity_ref) ||
        (row.system_ref !== null && named.has(row.system_ref));
      if (!isWithin) continue;
      within.add(row.entity_ref);
      if (row.owner_ref) within.add(row.owner_ref);
      if (row.recovery_owner) within.add(row.recovery_owner);
    }
    // what the catalog never had is the caller's own word
    const known = new Set(rows.map(row => row.entity_ref));
    return ref => within.has(ref) || !known.has(ref);
  }
}
