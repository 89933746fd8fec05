import {
  type Assessment,
  type ContinuityStatus,
  type CoverageItem,
  type coverageGroupKeys,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { Visibility } from '../catalog/Visibility';
import { isPostgres } from '../database/isPostgres';
import { unionOf } from '../database/unionOf';
import { inList } from '../database/whereInList';
import { CoveragePosition } from './coverageCursor';
import {
  Condition,
  coverageConditions,
  ResolvedFilters,
} from './coverageFilters';
import { CoverageSort } from './coverageSorts';
import { rowsAt } from './rowsAt';
import { noCounts, type StatusCounts } from './statusCounts';
import { visibleCondition } from './visibleCondition';

/** What coverage can be grouped by. */
export type CoverageGroupKey = (typeof coverageGroupKeys)[number];

const groupColumns: Record<CoverageGroupKey, string> = {
  tier: 'tier',
  owner: 'owner_ref',
  system: 'system_ref',
  domain: 'domain_ref',
  kind: 'kind',
  type: 'type',
  status: 'status',
  cause: 'causes',
};

const itemColumns = [
  'entity_ref',
  'kind',
  'title',
  'type',
  'owner_ref',
  'system_ref',
  'domain_ref',
  'status',
  'underlying_status',
  'due_by',
  'late',
  'detail',
];

/** Which rows are meant. */
export interface CoverageRows {
  filters: ResolvedFilters;
  visibility: Visibility;
  /** A moment; null = now. */
  asOf: string | null;
}

interface PageOptions extends CoverageRows {
  sort: CoverageSort;
  after?: CoveragePosition;
  limit: number;
}

interface ItemRow {
  entity_ref: string;
  kind: string;
  title: string;
  type: string | null;
  owner_ref: string | null;
  system_ref: string | null;
  domain_ref: string | null;
  status: ContinuityStatus;
  underlying_status: ContinuityStatus;
  due_by: string | null;
  late: boolean | number;
  detail: string;
  sort_value: string | number | null;
}

/** The coverage list and its counts, read from the assessments of now or of a moment. */
export class CoverageQueries {
  readonly #database: Knex;

  static create(options: { database: Knex }) {
    return new CoverageQueries(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  /** One page; `last` is the position of its last row where there are more. */
  async page(options: PageOptions): Promise<{
    items: CoverageItem[];
    last?: CoveragePosition;
  }> {
    const { sort, after, limit } = options;
    const sortValue = await this.#sortValue(options);
    const rows: ItemRow[] = [];
    // what is set, then what is not: read apart, each comes sorted from its index, and unset is last in both directions
    for (const isSet of sort.nullable ? [true, false] : [true]) {
      if (rows.length > limit || (isSet && after?.value === null)) continue;
      const parts = this.#matching(options).map(query => {
        if (sort.nullable) {
          const [sql, bindings] = sortValue;
          query.whereRaw(`${sql} is ${isSet ? 'not ' : ''}null`, bindings);
        }
        if (after && isSet === (after.value !== null)) {
          this.#goOnAfter(query, { sort, sortValue, after });
        }
        return this.#sorted(query, { sort, sortValue }).limit(
          limit + 1 - rows.length,
        );
      });
      rows.push(
        ...(await this.#merged(parts, sort).limit(limit + 1 - rows.length)),
      );
    }
    const shown = rows.slice(0, limit);
    return {
      items: shown.map(toItem),
      last:
        rows.length > limit ? positionOf(shown[limit - 1], sort) : undefined,
    };
  }

  /** How many rows match, and how many are in scope whatever the filters. */
  async totals(
    options: CoverageRows,
  ): Promise<{ totalItems: number; totalInScope: number }> {
    const conditions = coverageConditions(
      this.#database.client,
      options.filters,
      options.visibility,
    );
    const sql = conditions.map(([text]) => text).join(' and ') || '1 = 1';
    const bindings = conditions.flatMap(([, values]) => values);
    const rows: Array<{ matching: string | null; in_scope: string | null }> =
      await unionOf(
        this.#database,
        this.#visible(options).map(query =>
          query.select(
            this.#database.raw(
              `sum(case when ${sql} then 1 else 0 end) as matching, sum(case when in_scope then 1 else 0 end) as in_scope`,
              bindings,
            ),
          ),
        ),
      );
    const sumOf = (column: 'matching' | 'in_scope') =>
      rows.reduce((sum, row) => sum + Number(row[column] ?? 0), 0);
    return { totalItems: sumOf('matching'), totalInScope: sumOf('in_scope') };
  }

  /**
   * Counts per status, for each value of the group; without a group all have the key null. By cause, an entity counts for each of its causes, and for none where
   * it has none.
   */
  async counts(
    options: CoverageRows & { groupBy?: CoverageGroupKey },
  ): Promise<Map<string | null, StatusCounts>> {
    const { groupBy } = options;
    const column = groupBy && groupColumns[groupBy];
    const parts = this.#matching(options).map(query => {
      query
        .groupBy('status', 'late')
        .select('status', 'late')
        .count({ entities: '*' });
      if (column) query.groupBy(column).select({ group_key: column });
      if (groupBy === 'cause') query.whereNot('causes', '');
      return query;
    });
    const groups = new Map<string | null, StatusCounts>();
    for (const row of await unionOf(this.#database, parts)) {
      const keys: Array<string | null> =
        groupBy === 'cause'
          ? row.group_key.split('|').filter(Boolean)
          : [row.group_key ?? null];
      for (const key of keys) {
        const group = groups.get(key) ?? noCounts();
        groups.set(key, group);
        group.counts[row.status as ContinuityStatus] += Number(row.entities);
        if (row.late) group.late += Number(row.entities);
      }
    }
    return groups;
  }

  /** How many entities have which gaps due when, as the rows say it: `|code@moment|…`. */
  async dues(
    options: CoverageRows,
  ): Promise<Array<{ dues: string; entities: number }>> {
    const parts = this.#matching(options).map(query =>
      query
        .whereNot('dues', '')
        .groupBy('dues')
        .select('dues')
        .count({ entities: '*' }),
    );
    const rows: Array<{ dues: string; entities: string | number }> =
      await unionOf(this.#database, parts);
    return rows.map(row => ({ ...row, entities: Number(row.entities) }));
  }

  /** Whether any visible entity has a tier. */
  async anyTier(options: Omit<CoverageRows, 'filters'>): Promise<boolean> {
    for (const query of this.#visible(options)) {
      const row = await query.whereNotNull('tier').first('entity_ref');
      if (row !== undefined) return true;
    }
    return false;
  }

  /** One query for each sort of rows, see `rowsAt`. */
  #visible({
    visibility,
    asOf,
  }: Omit<CoverageRows, 'filters'>): Knex.QueryBuilder[] {
    const [sql, bindings] = visibleCondition(
      this.#database.client,
      'uid',
      visibility,
    );
    return rowsAt(asOf).map(([atThen, moments]) =>
      this.#database('assessments')
        .whereRaw(atThen, moments)
        .whereRaw(sql, bindings),
    );
  }

  #matching(options: CoverageRows): Knex.QueryBuilder[] {
    const conditions = coverageConditions(
      this.#database.client,
      options.filters,
      options.visibility,
    );
    return this.#visible(options).map(query => {
      for (const [sql, bindings] of conditions) query.whereRaw(sql, bindings);
      return query;
    });
  }

  /** Sorted parts as one list, in the same order. */
  #merged(parts: Knex.QueryBuilder[], sort: CoverageSort): Knex.QueryBuilder {
    if (parts.length === 1) return parts[0];
    const direction = sort.descending ? 'desc' : 'asc';
    const value = sort.isText ? this.#binary('sort_value') : 'sort_value';
    return unionOf(this.#database, parts)
      .orderByRaw(`${value} ${direction}`)
      .orderByRaw(`${this.#binary('entity_ref')} ${direction}`);
  }

  #sorted(
    query: Knex.QueryBuilder,
    { sort, sortValue }: { sort: CoverageSort; sortValue: Condition },
  ): Knex.QueryBuilder {
    const [sql, bindings] = sortValue;
    const direction = sort.descending ? 'desc' : 'asc';
    return query
      .orderByRaw(`${sql} ${direction}`, bindings)
      .orderByRaw(`${this.#binary('entity_ref')} ${direction}`)
      .select(
        ...itemColumns,
        this.#database.raw(`${sql} as sort_value`, bindings),
      );
  }

  #goOnAfter(
    query: Knex.QueryBuilder,
    options: {
      sort: CoverageSort;
      sortValue: Condition;
      after: CoveragePosition;
    },
  ): void {
    const { sort, after } = options;
    const [sql, bindings] = options.sortValue;
    const ref = this.#binary('entity_ref');
    const beyond = sort.descending ? '<' : '>';
    if (after.value === null) {
      query.whereRaw(`${ref} ${beyond} ?`, [after.entityRef]);
      return;
    }
    query.whereRaw(`(${sql}, ${ref}) ${beyond} (?, ?)`, [
      ...bindings,
      after.value,
      after.entityRef,
    ]);
  }

  async #sortValue({
    sort,
    visibility,
    asOf,
  }: PageOptions): Promise<Condition> {
    const { expression, isText } = sort;
    const sql = isText ? this.#binary(expression) : `(${expression})`;
    if (sort.key !== 'owner' || visibility.kind !== 'some') return [sql, []];
    // by the place of an entity in the list, and by its cursor, a hidden owner could be read
    const [isHidden, bindings] = inList(
      this.#database.client,
      'owner_ref',
      await this.#hiddenOwners(visibility.uids, asOf),
    );
    return [
      this.#binary(`case when ${isHidden} then null else ${expression} end`),
      bindings,
    ];
  }

  async #hiddenOwners(
    visible: ReadonlySet<string>,
    asOf: string | null,
  ): Promise<string[]> {
    const parts = rowsAt(asOf).map(([atThen, moments]) =>
      this.#database('assessments as a')
        .join('mirror_entities as m', 'm.entity_ref', 'a.owner_ref')
        .whereRaw(atThen, moments)
        .distinct('a.owner_ref', 'm.uid'),
    );
    const rows: Array<{ owner_ref: string; uid: string | null }> =
      await unionOf(this.#database, parts);
    return rows
      .filter(({ uid }) => uid === null || !visible.has(uid.toLowerCase()))
      .map(row => row.owner_ref);
  }

  /** Texts compare byte by byte on both engines, whatever the collation of the database. */
  #binary(expression: string): string {
    return isPostgres(this.#database)
      ? `(${expression}) collate "C"`
      : `(${expression})`;
  }
}

function positionOf(row: ItemRow, sort: CoverageSort): CoveragePosition {
  const value = row.sort_value;
  const isNumber = value !== null && !sort.isText;
  return { value: isNumber ? Number(value) : value, entityRef: row.entity_ref };
}

function toItem(row: ItemRow): CoverageItem {
  const { profile, gaps } = JSON.parse(row.detail) as Assessment;
  return {
    entityRef: row.entity_ref,
    title: row.title,
    kind: row.kind,
    type: row.type,
    system: row.system_ref,
    domain: row.domain_ref,
    owner: row.owner_ref,
    recoveryOwner: profile.recoveryOwner.value,
    status: row.status,
    underlyingStatus: row.underlying_status,
    tier: profile.tier.value,
    tierSource: profile.tier.source,
    rto: profile.rto.value,
    rpo: profile.rpo.value,
    mtpd: profile.mtpd.value,
    gaps,
    dueBy: row.due_by,
    late: Boolean(row.late),
  };
}
