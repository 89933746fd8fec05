import type { PlanQuery } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { Visibility } from '../catalog/Visibility';
import { WrongFieldsError } from '../contract/WrongFieldsError';
import { inList } from '../database/whereInList';
import { currentVersions } from './DatabasePlanStore';
import { type PlanRow, toPlan } from './planRows';
import type { StoredPlan } from './PlanStore';

type Condition = [sql: string, bindings: any[]];

/** The filters of a list, with what had to be looked up for them. */
export interface PlanFilters
  extends Pick<PlanQuery, 'state' | 'kind' | 'problem' | 'search'> {
  /** The owners, and all groups below them. */
  owner?: string[];
  entity?: string[];
  /** Only what one of these owns. */
  parties?: string[];
  /** Only these. */
  ids?: string[];
  /** What may be seen. */
  visibility: Visibility;
  visibleSql: (column: string) => Condition;
  now: string;
}

type SortName = NonNullable<PlanQuery['sort']>;

const reviewDue = `coalesce((select min(d.review_due_at) from plan_standings d where d.plan_id = p.id and d.version = p.in_force_version), p.fallback_due_at)`;

const stateConditions: Record<NonNullable<PlanQuery['state']>[number], string> =
  {
    draft: `(p.archived_at is null and p.open_state = 'draft')`,
    'in-review': `(p.archived_at is null and p.open_state = 'in-review')`,
    'in-force': '(p.archived_at is null and p.in_force_version is not null)',
    archived: 'p.archived_at is not null',
  };

const standing = (condition: string) =>
  `exists (select 1 from plan_standings d where d.plan_id = p.id and d.version = p.in_force_version and p.archived_at is null and ${condition})`;

const living = `select 1 from mirror_entities m where m.archived_at is null and m.entity_ref`;

const problemConditions: Record<
  NonNullable<PlanQuery['problem']>[number],
  (now: string) => Condition
> = {
  stale: () => [standing('d.reason_count > 0'), []],
  'review-overdue': now => [
    `(p.archived_at is null and p.in_force_version is not null and ${reviewDue} <= ?)`,
    [now],
  ],
  overlap: () => [standing(`d.role = 'undecided'`), []],
  'no-steps': () => [standing('not d.covers'), []],
  'source-invalid': () => [
    `exists (select 1 from plan_sources f where f.plan_id = p.id and f.problem is not null)`,
    [],
  ],
  'owner-gone': () => [
    `(p.archived_at is null and not exists (${living} = p.owner_ref))`,
    [],
  ],
  'scope-gone': () => [
    `(p.archived_at is null and p.in_force_version is not null
      and exists (select 1 from plan_scope s where s.plan_id = p.id and s.version = p.in_force_version and s.in_scope)
      and not exists (select 1 from plan_scope s join mirror_entities m on m.entity_ref = s.entity_ref and m.archived_at is null
        where s.plan_id = p.id and s.version = p.in_force_version and s.in_scope))`,
    [],
  ],
};

const sorts: Record<SortName, { sql: string; direction: 'asc' | 'desc' }> = {
  title: { sql: 'p.sort_title', direction: 'asc' },
  '-title': { sql: 'p.sort_title', direction: 'desc' },
  // without a date last, either way
  reviewDue: { sql: `coalesce(${reviewDue}, '9999')`, direction: 'asc' },
  '-reviewDue': { sql: `coalesce(${reviewDue}, '0000')`, direction: 'desc' },
  updated: { sql: 'p.updated_at', direction: 'asc' },
  '-updated': { sql: 'p.updated_at', direction: 'desc' },
};

/** Finds plans for lists: filters, order and visibility in the database. */
export class PlanQueries {
  readonly #database: Knex;

