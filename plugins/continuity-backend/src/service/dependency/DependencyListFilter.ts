import {
  normaliseRef,
  type DependencyListQuery,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { MirrorStore } from '../../catalog/MirrorStore';
import { inList } from '../../database/whereInList';
import type { GraphSnapshot } from '../../dependency/GraphSnapshot';
import type { Access } from '../../permissions/CallerAccess';
import type { HiddenEntities } from '../../permissions/HiddenEntities';

/** The filters of the lists about dependencies, in one query whatever the list is long. */
export class DependencyListFilter {
  readonly #database: Knex;
  readonly #mirror: MirrorStore;
  readonly #hiddenEntities: HiddenEntities;

  static create(options: {
    database: Knex;
    mirror: MirrorStore;
    hiddenEntities: HiddenEntities;
  }): DependencyListFilter {
    return new DependencyListFilter(options);
  }

  private constructor(options: {
    database: Knex;
    mirror: MirrorStore;
    hiddenEntities: HiddenEntities;
  }) {
    this.#database = options.database;
    this.#mirror = options.mirror;
    this.#hiddenEntities = options.hiddenEntities;
  }

  /** Tells of each entity whether the filters let it through; undefined where there are none. */
  async of(
    query: DependencyListQuery,
    { snapshot, access }: { snapshot: GraphSnapshot; access: Access },
  ): Promise<((ref: string) => boolean) | undefined> {
    const { owner, system, tier, kind, search } = query;
    if (!(owner || system || tier || kind || search?.trim())) return undefined;
    const [owners, systems] = await this.#visible(
      [normalise(owner, 'group'), normalise(system, 'system')],
      access,
    );
    const { client } = this.#database;
    const rows = this.#database('mirror_entities')
      .whereNull('archived_at')
      .select('entity_ref');
    if (owners) {
      rows.whereRaw(
        ...inList(client, 'owner_ref', await this.#mirror.groupsBelow(owners)),
      );
    }
    if (systems) rows.whereRaw(...inList(client, 'system_ref', systems));
    if (kind) {
      rows.whereIn(
        'kind',
        kind.map(one => one.toLowerCase()),
      );
    }
    for (const word of search?.toLowerCase().split(/\s+/) ?? []) {
      rows.whereRaw(`(lower(title) || ' ' || entity_ref) like ? escape '\\'`, [
        `%${word.replace(/[\\%_]/g, '\\$&')}%`,
      ]);
    }
    const found: Array<{ entity_ref: string }> = await rows;
    const matching = new Set(found.map(row => row.entity_ref));
    return ref => {
      if (!matching.has(ref)) return false;
      if (!tier) return true;
      return tier.includes(snapshot.entities.get(ref)?.facts?.tier ?? 'none');
    };
  }

  async #visible(lists: Array<string[] | undefined>, access: Access) {
    const hidden = await this.#hiddenEntities.among(
      lists.flatMap(refs => refs ?? []),
      access.read,
    );
    return lists.map(refs => refs?.filter(ref => !hidden.has(ref)));
  }
}

function normalise(
  refs: string[] | undefined,
  kind: string,
): string[] | undefined {
  return refs?.map(text => {
    const full = text.includes(':') ? text : `${kind}:${text}`;
    return normaliseRef(full, { defaultNamespace: 'default' }) ?? full;
  });
}
