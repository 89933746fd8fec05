import {
  findingStates,
  type FindingQuery,
  type FindingState,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { Visibility } from '../../catalog/Visibility';
import { WrongFieldsError } from '../../contract/WrongFieldsError';
import { inList } from '../../database/whereInList';
import { livingStates, withEntities } from './DatabaseFindingStore';
import type { FindingRow } from './findingRows';
import type { StoredFinding } from './FindingStore';

type Condition = [sql: string, bindings: any[]];

/** The filters of a list, with what had to be looked up for them. */
export interface FindingFilters
  extends Pick<
    FindingQuery,
    'state' | 'severity' | 'overdue' | 'test' | 'search'
  > {
  /** The owners, and all groups below them. */
  owner?: string[];
  entity?: string[];
  /** Only what this person has to do: theirs to work on, and these to verify. */
  waiting?: { claims: string[]; verify: string[] };
  /** What may be seen. */
  visibility: Visibility;
  visibleSql: (column: string) => Condition;
  /** The day that it is in the policy's zone. */
  today: string;
}

type SortName = NonNullable<FindingQuery['sort']>;

const bySeverity = `(cast(f.severity_rank as text) || ' ' || f.due_on)`;

const sorts: Record<SortName, { sql: string; direction: 'asc' | 'desc' }> = {
  due: { sql: 'f.due_on', direction: 'asc' },
  '-due': { sql: 'f.due_on', direction: 'desc' },
  // the worst first, and among them what is due first
  severity: { sql: bySeverity, direction: 'asc' },
  '-severity': { sql: bySeverity, direction: 'desc' },
  updated: { sql: 'f.updated_at', direction: 'asc' },
  '-updated': { sql: 'f.updated_at', direction: 'desc' },
  title: { sql: 'f.sort_title', direction: 'asc' },
  '-title': { sql: 'f.sort_title', direction: 'desc' },
};

const isOverdue = `f.state in ('open', 'in-progress') and f.due_on < ?`;

/** Finds findings for lists: filters, order and visibility in the database. */
export class FindingQueries {
  readonly #database: Knex;

  static create(options: { database: Knex }) {
    return new FindingQueries(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  async page(
    filters: FindingFilters,
    page: { sort?: SortName; limit: number; cursor?: string },
  ): Promise<{ findings: StoredFinding[]; nextCursor?: string }> {
    const name = page.sort ?? 'due';
    const order = sorts[name];
    const query = this.#filtered(filters)
      .whereIn('f.state', statesOf(filters))
      .select('f.*', this.#database.raw(`${order.sql} as sort_value`))
      .orderByRaw(`${order.sql} ${order.direction}, f.id ${order.direction}`)
      .limit(page.limit + 1);
    if (page.cursor !== undefined) {
      const [value, id] = readCursor(name, page.cursor);
      const than = order.direction === 'asc' ? '>' : '<';
      query.whereRaw(
        `(${order.sql} ${than} ? or (${order.sql} = ? and f.id ${than} ?))`,
        [value, value, id],
      );
    }
    const rows: Array<FindingRow & { sort_value: string }> = await query;
    const shown = rows.slice(0, page.limit);
    const last = shown[shown.length - 1];
    return {
      findings: await withEntities(this.#database, shown),
      ...(rows.length > page.limit && {
        nextCursor: writeCursor(name, last),
      }),
    };
  }

  /** Per state, whatever the filter on states; `total` is of the states that are asked for. */
  async count(filters: FindingFilters): Promise<{
    total: number;
    counts: Record<FindingState, number>;
    overdue: number;
  }> {
    const rows = (await this.#filtered(filters)
      .groupBy('f.state')
      .select('f.state')
      .count({ total: '*' })
      .sum({
        late: this.#database.raw(`case when ${isOverdue} then 1 else 0 end`, [
          filters.today,
        ]),
      })) as unknown as Array<{
      state: FindingState;
      total: string | number;
      late: string | number;
    }>;
    const counts = Object.fromEntries(
      findingStates.map(state => [
        state,
        Number(rows.find(row => row.state === state)?.total ?? 0),
      ]),
    ) as Record<FindingState, number>;
    return {
      total: statesOf(filters).reduce((sum, state) => sum + counts[state], 0),
      counts,
      overdue: rows.reduce((sum, row) => sum + Number(row.late), 0),
    };
  }

  #filtered(filters: FindingFilters): Knex.QueryBuilder {
    const query = this.#database('findings as f');
    const where = ([sql, bindings]: Condition) => query.whereRaw(sql, bindings);
    const { client } = this.#database;
    const { severity, overdue, owner, entity, test, search } = filters;
    const { waiting, today } = filters;
    if (filters.visibility.kind !== 'all') where(visible(filters));
    if (severity) where(inList(client, 'f.severity', severity));
    if (overdue === true) where([`(${isOverdue})`, [today]]);
    if (overdue === false) where([`not (${isOverdue})`, [today]]);
    if (owner) where(inList(client, 'f.owner_ref', owner));
    if (test) where(inList(client, 'f.test_id', test));
    if (entity) {
      const [sql, bindings] = inList(client, 'e.entity_ref', entity);
      where([
        `exists (select 1 from finding_entities e where e.finding_id = f.id and ${sql})`,
        bindings,
      ]);
    }
    if (waiting) {
      const [owned, claims] = inList(client, 'f.owner_ref', waiting.claims);
      const [listed, ids] = inList(client, 'f.id', waiting.verify);
      where([
        `((f.state in ('open', 'in-progress') and ${owned}) or ${listed})`,
        [...claims, ...ids],
      ]);
    }
    for (const word of search?.toLowerCase().split(/\s+/).filter(Boolean) ??
      []) {
      where([
        `f.sort_title like ? escape '\\'`,
        [`%${word.replace(/[\\%_]/g, '\\$&')}%`],
      ]);
    }
    return query;
  }
}

function statesOf({ state }: FindingFilters): FindingState[] {
  return [...new Set(state ?? (livingStates as FindingState[]))];
}

/** A finding is seen by who may see something of what it is about. What was never in the catalog is no secret. */
function visible({ visibleSql }: FindingFilters): Condition {
  const [sql, bindings] = visibleSql('m.uid');
  return [
    `exists (select 1 from finding_entities e left join mirror_entities m on m.entity_ref = e.entity_ref
      where e.finding_id = f.id and (m.entity_ref is null or ${sql}))`,
    bindings,
  ];
}

function writeCursor(sort: SortName, row: { sort_value: string; id: string }) {
  return Buffer.from(
    JSON.stringify(['findings', sort, row.sort_value, row.id]),
  ).toString('base64url');
}

function readCursor(sort: SortName, cursor: string): [string, string] {
  try {
    const [list, of, value, id] = JSON.parse(
      Buffer.from(cursor, 'base64url').toString(),
    );
    const isOurs = list === 'findings' && of === sort;
    if (isOurs && typeof value === 'string' && typeof id === 'string') {
      return [value, id];
    }
  } catch {
    // said below
  }
  throw new WrongFieldsError([
    {
      path: 'cursor',
      message:
        'This is no cursor of this list. Send the nextCursor of the page before, with the same sort, or leave it out.',
    },
  ]);
}
