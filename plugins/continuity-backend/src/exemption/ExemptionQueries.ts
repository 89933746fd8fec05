import {
  exemptionStates,
  type ExemptionQuery,
  type ExemptionState,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { Visibility } from '../catalog/Visibility';
import { readListCursor, writeListCursor } from '../contract/listCursor';
import { inList } from '../database/whereInList';
import { type ExemptionRow, toExemption } from './exemptionRows';
import type { StoredExemption } from './ExemptionStore';

type Condition = [sql: string, bindings: any[]];

/** The filters of a list, with what had to be looked up for them. */
export interface ExemptionFilters
  extends Pick<
    ExemptionQuery,
    'state' | 'entity' | 'requirement' | 'requester' | 'approver'
  > {
  /** Only what the caller asked for, or of what one of these owns or recovers. */
  mine?: { subject: string; parties: string[] };
  /** Only those that the caller may decide on. */
  onlyWaiting: boolean;
  /** The ids of those that the caller may decide on. */
  waiting: string[];
  /** Only those that wait or hold, and are over by this moment. */
  endsBy?: string;
  visibility: Visibility;
  visibleSql: (column: string) => Condition;
  now: string;
}

type SortName = NonNullable<ExemptionQuery['sort']>;
type Row = ExemptionRow & { rank: string };

const LIST = 'exemptions';
/** Their rank among the exemptions that are over: the newest end comes first. */
const OVER = '3';

const orders: Record<
  Exclude<SortName, 'state'>,
  { column: 'ends_at' | 'requested_at'; direction: 'asc' | 'desc' }
> = {
  end: { column: 'ends_at', direction: 'asc' },
  '-end': { column: 'ends_at', direction: 'desc' },
  asked: { column: 'requested_at', direction: 'asc' },
  '-asked': { column: 'requested_at', direction: 'desc' },
};

/** Finds exemptions for lists: filters, order and visibility in the database. */
export class ExemptionQueries {
  readonly #database: Knex;

  static create(options: { database: Knex }) {
    return new ExemptionQueries(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  async page(
    filters: ExemptionFilters,
    page: { sort?: SortName; limit: number; cursor?: string },
  ): Promise<{ exemptions: StoredExemption[]; nextCursor?: string }> {
    const { sort = 'state', limit, cursor } = page;
    const query = this.#filtered(filters)
      .select('x.*')
      .limit(limit + 1);
    if (filters.state) query.whereIn('x.shown', filters.state);
    const after = readListCursor(LIST, cursor);
    if (sort === 'state') byState(query, after);
    else bySort(query, sort, after);
    const rows: Row[] = await query;
    const last = rows[limit - 1];
    return {
      exemptions: rows.slice(0, limit).map(toExemption),
      ...(rows.length > limit && {
        nextCursor: writeListCursor(
          LIST,
          sort === 'state'
            ? [sort, last.rank, last.ends_at, last.id]
            : [sort, last[orders[sort].column], last.id],
        ),
      }),
    };
  }

  /** Per state, whatever the filter on states; `total` is of the states that are asked for. */
  async count(filters: ExemptionFilters): Promise<{
    total: number;
    counts: Record<ExemptionState, number>;
    inForce: number;
  }> {
    const rows = (await this.#filtered(filters)
      .groupBy('x.shown')
      .select('x.shown')
      .count({ total: '*' })
      .sum({
        holding: this.#database.raw(
          `case when x.shown = 'approved' and x.starts_at <= ? then 1 else 0 end`,
          [filters.now],
        ),
      })) as unknown as Array<{
      shown: ExemptionState;
      total: string | number;
      holding: string | number;
    }>;
    const counts = Object.fromEntries(
      exemptionStates.map(state => [
        state,
        Number(rows.find(row => row.shown === state)?.total ?? 0),
      ]),
    ) as Record<ExemptionState, number>;
    const asked = new Set(filters.state ?? exemptionStates);
    return {
      total: [...asked].reduce((sum, state) => sum + counts[state], 0),
      counts,
      inForce: rows.reduce((sum, row) => sum + Number(row.holding), 0),
    };
  }

  #filtered(filters: ExemptionFilters): Knex.QueryBuilder {
    const { client } = this.#database;
    const { now, endsBy, visibility, visibleSql } = filters;
    const query = this.#database
      .from(this.#ranked(filters).as('x'))
      .leftJoin('mirror_entities as m', 'm.entity_ref', 'x.entity_ref');
    const where = ([sql, bindings]: Condition) => query.whereRaw(sql, bindings);
    const oneOf = (column: string, values: string[] | undefined) => {
      if (values) where(inList(client, column, values));
    };
    if (visibility.kind !== 'all') where(visibleSql('m.uid'));
    oneOf('x.entity_ref', filters.entity);
    oneOf('x.requirement', filters.requirement);
    oneOf('x.requested_by', filters.requester);
    oneOf('x.decided_by', filters.approver);
    if (filters.mine) where(ofThem(client, filters.mine));
    if (filters.onlyWaiting) oneOf('x.id', filters.waiting);
    if (endsBy !== undefined) {
      where([`x.ends_at > ? and x.ends_at <= ?`, [now, endsBy]]);
      query.whereIn('x.shown', ['asked', 'approved']);
    }
    return query;
  }

  /** With the state that it shows now, and where it stands in the list: what waits for the caller, what waits, what holds, what is over. */
  #ranked({ now, waiting }: ExemptionFilters): Knex.QueryBuilder {
    const [waits, ids] = inList(this.#database.client, 'e.id', waiting);
    const isOver = `e.state not in ('asked', 'approved') or e.ends_at <= ?`;
    return this.#database('exemptions as e')
      .whereNull('e.archived_at')
      .select(
        'e.*',
        this.#database.raw(
          `case when e.state in ('asked', 'approved') and e.ends_at <= ? then 'ended' else e.state end as shown`,
          [now],
        ),
        this.#database.raw(
          `case when ${isOver} then '${OVER}' when e.state = 'approved' then '2' when ${waits} then '0' else '1' end as rank`,
          [now, ...ids],
        ),
      );
  }
}

