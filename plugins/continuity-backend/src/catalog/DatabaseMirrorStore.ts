import type { EntityFacts } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { inChunks } from '../database/inChunks';
import {
  type ColumnTypes,
  insertRows,
  rowsAsTable,
} from '../database/rowsAsTable';
import type { MirroredEntity, MirrorStore } from './MirrorStore';
import type { ProjectedEntity } from './projectMirrored';

interface EntityRow {
  entity_ref: string;
  uid: string | null;
  kind: string;
  title: string;
  type: string | null;
  owner_ref: string | null;
  system_ref: string | null;
  domain_ref: string | null;
  source_location: string | null;
  in_scope: boolean | number;
  facts: string;
  hash: string;
  first_seen_at: string;
  changed_at: string;
  archived_at: string | null;
}

interface RelationRow {
  source_ref: string;
  type: string;
  target_ref: string;
}

const entityColumns: ColumnTypes<EntityRow> = {
  entity_ref: 'text',
  uid: 'text',
  kind: 'text',
  title: 'text',
  type: 'text',
  owner_ref: 'text',
  system_ref: 'text',
  domain_ref: 'text',
  source_location: 'text',
  in_scope: 'boolean',
  facts: 'text',
  hash: 'text',
  first_seen_at: 'text',
  changed_at: 'text',
  archived_at: 'text',
};

const relationColumns: ColumnTypes<RelationRow> = {
  source_ref: 'text',
  type: 'text',
  target_ref: 'text',
};

const peopleKinds: readonly string[] = ['user', 'group'];

/** What is to be kept of an entity from a moment on. */
export interface MirrorChange extends ProjectedEntity {
  firstSeenAt: string;
}

/** The mirror in the database. */
export class DatabaseMirrorStore implements MirrorStore {
  readonly #database: Knex;

