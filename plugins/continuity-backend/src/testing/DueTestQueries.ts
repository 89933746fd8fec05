import type {
  DueTestQuery,
  RequirementStanding,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { Visibility } from '../catalog/Visibility';
import { inList, whereInList } from '../database/whereInList';
import { readListCursor, writeListCursor } from '../contract/listCursor';

type Condition = [sql: string, bindings: any[]];

/** Stands for a missing owner among the owners that are asked for. */
export const noOwner = 'none';

/** The filters of the list of due tests, with what had to be looked up for them. */
export interface DueTestFilters
  extends Pick<
    DueTestQuery,
    'tier' | 'depth' | 'state' | 'entity' | 'late' | 'search'
  > {
  /** Recovery owners, and all groups below them; {@link noOwner} for those without one. */
  owner?: string[];
  /** Only of what one of these recovers. */
  parties?: string[];
  /** Due before this moment. */
  until: string;
  visibility: Visibility;
  visibleSql: (column: string) => Condition;
  now: string;
}

/** A requirement for which a test has to be planned. */
export interface DueTestRow {
  entityRef: string;
  title: string;
  tier: string;
  owner: string | null;
  due: string;
  standing: RequirementStanding;
}

type SortName = NonNullable<DueTestQuery['sort']>;
export type DueTestGroupKey = NonNullable<DueTestQuery['groupBy']>;

const sorts: Record<SortName, { column: string; direction: 'asc' | 'desc' }> = {
  due: { column: 'r.due', direction: 'asc' },
  '-due': { column: 'r.due', direction: 'desc' },
  title: { column: 'r.sort_title', direction: 'asc' },
  '-title': { column: 'r.sort_title', direction: 'desc' },
};

const groupColumns: Record<DueTestGroupKey, string> = {
  owner: 'r.owner_ref',
  tier: 'r.tier',
  depth: 'r.depth',
};

/** Names a requirement of an entity. */
export function requirementKey(entityRef: string, requirement: string): string {
  return `${entityRef} ${requirement}`;
}

const lateCount = 'sum(case when r.due <= ? then 1 else 0 end) as late';

/** Finds the tests that have to be planned: filters, order and visibility in the database. */
export class DueTestQueries {
  readonly #database: Knex;

  static create(options: { database: Knex }) {
    return new DueTestQueries(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  async page(
    filters: DueTestFilters,
    page: { sort?: SortName; limit: number; cursor?: string },
  ): Promise<{ rows: DueTestRow[]; nextCursor?: string }> {
    const name = page.sort ?? 'due';
    const { column, direction } = sorts[name];
    const list = `due ${name}`;
    const query = this.#filtered(filters)
      .select(
        'r.entity_ref',
        'r.depth',
        'r.title',
        'r.tier',
        'r.owner_ref',
        'r.due',
        'r.standing',
        this.#database.raw('?? as sort_value', [column]),
      )
      .orderBy([
        { column, order: direction },
        { column: 'r.entity_ref', order: direction },
        { column: 'r.depth', order: direction },
      ])
      .limit(page.limit + 1);
    const after = readListCursor(list, page.cursor);
    if (after) {
      const than = direction === 'asc' ? '>' : '<';
      query.whereRaw(`(??, r.entity_ref, r.depth) ${than} (?, ?, ?)`, [
        column,
        ...after.slice(0, 3).map(String),
      ]);
    }
    const rows: any[] = await query;
    const shown = rows.slice(0, page.limit);
    const last = shown[shown.length - 1];
    return {
      rows: shown.map(row => ({
        entityRef: row.entity_ref,
        title: row.title,
        tier: row.tier,
        owner: row.owner_ref,
        due: row.due,
        standing: JSON.parse(row.standing),
      })),
      ...(rows.length > page.limit && {
        nextCursor: writeListCursor(list, [
          last.sort_value,
          last.entity_ref,
          last.depth,
        ]),
      }),
    };
  }

  async count(
    filters: DueTestFilters,
  ): Promise<{ total: number; late: number }> {
    const [{ total, late }] = await this.#filtered(filters).select(
      this.#database.raw('count(*) as total'),
      this.#database.raw(lateCount, [filters.now]),
    );
    return { total: Number(total), late: Number(late ?? 0) };
  }

  /** The tests that are planned for requirements of these entities, as {@link requirementKey} names them. */
  async plannedFor(entityRefs: Iterable<string>): Promise<Map<string, string>> {
    const rows: Array<{ entity_ref: string; standing: string }> =
      await whereInList(
        this.#database('test_requirements').select('entity_ref', 'standing'),
        'entity_ref',
        new Set(entityRefs),
      );
    return new Map(
      rows.flatMap(row => {
        const standing: RequirementStanding = JSON.parse(row.standing);
        const { requirement, planned } = standing;
        return planned
          ? [[requirementKey(row.entity_ref, requirement), planned.testId]]
          : [];
      }),
    );
  }

  /** The largest first; those without an owner last. */
  async groups(
    filters: DueTestFilters,
    by: DueTestGroupKey,
  ): Promise<Array<{ key: string | null; count: number; late: number }>> {
    const column = groupColumns[by];
    const rows: any[] = await this.#filtered(filters)
      .groupBy(column)
      .select(
        this.#database.raw('?? as key', [column]),
        this.#database.raw('count(*) as count'),
        this.#database.raw(lateCount, [filters.now]),
      );
    return rows
      .map(({ key, count, late }) => ({
        key,
        count: Number(count),
        late: Number(late),
      }))
      .sort(
        (a, b) =>
          Number(a.key === null) - Number(b.key === null) ||
          b.late - a.late ||
          b.count - a.count ||
          (String(a.key) < String(b.key) ? -1 : 1),
      );
  }

  #filtered(filters: DueTestFilters): Knex.QueryBuilder {
    const { client } = this.#database;
    const query = this.#database('test_requirements as r')
      // said without a binding, so that SQLite knows its partial indices for it
      .whereRaw('r.to_plan')
      .where('r.due', '<', filters.until);
    const where = ([sql, bindings]: Condition) => query.whereRaw(sql, bindings);
    const among = (column: string, values: string[] | undefined) => {
      if (values) where(inList(client, column, values));
    };
    if (filters.visibility.kind !== 'all') {
      const [sql, bindings] = filters.visibleSql('m.uid');
      where([
        `r.entity_ref in (select m.entity_ref from mirror_entities m where ${sql})`,
        bindings,
      ]);
    }
    if (filters.owner) {
      const [sql, bindings] = inList(client, 'r.owner_ref', filters.owner);
      const isOwnerless = filters.owner.includes(noOwner);
      where([isOwnerless ? `(r.owner_ref is null or ${sql})` : sql, bindings]);
    }
    among('r.owner_ref', filters.parties);
    among('r.tier', filters.tier);
    among('r.depth', filters.depth);
    among('r.state', filters.state);
    among('r.entity_ref', filters.entity);
    if (filters.late !== undefined) {
      query.where('r.due', filters.late ? '<=' : '>', filters.now);
    }
    for (const word of filters.search?.toLowerCase().split(/\s+/) ?? []) {
      if (word === '') continue;
      where([
        `r.sort_title like ? escape '\\'`,
        [`%${word.replace(/[\\%_]/g, '\\$&')}%`],
      ]);
    }
    return query;
  }
}
