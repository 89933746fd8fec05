import type { TestQuery } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { Visibility } from '../catalog/Visibility';
import { inList } from '../database/whereInList';
import { readListCursor, writeListCursor } from '../contract/listCursor';
import type { StoredTest } from './StoredTest';
import { type TestRow, toTest } from './testRows';

type Condition = [sql: string, bindings: any[]];

/** No test takes longer, so that one that began earlier is over. */
const LONGEST_DAYS = 93;

/** The filters of a list, with what had to be looked up for them. */
export interface TestFilters
  extends Pick<
    TestQuery,
    | 'state'
    | 'missed'
    | 'depth'
    | 'origin'
    | 'environment'
    | 'outcome'
    | 'reviewed'
    | 'entity'
    | 'tier'
    | 'plan'
    | 'search'
  > {
  /** Moments: the period in which a test is, or was held. */
  from?: string;
  to?: string;
  /** Recovery owners, and all groups below them. */
  owner?: string[];
  /** Facilitators and participants, and all groups below them. */
  person?: string[];
  /** Only what one of these facilitates, takes part in, or recovers an entity of. */
  parties?: string[];
  /** Only these. */
  ids?: string[];
  visibility: Visibility;
  visibleSql: (column: string) => Condition;
  now: string;
}

type SortName = NonNullable<TestQuery['sort']>;

const sorts: Record<SortName, { column: string; direction: 'asc' | 'desc' }> = {
  start: { column: 't.from_at', direction: 'asc' },
  '-start': { column: 't.from_at', direction: 'desc' },
  title: { column: 't.sort_title', direction: 'asc' },
  '-title': { column: 't.sort_title', direction: 'desc' },
  updated: { column: 't.updated_at', direction: 'asc' },
  '-updated': { column: 't.updated_at', direction: 'desc' },
};

/** Finds tests for lists and calendars: filters, order and visibility in the database. */
export class TestQueries {
  readonly #database: Knex;

  static create(options: { database: Knex }) {
    return new TestQueries(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  async page(
    filters: TestFilters,
    page: { sort?: SortName; limit: number; cursor?: string },
  ): Promise<{ tests: StoredTest[]; nextCursor?: string }> {
    const name = page.sort ?? 'start';
    const { column, direction } = sorts[name];
    const list = `tests ${name}`;
    const query = this.#filtered(filters)
      .select('t.*', this.#database.raw('?? as sort_value', [column]))
      .orderBy([
        { column, order: direction },
        { column: 't.id', order: direction },
      ])
      .limit(page.limit + 1);
    const after = readListCursor(list, page.cursor);
    if (after) {
      const than = direction === 'asc' ? '>' : '<';
      const [value, id] = after as [string, string];
      query.whereRaw(`(??, t.id) ${than} (?, ?)`, [
        column,
        String(value),
        String(id),
      ]);
    }
    const rows: Array<TestRow & { sort_value: string }> = await query;
    const shown = rows.slice(0, page.limit);
    const last = shown[shown.length - 1];
    return {
      tests: shown.map(toTest),
      ...(rows.length > page.limit && {
        nextCursor: writeListCursor(list, [last.sort_value, last.id]),
      }),
    };
  }

  async count(filters: TestFilters): Promise<number> {
    const [{ total }] = await this.#filtered(filters).count({ total: '*' });
    return Number(total);
  }

  #filtered(filters: TestFilters): Knex.QueryBuilder {
    const query = this.#database('tests as t');
    const { client } = this.#database;
    const where = ([sql, bindings]: Condition) => query.whereRaw(sql, bindings);
    const among = (column: string, values: string[] | undefined) => {
      if (values) where(inList(client, column, values));
    };
    if (filters.visibility.kind !== 'all') where(visible(filters));
    among('t.state', filters.state ?? ['planned', 'in-progress', 'completed']);
    among('t.depth', filters.depth);
    among('t.origin', filters.origin);
    among('t.environment', filters.environment);
    among('t.id', filters.ids);
    if (filters.from !== undefined) {
      query
        .where('t.to_at', '>', filters.from)
        .where('t.from_at', '>', daysBefore(filters.from));
    }
    if (filters.to !== undefined) query.where('t.from_at', '<', filters.to);
    if (filters.missed !== undefined) {
      const isMissed = `(t.state = 'planned' and t.ends_at <= ?)`;
      where([filters.missed ? isMissed : `not ${isMissed}`, [filters.now]]);
    }
    if (filters.reviewed !== undefined) {
      where([
        filters.reviewed
          ? 't.reviewed_at is not null'
          : `(t.state = 'completed' and t.reviewed_at is null)`,
        [],
      ]);
    }
    if (filters.outcome) {
      const [sql, bindings] = inList(client, 'r.outcome', filters.outcome);
      // what a test in progress has so far is no outcome yet
      where([
        `(t.state = 'completed' and exists (select 1 from test_results r where r.test_id = t.id and ${sql}))`,
        bindings,
      ]);
    }
    if (filters.entity) {
      const [sql, bindings] = inList(client, 'e.entity_ref', filters.entity);
      where([
        `exists (select 1 from test_entities e where e.test_id = t.id and ${sql})`,
        bindings,
      ]);
    }
    if (filters.person) where(names(client, filters.person));
    if (filters.parties) {
      const [named, people] = names(client, filters.parties);
      const [owned, owners] = assessed(
        client,
        'a.recovery_owner',
        filters.parties,
      );
      where([`(${named} or ${owned})`, [...people, ...owners]]);
    }
    if (filters.plan) {
      const [sql, bindings] = inList(client, 'p.plan_id', filters.plan);
      where([
        `exists (select 1 from test_plans p where p.test_id = t.id and ${sql})`,
        bindings,
      ]);
    }
    if (filters.owner)
      where(assessed(client, 'a.recovery_owner', filters.owner));
    if (filters.tier) where(assessed(client, 'a.tier', filters.tier));
    for (const word of filters.search?.toLowerCase().split(/\s+/) ?? []) {
      if (word === '') continue;
      where([
        `t.sort_title like ? escape '\\'`,
        [`%${word.replace(/[\\%_]/g, '\\$&')}%`],
      ]);
    }
    return query;
  }
}

/** One of these facilitates the test or takes part in it. */
function names(client: Knex.Client, parties: string[]): Condition {
  const [sql, bindings] = inList(client, 'n.party_ref', parties);
  return [
    `exists (select 1 from test_people n where n.test_id = t.id and ${sql})`,
    bindings,
  ];
}

/** An entity of the test has one of the values in its current assessment. */
function assessed(
  client: Knex.Client,
  column: string,
  values: string[],
): Condition {
  const [sql, bindings] = inList(client, column, values);
  return [
    // from the entities to their tests: the other way round each test of the list is asked for its entities
    `t.id in (select e.test_id from assessments a join test_entities e on e.entity_ref = a.entity_ref where a.valid_to is null and ${sql})`,
    bindings,
  ];
}

/** A test is seen by who may see one of its entities. What was never in the catalog is no secret. */
function visible({ visibleSql }: TestFilters): Condition {
  const [sql, bindings] = visibleSql('m.uid');
  return [
    `exists (select 1 from test_entities e left join mirror_entities m on m.entity_ref = e.entity_ref where e.test_id = t.id and (m.entity_ref is null or ${sql}))`,
    bindings,
  ];
}

function daysBefore(moment: string): string {
  return new Date(Date.parse(moment) - LONGEST_DAYS * 86_400_000).toISOString();
}