  static create(options: { database: Knex }): DatabaseMirrorStore {
    return new DatabaseMirrorStore(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  async get(
    entityRefs: string[],
    options?: { includeArchived?: boolean; trx?: Knex.Transaction },
  ): Promise<Map<string, MirroredEntity>> {
    const knex = options?.trx ?? this.#database;
    const found = new Map<string, MirroredEntity>();
    for (const chunk of inChunks(entityRefs)) {
      const query = knex('mirror_entities as e')
        .leftJoin('mirror_entities as s', join =>
          join.on('s.entity_ref', 'e.system_ref').andOnNull('s.archived_at'),
        )
        .whereIn('e.entity_ref', chunk)
        .select('e.*', { system_domain: 's.domain_ref' });
      if (!options?.includeArchived) {
        query.whereNull('e.archived_at');
      }
      const rows: Array<EntityRow & { system_domain: string | null }> =
        await query;
      for (const row of rows) {
        found.set(row.entity_ref, toEntity(row));
      }
    }
    return found;
  }

  async partsOf(systemRef: string): Promise<string[]> {
    const rows: Array<{ entity_ref: string }> = await this.#database(
      'mirror_entities',
    )
      .where({ system_ref: systemRef })
      .whereNull('archived_at')
      .select('entity_ref');
    return rows.map(row => row.entity_ref).sort();
  }

  async related(
    entityRefs: string[],
    types: string[],
  ): Promise<Array<{ sourceRef: string; type: string; targetRef: string }>> {
    const found = [];
    for (const chunk of inChunks(entityRefs)) {
      const rows: RelationRow[] = await this.#database('mirror_relations')
        .whereIn('source_ref', chunk)
        .whereIn('type', types);
      found.push(...rows);
    }
    return found.map(row => ({
      sourceRef: row.source_ref,
      type: row.type,
      targetRef: row.target_ref,
    }));
  }

  async claimsOf(userRef: string, direct: string[] = []): Promise<string[]> {
    const start = [userRef, ...direct];
    const rows: Array<{ ref: string }> = await this.#database
      .withRecursive('claims', ['ref'], claims =>
        claims
          .select('v.ref')
          .from(refsAsTable(this.#database, start))
          // union, not union all: a cycle of groups ends by itself
          .union(next =>
            next
              .select('r.target_ref')
              .from('mirror_relations as r')
              .join('claims', 'claims.ref', 'r.source_ref')
              .whereIn('r.type', ['memberOf', 'childOf']),
          ),
      )
      .select('ref')
      .from('claims');
    return rows.map(row => row.ref).sort();
  }

  async groupsBelow(groupRefs: string[]): Promise<string[]> {
    const rows: Array<{ ref: string }> = await this.#database
      .withRecursive('below', ['ref'], below =>
        below
          .select('v.ref')
          .from(refsAsTable(this.#database, groupRefs))
          .union(next =>
            next
              .select('r.source_ref')
              .from('mirror_relations as r')
              .join('below', 'below.ref', 'r.target_ref')
              .where('r.type', 'childOf'),
          ),
      )
      .select('ref')
      .from('below');
    return rows.map(row => row.ref).sort();
  }

  async count(): Promise<number> {
    const [{ total }] = await this.#database('mirror_entities')
      .whereNull('archived_at')
      .count({ total: '*' });
    return Number(total);
  }

  /** Living users and groups, and living entities of all other kinds. */
  async countByRole(): Promise<{ owners: number; entities: number }> {
    const rows: Array<{ kind: string; total: string | number }> =
      await this.#database('mirror_entities')
        .whereNull('archived_at')
        .groupBy('kind')
        .select('kind')
        .count({ total: '*' });
    const counts = { owners: 0, entities: 0 };
    for (const { kind, total } of rows) {
      counts[peopleKinds.includes(kind) ? 'owners' : 'entities'] +=
        Number(total);
    }
    return counts;
  }

  /** True where the catalog holds at least one user or group. */
  async peopleKnown(trx?: Knex.Transaction): Promise<boolean> {
    const row = await (trx ?? this.#database)('mirror_entities')
      .whereIn('kind', peopleKinds)
      .whereNull('archived_at')
      .first('entity_ref');
    return row !== undefined;
  }

  /** Content hashes by ref, for what is mirrored already; archived ones count as unknown. */
  async hashesOf(entityRefs: string[]): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const chunk of inChunks(entityRefs)) {
      const rows: Array<{ entity_ref: string; hash: string }> =
        await this.#database('mirror_entities')
          .whereIn('entity_ref', chunk)
          .whereNull('archived_at')
          .select('entity_ref', 'hash');
      rows.forEach(row => found.set(row.entity_ref, row.hash));
    }
    return found;
  }

  /** Living refs in pages. */
  async *livingRefs(pageSize: number): AsyncIterable<string[]> {
    let after: string | undefined;
    for (;;) {
      const page = this.#database('mirror_entities')
        .whereNull('archived_at')
        .orderBy('entity_ref')
        .limit(pageSize)
        .select('entity_ref');
      if (after !== undefined) {
        page.where('entity_ref', '>', after);
      }
      const rows: Array<{ entity_ref: string }> = await page;
      if (rows.length > 0) {
        yield rows.map(row => row.entity_ref);
      }
      if (rows.length < pageSize) {
        return;
      }
      after = rows[rows.length - 1].entity_ref;
    }
  }

  /** Living and archived entities of one kind that were read from one location. */
  async atLocation(
    trx: Knex.Transaction,
    options: { kind: string; sourceLocation: string },
  ): Promise<
    Array<{ entityRef: string; firstSeenAt: string; archivedAt: string | null }>
  > {
    const rows: EntityRow[] = await trx('mirror_entities')
      .where({ kind: options.kind, source_location: options.sourceLocation })
      .select('entity_ref', 'first_seen_at', 'archived_at');
    return rows.map(row => ({
      entityRef: row.entity_ref,
      firstSeenAt: row.first_seen_at,
      archivedAt: row.archived_at,
    }));
  }

  /**
   * Writes entities as they are from now on; those that were archived live again.
   *
   * @param before - the stored state of the same entities, archived ones included
   */
  async write(
    trx: Knex.Transaction,
    options: {
      changes: MirrorChange[];
      before: Map<string, MirroredEntity>;
      at: string;
    },
  ): Promise<void> {
    const { changes, before, at } = options;
    await insertRows(trx, {
      table: 'mirror_entities',
      columns: entityColumns,
      rows: changes.map(change => toRow(change, at)),
      onConflict: `(entity_ref) do update set ${Object.keys(entityColumns)
        .filter(name => name !== 'entity_ref')
        .map(name => `"${name}" = excluded."${name}"`)
        .join(', ')}`,
    });
    await this.#writeRelations(trx, changes, before);
    await this.#notePeople(
      trx,
      changes.map(({ facts }) => facts.entityRef),
    );
  }

  /** Marks entities as gone. */
  async archive(
    trx: Knex.Transaction,
    options: { entityRefs: string[]; at: string },
  ): Promise<void> {
    for (const chunk of inChunks(options.entityRefs)) {
      await trx('mirror_entities')
        .whereIn('entity_ref', chunk)
        .whereNull('archived_at')
        .update({ archived_at: options.at, changed_at: options.at });
      await trx('mirror_relations').whereIn('source_ref', chunk).delete();
      await this.#notePeople(trx, chunk);
    }
  }

  async #writeRelations(
    trx: Knex.Transaction,
    changes: MirrorChange[],
    before: Map<string, MirroredEntity>,
  ): Promise<void> {
    const added: RelationRow[] = [];
    const removed: RelationRow[] = [];
    for (const { facts } of changes) {
      const old = before.get(facts.entityRef);
      const had = keyed(old && old.archivedAt === null ? old.facts : undefined);
      const has = keyed(facts);
      for (const [key, row] of has) {
        if (!had.has(key)) added.push(row);
      }
      for (const [key, row] of had) {
        if (!has.has(key)) removed.push(row);
      }
    }
    for (const rows of inChunks(removed)) {
      await trx.raw(
        `delete from mirror_relations where (source_ref, type, target_ref) in (select v.source_ref, v.type, v.target_ref from ?)`,
        [rowsAsTable(trx, relationColumns, rows)],
      );
    }
    for (const rows of inChunks(added)) {
      await insertRows(trx, {
        table: 'mirror_relations',
        columns: relationColumns,
        rows,
        onConflict: '(source_ref, type, target_ref) do nothing',
      });
    }
  }

  async #notePeople(
    trx: Knex.Transaction,
    entityRefs: string[],
  ): Promise<void> {
    if (entityRefs.some(isPersonOrGroup)) {
      await trx('sweep_state').where({ id: 1 }).increment('people_revision', 1);
    }
  }
}

/** Users and groups: they answer for entities, and have no continuity of their own. */
export function isPersonOrGroup(entityRef: string): boolean {
  return entityRef.startsWith('user:') || entityRef.startsWith('group:');
}

function refsAsTable(knex: Knex, refs: string[]): Knex.Raw {
  return rowsAsTable<{ ref: string }>(
    knex,
    { ref: 'text' },
    refs.map(ref => ({ ref })),
  );
}

function keyed(facts: EntityFacts | undefined): Map<string, RelationRow> {
  return new Map(
    (facts?.relations ?? []).map(({ type, targetRef }) => [
      `${type} ${targetRef}`,
      { source_ref: facts!.entityRef, type, target_ref: targetRef },
    ]),
  );
}

function toRow(change: MirrorChange, at: string): EntityRow {
  return {
    entity_ref: change.facts.entityRef,
    uid: change.facts.uid?.toLowerCase() ?? null,
    kind: change.facts.kind.toLowerCase(),
    title: change.title,
    type: change.type,
    owner_ref: change.ownerRef,
    system_ref: change.systemRef,
    domain_ref: change.domainRef,
    source_location: change.sourceLocation,
    in_scope: change.inScope,
    facts: JSON.stringify(change.facts),
    hash: change.hash,
    first_seen_at: change.firstSeenAt,
    changed_at: at,
    archived_at: null,
  };
}

function toEntity(
  row: EntityRow & { system_domain: string | null },
): MirroredEntity {
  return {
    facts: JSON.parse(row.facts),
    title: row.title,
    type: row.type,
    ownerRef: row.owner_ref,
    systemRef: row.system_ref,
    domainRef: row.domain_ref ?? row.system_domain,
    sourceLocation: row.source_location,
    inScope: Boolean(row.in_scope),
    hash: row.hash,
    firstSeenAt: row.first_seen_at,
    changedAt: row.changed_at,
    archivedAt: row.archived_at,
  };
}
