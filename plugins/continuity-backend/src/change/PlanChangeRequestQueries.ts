import type { PlanChangeRequestQuery } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { readListCursor, writeListCursor } from '../contract/listCursor';
import { inList } from '../database/whereInList';
import type { RequestRow } from './PlanChangeRequests';

type Condition = [sql: string, bindings: any[]];

/** The filters of a list, with what had to be looked up for them. */
export interface PlanChangeRequestFilters
  extends Pick<PlanChangeRequestQuery, 'state' | 'plan' | 'late'> {
  /** The owners of the plan, and all groups below them. */
  owner?: string[];
  /** Only of plans that these own. */
  waitingFor?: string[];
  now: string;
  /** Null: everything is visible. */
  visibleSql: ((column: string) => Condition) | null;
}

const LIST = 'plan-change-requests';

/** Finds what changes ask of plans, what is due first first. */
export class PlanChangeRequestQueries {
  readonly #database: Knex;

  static create(options: { database: Knex }) {
    return new PlanChangeRequestQueries(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  async page(
    filters: PlanChangeRequestFilters,
    page: { limit: number; cursor?: string },
  ): Promise<{ rows: RequestRow[]; totalItems: number; nextCursor?: string }> {
    const [{ total }] = await this.#filtered(filters).count({ total: '*' });
    const query = this.#filtered(filters)
      .orderBy(['r.due_at', 'r.id'])
      .select('r.*')
      .limit(page.limit + 1);
    const after = readListCursor(LIST, page.cursor);
    if (after) {
      const [due, id] = after.map(String);
      query.whereRaw('(r.due_at > ? or (r.due_at = ? and r.id > ?))', [
        due,
        due,
        id,
      ]);
    }
    const rows: RequestRow[] = await query;
    const shown = rows.slice(0, page.limit);
    const last = shown.at(-1);
    return {
      rows: shown,
      totalItems: Number(total),
      ...(rows.length > page.limit && {
        nextCursor: writeListCursor(LIST, [last!.due_at, last!.id]),
      }),
    };
  }

  #filtered(filters: PlanChangeRequestFilters): Knex.QueryBuilder {
    const { state = ['open'], plan, owner, waitingFor, late, now } = filters;
    const query = this.#database('plan_change_requests as r')
      .join('plans as p', 'p.id', 'r.plan_id')
      .whereIn('r.state', state);
    const where = ([sql, bindings]: Condition) => query.whereRaw(sql, bindings);
    const { client } = this.#database;
    if (plan) where(inList(client, 'r.plan_id', plan));
    if (owner) where(inList(client, 'p.owner_ref', owner));
    if (waitingFor) where(inList(client, 'p.owner_ref', waitingFor));
    const isLate = `(r.state = 'open' and r.due_at <= ?)`;
    if (late !== undefined) where([late ? isLate : `not ${isLate}`, [now]]);
    if (filters.visibleSql) {
      const [sql, bindings] = filters.visibleSql('m.uid');
      // as plans themselves: who may see something of the scope
      where([
        `(exists (select 1 from plan_scope s left join mirror_entities m on m.entity_ref = s.entity_ref
            where s.plan_id = p.id and s.in_scope and (m.entity_ref is null or ${sql}))
          or not exists (select 1 from plan_scope s where s.plan_id = p.id and s.in_scope))`,
        bindings,
      ]);
    }
    return query;
  }
}
