import {
  type Assessment,
  type ContinuityStatus,
  type CoverageItem,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import { unionOf } from '../database/unionOf';
import { inList } from '../database/whereInList';
import { CoveragePosition } from './coverageCursor';
import {
  type Condition,
  coverageConditions,
  isFiltered,
} from './coverageFilters';
import {
  type CoverageRows,
  isFoundOtherwise,
  matchingRows,
  visibleRows,
} from './coverageRows';
import { CoverageSort } from './coverageSorts';
import { rowsAt } from './rowsAt';

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

/** So many are sorted without help of an index. */
const FEW = 2_000;

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

/** The coverage list and its length, read from the assessments of now or of a moment. */
export class CoverageQueries {
  readonly #database: Knex;

  static create(options: { database: Knex }) {
    return new CoverageQueries(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  /** One page with the length of the whole list. */
  async list(options: PageOptions): Promise<{
    items: CoverageItem[];
    last?: CoveragePosition;
    totalItems: number;
    totalInScope: number;
  }> {
    // SQLite answers one question after the other: most filters leave few, which are looked for once, counted and sorted
    const few = isPostgres(this.#database)
      ? undefined
      : await this.#few(options);
    if (few) {
      return {
        ...pageOf(await this.#rowsOf(few, options), options),
        totalItems: few.length,
        totalInScope: await this.#count({ ...options, filters: {} }),
      };
    }
    const [page, totals] = await Promise.all([
      this.page(options),
      this.totals(options),
    ]);
    return { ...page, ...totals };
  }

  /** One page; `last` is the position of its last row where there are more. */
  async page(options: PageOptions): Promise<{
    items: CoverageItem[];
    last?: CoveragePosition;
  }> {
    const rows = isNarrowed(options)
      ? await this.#found(options)
      : await this.#walked(options);
    return pageOf(rows, options);
  }

  /** Goes along the index of the sort and takes what comes: the fastest where every row counts, however deep the page. */
  async #walked(options: PageOptions): Promise<ItemRow[]> {
    const { sort, after, limit } = options;
    const [sortValue] = await this.#sortValue(options);
    const rows: ItemRow[] = [];
    // what is set, then what is not: read apart, each comes sorted from its index, and unset is last in both directions
    for (const isSet of sort.nullable ? [true, false] : [true]) {
      if (rows.length > limit || (isSet && after?.value === null)) continue;
      const parts = matchingRows(this.#database, options).map(query => {
        if (sort.nullable) {
          query.whereRaw(`${sortValue} is ${isSet ? 'not ' : ''}null`);
        }
        if (after && isSet === (after.value !== null)) {
          // that unset comes behind is already said, and an "or" would be none that the index knows
          query.whereRaw(
            ...this.#behind(after, { ...sort, nullable: false }, sortValue),
          );
        }
        return this.#sorted(query, sort, sortValue)
          .limit(limit + 1 - rows.length)
          .select(
            ...itemColumns,
            this.#database.raw(`${sortValue} as sort_value`),
          );
      });
      rows.push(
        ...(await this.#merged(parts, sort).limit(limit + 1 - rows.length)),
      );
    }
    return rows;
  }

  /**
   * Finds all that match in the one index that holds whatever is filtered or sorted by, and reads only the rows of the page: along the index of a sort, a
   * filter that few pass would have each row read until the page is full.
   */
  async #found(options: PageOptions): Promise<ItemRow[]> {
    const [sql, bindings] = await this.#sortValue(options);
    const parts = matchingRows(this.#database, options, { byList: true }).map(
      query =>
        this.#apart(
          query.select(
            'id',
            'entity_ref',
            this.#database.raw(`${sql} as sort_value`, bindings),
          ),
        ),
    );
    return this.#byIndex(
      this.#rowsAmong(unionOf(this.#database, parts), options),
      options,
    );
  }

  /** All that match, where they are few. */
  async #few(options: PageOptions): Promise<number[] | undefined> {
    if (!isNarrowed(options)) return undefined;
    const parts = matchingRows(this.#database, options, { byList: true }).map(
      query => query.select('id').limit(FEW + 1),
    );
    const rows: Array<{ id: string | number }> = await unionOf(
      this.#database,
      parts,
    );
    return rows.length > FEW ? undefined : rows.map(({ id }) => Number(id));
  }

  /** The rows of a page among those of a list. */
  async #rowsOf(ids: number[], options: PageOptions): Promise<ItemRow[]> {
    if (ids.length === 0) return [];
    const [sql, bindings] = await this.#sortValue(options);
    return this.#rowsAmong(
      this.#database('assessments')
        .whereIn('id', ids)
        .select(
          'id',
          'entity_ref',
          this.#database.raw(`${sql} as sort_value`, bindings),
        ),
      options,
    );
  }

  /** The rows of a page among what is known by id and sort value. */
  #rowsAmong(
    known: Knex.QueryBuilder,
    { sort, after, limit }: PageOptions,
  ): Knex.QueryBuilder {
    const found = this.#database.select('*').from(known.as('known'));
    if (after) found.whereRaw(...this.#behind(after, sort, this.#value(sort)));
    this.#nullsLast(found, sort).limit(limit + 1);
    return this.#nullsLast(
      this.#database
        .from(found.as('found'))
        .join('assessments as a', 'a.id', 'found.id')
        .select(
          ...itemColumns.map(column => `a.${column}`),
          'found.sort_value',
        ),
      sort,
      'found.entity_ref',
    );
  }

  /**
   * Reads without going through the table. PostgreSQL thinks that each page of an index is a disk's move away, and of a table in which much has happened it rather reads
   * all, what has ended included.
   */
  async #byIndex<Row>(
    query: Knex.QueryBuilder,
    { filters }: CoverageRows,
  ): Promise<Row[]> {
    if (!isPostgres(this.#database) || isFoundOtherwise(filters)) return query;
    return this.#database.transaction(async trx => {
      await trx.raw('set local enable_seqscan = off');
      await trx.raw('set local enable_bitmapscan = off');
      return query.transacting(trx);
    });
  }

  /** A query that is planned for itself: not by the order or the length of what is made of it. */
  #apart(query: Knex.QueryBuilder): Knex.QueryBuilder {
    const fence = isPostgres(this.#database) ? 'offset 0' : 'limit -1 offset 0';
    return this.#database
      .select('*')
      .from(
        this.#database.raw(`(select * from ? as each_row ${fence}) as apart`, [
          query,
        ]),
      );
  }

  /** How many rows match, and how many are in scope whatever the filters. */
  async totals(
    options: CoverageRows,
  ): Promise<{ totalItems: number; totalInScope: number }> {
    if (!isFiltered(options.filters)) {
      const totalInScope = await this.#count(options);
      return { totalItems: totalInScope, totalInScope };
    }
    const conditions = coverageConditions(
      this.#database.client,
      options.filters,
      options.visibility,
    );
    const sql = conditions.map(([text]) => text).join(' and ');
    const bindings = conditions.flatMap(([, values]) => values);
    // the list's index does not hold what lies behind gaps
    const byList = options.filters.cause === undefined;
    const parts = visibleRows(this.#database, options, { byList }).map(query =>
      query.select(
        this.#database.raw(
          `count(*) filter (where ${sql}) as matching, count(*) filter (where in_scope) as in_scope`,
          bindings,
        ),
      ),
    );
    const rows = await this.#byIndex<{ matching: string; in_scope: string }>(
      unionOf(this.#database, parts),
      options,
    );
    const sumOf = (column: 'matching' | 'in_scope') =>
      rows.reduce((sum, row) => sum + Number(row[column]), 0);
    return { totalItems: sumOf('matching'), totalInScope: sumOf('in_scope') };
  }

  async #count(options: CoverageRows): Promise<number> {
    const parts = matchingRows(this.#database, options, { byList: true }).map(
      query => query.count({ entities: '*' }),
    );
    const rows: Array<{ entities: string | number }> = await unionOf(
      this.#database,
      parts,
    );
    return rows.reduce((sum, { entities }) => sum + Number(entities), 0);
  }

  /** Sorted parts as one list, in the same order. */
  #merged(parts: Knex.QueryBuilder[], sort: CoverageSort): Knex.QueryBuilder {
    if (parts.length === 1) return parts[0];
    return this.#sorted(
      unionOf(this.#database, parts),
      sort,
      this.#value(sort),
    );
  }

  #sorted(
    query: Knex.QueryBuilder,
    { descending }: CoverageSort,
    value: string,
    entityRef: string = 'entity_ref',
  ): Knex.QueryBuilder {
    const direction = descending ? 'desc' : 'asc';
    return query
      .orderByRaw(`${value} ${direction}`)
      .orderByRaw(`${this.#binary(entityRef)} ${direction}`);
  }

  #nullsLast(
    query: Knex.QueryBuilder,
    sort: CoverageSort,
    entityRef?: string,
  ): Knex.QueryBuilder {
    if (sort.nullable) query.orderByRaw('sort_value is null');
    return this.#sorted(query, sort, this.#value(sort), entityRef);
  }

  /** What rows are sorted by, where it was worked out before. */
  #value({ isText }: CoverageSort): string {
    return isText ? this.#binary('sort_value') : 'sort_value';
  }

  /** What comes after a position; unset comes last. */
  #behind(
    after: CoveragePosition,
    { descending, nullable }: CoverageSort,
    value: string,
  ): Condition {
    const ref = this.#binary('entity_ref');
    const beyond = descending ? '<' : '>';
    if (after.value === null) {
      return [`${value} is null and ${ref} ${beyond} ?`, [after.entityRef]];
    }
    const later = `(${value}, ${ref}) ${beyond} (?, ?)`;
    return [
      nullable ? `(${value} is null or ${later})` : later,
      [after.value, after.entityRef],
    ];
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

/** Whether the caller sees less than all that is in scope. */
function isNarrowed({ filters, visibility }: CoverageRows): boolean {
  return isFiltered(filters) || visibility.kind === 'some';
}

function pageOf(rows: ItemRow[], { sort, limit }: PageOptions) {
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(toItem),
    last: rows.length > limit ? positionOf(shown[limit - 1], sort) : undefined,
  };
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