  static create(options: { database: Knex }) {
    return new PlanQueries(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  async page(
    filters: PlanFilters,
    page: { sort?: SortName; limit: number; cursor?: string },
  ): Promise<{ plans: StoredPlan[]; nextCursor?: string }> {
    const name = page.sort ?? '-updated';
    const order = sorts[name];
    const query = this.#filtered(filters)
      .select('p.*', this.#database.raw(`${order.sql} as sort_value`))
      .orderByRaw(`${order.sql} ${order.direction}, p.id ${order.direction}`)
      .limit(page.limit + 1);
    if (page.cursor !== undefined) {
      const [value, id] = readCursor(name, page.cursor);
      const than = order.direction === 'asc' ? '>' : '<';
      query.whereRaw(
        `(${order.sql} ${than} ? or (${order.sql} = ? and p.id ${than} ?))`,
        [value, value, id],
      );
    }
    const rows: Array<PlanRow & { sort_value: string }> = await query;
    const shown = rows.slice(0, page.limit);
    const last = shown[shown.length - 1];
    return {
      plans: shown.map(toPlan),
      ...(rows.length > page.limit && {
        nextCursor: writeCursor(name, last.sort_value, last.id),
      }),
    };
  }

  async count(filters: PlanFilters): Promise<number> {
    const [{ total }] = await this.#filtered(filters).count({ total: '*' });
    return Number(total);
  }

  /** Those whose owner, or all that they cover, is gone: nobody else keeps them. */
  async orphans(now: string): Promise<string[]> {
    const [sql, bindings] = anyOf(
      (['owner-gone', 'scope-gone'] as const).map(problem =>
        problemConditions[problem](now),
      ),
    );
    const rows: Array<{ id: string }> = await this.#database('plans as p')
      .whereRaw(sql, bindings)
      .select('p.id');
    return rows.map(({ id }) => id);
  }

  #filtered(filters: PlanFilters): Knex.QueryBuilder {
    const query = this.#database('plans as p');
    const where = ([sql, bindings]: Condition) => query.whereRaw(sql, bindings);
    const { client } = this.#database;
    const { state, kind, owner, entity, problem, search, ids, parties } =
      filters;
    if (filters.visibility.kind !== 'all') where(visible(filters));
    const states = state ?? ['draft', 'in-review', 'in-force'];
    where([`(${states.map(s => stateConditions[s]).join(' or ')})`, []]);
    if (kind) where(inList(client, 'p.kind', kind));
    if (owner) where(inList(client, 'p.owner_ref', owner));
    if (parties) where(inList(client, 'p.owner_ref', parties));
    if (ids) where(inList(client, 'p.id', ids));
    if (problem)
      where(anyOf(problem.map(p => problemConditions[p](filters.now))));
    if (entity) where(scopes(client, entity));
    for (const word of search?.toLowerCase().split(/\s+/).filter(Boolean) ??
      []) {
      where([
        `p.sort_title like ? escape '\\'`,
        [`%${word.replace(/[\\%_]/g, '\\$&')}%`],
      ]);
    }
    return query;
  }
}

function anyOf(conditions: Condition[]): Condition {
  return [
    `(${conditions.map(([sql]) => sql).join(' or ')})`,
    conditions.flatMap(([, bindings]) => bindings),
  ];
}

/** A plan is seen by who may see something of its scope, or where there is none. What was never in the catalog is no secret. */
function visible({ visibleSql }: PlanFilters): Condition {
  const [sql, bindings] = visibleSql('m.uid');
  const scope = `plan_scope s left join mirror_entities m on m.entity_ref = s.entity_ref where s.plan_id = p.id and s.in_scope and ${currentVersions}`;
  return [
    `(not exists (select 1 from ${scope}) or exists (select 1 from ${scope} and (m.entity_ref is null or ${sql})))`,
    bindings,
  ];
}

/** By itself, or through its system with its parts. */
function scopes(client: Knex.Client, refs: string[]): Condition {
  const [own, ownBindings] = inList(client, 's.entity_ref', refs);
  const [parts, partBindings] = inList(client, 'm.entity_ref', refs);
  return [
    `exists (select 1 from plan_scope s where s.plan_id = p.id and s.in_scope and ${currentVersions}
      and (${own} or (s.with_parts and s.entity_ref in (select m.system_ref from mirror_entities m where ${parts}))))`,
    [...ownBindings, ...partBindings],
  ];
}

function writeCursor(sort: string, value: string, id: string): string {
  return Buffer.from(JSON.stringify([sort, value, id])).toString('base64url');
}

function readCursor(sort: string, cursor: string): [string, string] {
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    content = undefined;
  }
  if (
    !Array.isArray(content) ||
    content.length !== 3 ||
    content[0] !== sort ||
    typeof content[1] !== 'string' ||
    typeof content[2] !== 'string'
  ) {
    throw new WrongFieldsError([
      {
        path: 'cursor',
        message:
          'This is no cursor of this list. Send the nextCursor of the page before, with the same sort, or leave it out.',
      },
    ]);
  }
  return [content[1], content[2]];
}
