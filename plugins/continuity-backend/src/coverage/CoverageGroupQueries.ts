import {
  type ContinuityStatus,
  continuityStatuses,
  type coverageGroupKeys,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import { unionOf } from '../database/unionOf';
import { type CoverageRows, matchingRows, visibleRows } from './coverageRows';
import { noCounts, type StatusCounts } from './statusCounts';

/** What coverage can be grouped by. */
export type CoverageGroupKey = (typeof coverageGroupKeys)[number];

const groupColumns: Record<Exclude<CoverageGroupKey, 'cause'>, string> = {
  tier: 'tier',
  owner: 'owner_ref',
  system: 'system_ref',
  domain: 'domain_ref',
  kind: 'kind',
  type: 'type',
  status: 'status',
};

/** The coverage list in numbers, read from the assessments of now or of a moment. */
export class CoverageGroupQueries {
  readonly #database: Knex;

  static create(options: { database: Knex }) {
    return new CoverageGroupQueries(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  /** Counts per status, for each value of the group; without a group all have the key null. */
  async counts(
    options: CoverageRows & { groupBy?: Exclude<CoverageGroupKey, 'cause'> },
  ): Promise<Map<string | null, StatusCounts>> {
    const { groupBy } = options;
    const column = groupBy && groupColumns[groupBy];
    const found = matchingRows(this.#database, options, { byList: true });
    const parts = found.map(query => {
      query
        .groupBy('status', 'late')
        .select('status', 'late')
        .count({ entities: '*' });
      if (column) query.groupBy(column).select({ group_key: column });
      return query;
    });
    const groups = new Map<string | null, StatusCounts>();
    for (const row of await unionOf(this.#database, parts)) {
      const key: string | null = row.group_key ?? null;
      const group = groups.get(key) ?? noCounts();
      groups.set(key, group);
      group.counts[row.status as ContinuityStatus] += Number(row.entities);
      if (row.late) group.late += Number(row.entities);
    }
    return groups;
  }

  /**
   * Counts per status for each cause: an entity counts for each of its causes, and for none where it has none.
   *
   * @param options - `most`: only so many causes, those behind which the most entities stand; `all` says how many there are.
   */
  async causes(
    options: CoverageRows & { most?: number },
  ): Promise<{ groups: Map<string, StatusCounts>; all: number }> {
    const parts = matchingRows(this.#database, options).map(query =>
      query.whereNot('causes', '').select('status', 'late', 'causes'),
    );
    const sums = continuityStatuses.map(
      status =>
        `sum(case when status = '${status}' then 1 else 0 end) as "${status}"`,
    );
    const counted = this.#database
      .from(this.#eachCause(unionOf(this.#database, parts)).as('each_cause'))
      .groupBy('cause')
      .select(
        'cause',
        this.#database.raw(
          `${sums.join(
            ', ',
          )}, sum(case when late then 1 else 0 end) as is_late, count(*) over () as all_causes`,
        ),
      )
      .orderByRaw('count(*) desc')
      .orderBy('cause');
    if (options.most !== undefined) counted.limit(options.most);
    const rows: Array<{
      cause: string;
      is_late: string | number;
      all_causes: string | number;
      [status: string]: string | number;
    }> = await counted;
    const groups = new Map(
      rows.map(row => {
        const group = noCounts();
        for (const status of continuityStatuses) {
          group.counts[status] = Number(row[status]);
        }
        return [row.cause, { ...group, late: Number(row.is_late) }];
      }),
    );
    return { groups, all: Number(rows[0]?.all_causes ?? 0) };
  }

  /** How many entities have which gaps due when, as the rows say it: `|code@moment|…`. */
  async dues(
    options: CoverageRows,
  ): Promise<Array<{ dues: string; entities: number }>> {
    const parts = matchingRows(this.#database, options).map(query =>
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
    // counted, since for "is there one" PostgreSQL trusts to meet one soon, and where there is none reads the whole table
    const parts = visibleRows(this.#database, options).map(query =>
      query.count({ tiered: 'tier' }),
    );
    const rows: Array<{ tiered: string | number }> = await unionOf(
      this.#database,
      parts,
    );
    return rows.some(({ tiered }) => Number(tiered) > 0);
  }

  /** A row for each word of `causes`, `|word|word|`. */
  #eachCause(rows: Knex.QueryBuilder): Knex.QueryBuilder {
    if (isPostgres(this.#database)) {
      return this.#database
        .from(rows.as('with_causes'))
        .select(
          'status',
          'late',
          this.#database.raw(
            `unnest(string_to_array(trim('|' from causes), '|')) as cause`,
          ),
        );
    }
    const list = `'["' || replace(replace(replace(trim(causes, '|'), '\\', '\\\\'), '"', '\\"'), '|', '","') || '"]'`;
    return this.#database
      .from(rows.as('with_causes'))
      .joinRaw(`join json_each(${list}) as word`)
      .select('status', 'late', { cause: 'word.value' });
  }
}