function ofThem(
  client: Knex.Client,
  { subject, parties }: NonNullable<ExemptionFilters['mine']>,
): Condition {
  const [owns, owners] = inList(client, 'a.owner_ref', parties);
  const [recovers, recoverers] = inList(client, 'a.recovery_owner', parties);
  return [
    `(x.requested_by = ? or x.entity_ref in (select a.entity_ref from assessments a where a.valid_to is null and (${owns} or ${recovers})))`,
    [subject, ...owners, ...recoverers],
  ];
}

function byState(query: Knex.QueryBuilder, after: unknown[] | undefined): void {
  query.orderByRaw(
    `x.rank, case when x.rank = '${OVER}' then '' else x.ends_at end, case when x.rank = '${OVER}' then x.ends_at else '' end desc, x.id`,
  );
  if (!after) return;
  const [sort, rank, endsAt, id] = after;
  const isOurs = sort === 'state' && [rank, endsAt, id].every(isText);
  if (!isOurs) refuseCursor();
  const than = rank === OVER ? '<' : '>';
  query.whereRaw(
    `(x.rank > ? or (x.rank = ? and (x.ends_at ${than} ? or (x.ends_at = ? and x.id > ?))))`,
    [rank, rank, endsAt, endsAt, id] as string[],
  );
}

function bySort(
  query: Knex.QueryBuilder,
  sort: Exclude<SortName, 'state'>,
  after: unknown[] | undefined,
): void {
  const { column, direction } = orders[sort];
  query.orderBy([
    { column: `x.${column}`, order: direction },
    { column: 'x.id', order: direction },
  ]);
  if (!after) return;
  const [of, value, id] = after;
  const isOurs = of === sort && [value, id].every(isText);
  if (!isOurs) refuseCursor();
  const than = direction === 'asc' ? '>' : '<';
  query.whereRaw(
    `(x.${column} ${than} ? or (x.${column} = ? and x.id ${than} ?))`,
    [value, value, id] as string[],
  );
}

/** A cursor of another order is none of this one. */
function refuseCursor(): void {
  readListCursor(LIST, '');
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}
