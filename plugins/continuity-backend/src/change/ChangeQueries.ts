import type { ChangeQuery } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { readListCursor, writeListCursor } from '../contract/listCursor';
import { inList } from '../database/whereInList';
import { toChange, type ChangeRow } from './changeRows';
import type { StoredChange } from './ChangeStore';

type Condition = [sql: string, bindings: any[]];

/** The filters of a list, with what had to be looked up for them. */
export interface ChangeFilters
  extends Pick<
    ChangeQuery,
    'state' | 'type' | 'verdict' | 'plan' | 'from' | 'to' | 'reviewDue'
  > {
  search?: string;
  entity?: string[];
  /** Only what this person asked for. */
  requestedBy?: string;
  /** Only these. */
  ids?: string[];
  /** Who is asking: one's own changes are seen whatever they touch. */
  subject: string;
  /** Null: everything is visible. */
  visibleSql: ((column: string) => Condition) | null;
}

type SortName = NonNullable<ChangeQuery['sort']>;

const byVerdict = `(cast(c.verdict_rank as text) || ' ' || c.created_at)`;

const sorts: Record<SortName, { sql: string; direction: 'asc' | 'desc' }> = {
  created: { sql: 'c.created_at', direction: 'asc' },
  '-created': { sql: 'c.created_at', direction: 'desc' },
  // without a window last, both ways
  start: { sql: `coalesce(c.planned_start, '9')`, direction: 'asc' },
  '-start': { sql: `coalesce(c.planned_start, '')`, direction: 'desc' },
  // the worst first
  verdict: { sql: byVerdict, direction: 'asc' },
  '-verdict': { sql: byVerdict, direction: 'desc' },
  title: { sql: 'c.sort_title', direction: 'asc' },
  '-title': { sql: 'c.sort_title', direction: 'desc' },
};

/** Finds changes for lists: filters, order and visibility in the database. */
export class ChangeQueries {
  readonly #database: Knex;

  static create(options: { database: Knex }) {
    return new ChangeQueries(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  async page(
    filters: ChangeFilters,
    page: { sort?: SortName; limit: number; cursor?: string },
  ): Promise<{ changes: StoredChange[]; nextCursor?: string }> {
    const name = page.sort ?? '-created';
    const list = `changes ${name}`;
    const order = sorts[name];
    const query = this.#filtered(filters)
      .select('c.*', this.#database.raw(`${order.sql} as sort_value`))
      .orderByRaw(`${order.sql} ${order.direction}, c.id ${order.direction}`)
      .limit(page.limit + 1);
    const visible = this.#visible(filters);
    if (visible) query.whereRaw(...visible);
    const after = readListCursor(list, page.cursor);
    if (after) {
      const [value, id] = after.map(String);
      const than = order.direction === 'asc' ? '>' : '<';
      query.whereRaw(
        `(${order.sql} ${than} ? or (${order.sql} = ? and c.id ${than} ?))`,
        [value, value, id],
      );
    }
    const rows: Array<ChangeRow & { sort_value: string }> = await query;
    const shown = rows.slice(0, page.limit);
    const last = shown.at(-1);
    return {
      changes: shown.map(toChange),
      ...(rows.length > page.limit && {
        nextCursor: writeListCursor(list, [last!.sort_value, last!.id]),
      }),
    };
  }

  /** How many match, and how many more do that may not be seen. */
  async count(
    filters: ChangeFilters,
  ): Promise<{ total: number; redacted: number }> {
    const visible = this.#visible(filters);
    const [sql, bindings] = visible ?? ['1 = 1', []];
    const [row] = await this.#filtered(filters)
      .select(
        this.#database.raw(`sum(case when ${sql} then 1 else 0 end) as seen`, [
          ...bindings,
        ]),
      )
      .count({ total: '*' });
    const total = Number(row.seen ?? 0);
    return { total, redacted: Number(row.total) - total };
  }

  #filtered(filters: ChangeFilters): Knex.QueryBuilder {
    const query = this.#database('changes as c');
    const where = ([sql, bindings]: Condition) => query.whereRaw(sql, bindings);
    const { client } = this.#database;
    const { state, type, verdict, entity, plan, from, to, reviewDue } = filters;
    if (state) where(inList(client, 'c.state', state));
    if (filters.ids) where(inList(client, 'c.id', filters.ids));
    if (type) where(inList(client, 'c.type', type));
    if (verdict) where(inList(client, 'c.verdict', verdict));
    for (const [table, column, values] of [
      ['change_entities', 'entity_ref', entity],
      ['change_plans', 'plan_id', plan],
    ] as const) {
      if (!values) continue;
      const [sql, bindings] = inList(client, `x.${column}`, values);
      where([
        `exists (select 1 from ${table} x where x.change_id = c.id and ${sql})`,
        bindings,
      ]);
    }
    const start = 'coalesce(c.planned_start, c.planned_end)';
    const end = 'coalesce(c.planned_end, c.planned_start)';
    // windows that only touch do not overlap; without a length, a moment is in it or not
    if (from) {
      where([
        `(${end} > ? or (${start} = ${end} and ${start} >= ?))`,
        [from, from],
      ]);
    }
    if (to) where([`${start} < ?`, [to]]);
    if (reviewDue !== undefined) {
      const owed = `(c.type = 'emergency' and c.state <> 'withdrawn' and c.review_due_at is not null and c.review_done_at is null)`;
      where([reviewDue ? owed : `not ${owed}`, []]);
    }
    if (filters.requestedBy !== undefined) {
      where(['c.requested_by = ?', [filters.requestedBy]]);
    }
    for (const word of filters.search?.toLowerCase().split(/\s+/) ?? []) {
      if (word === '') continue;
      where([
        `c.search_text like ? escape '\\'`,
        [`%${word.replace(/[\\%_]/g, '\\$&')}%`],
      ]);
    }
    return query;
  }

  /**
   * A change is seen by who asked for it, and by who may see something of what it touches. What was never in the catalog is no secret, nor is a change
   * that touches nothing.
   */
  #visible({ visibleSql, subject }: ChangeFilters): Condition | null {
    if (!visibleSql) return null;
    const [sql, bindings] = visibleSql('m.uid');
    const touched = `from change_entities e left join mirror_entities m on m.entity_ref = e.entity_ref
        where e.change_id = c.id and e.effect = 'touched'`;
    return [
      `(c.requested_by = ? or exists (select 1 ${touched} and (m.entity_ref is null or ${sql}))
        or not exists (select 1 ${touched}))`,
      [subject, ...bindings],
    ];
  }
}
