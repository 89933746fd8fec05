import {
  type ContinuityStatus,
  type MovedFrom,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { Visibility } from '../catalog/Visibility';
import { visibleCondition } from './visibleCondition';

/** Changes of the same sort between two moments, counted. */
export interface CountedMove {
  /** Between which of the moments: 0 = after the first, up to and with the second. */
  step: number;
  before: (MovedFrom & { late: boolean }) | undefined;
  after: (MovedFrom & { late: boolean }) | undefined;
  /** Whether it happened at the very moment at which a policy came into force. */
  policyChanged: boolean;
  count: number;
}

interface Options {
  /** Ascending, at least two. */
  moments: string[];
  /** When policies came into force. */
  policyMoments: string[];
  visibility: Visibility;
}

type Side = 'p' | 'r';

interface Row {
  /** In which step its interval began, and in which it ended with nothing after it; null: in none. */
  began: number | null;
  ended: number | null;
  began_by_policy: number;
  ended_by_policy: number;
  intervals: string | number;
  [column: string]: unknown;
}

const about = ['status', 'underlying_status', 'tier', 'late'] as const;

/** Reads from the intervals what changed when: the ends of all that there was, and the beginnings of all that there is. */
export class CoverageTrendQueries {
  readonly #database: Knex;

  static create(options: { database: Knex }) {
    return new CoverageTrendQueries(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  async moves(options: Options): Promise<CountedMove[]> {
    const rows: Row[] = await this.#counted(options);
    return rows.flatMap(row => {
      const count = Number(row.intervals);
      const moves: CountedMove[] = [];
      if (row.began !== null) {
        moves.push({
          step: Number(row.began),
          before: sideOf(row, 'p'),
          after: sideOf(row, 'r'),
          policyChanged: Number(row.began_by_policy) === 1,
          count,
        });
      }
      if (row.ended !== null) {
        moves.push({
          step: Number(row.ended),
          before: sideOf(row, 'r'),
          after: undefined,
          policyChanged: Number(row.ended_by_policy) === 1,
          count,
        });
      }
      return moves;
    });
  }

  /** Each interval that the caller may see once, between its neighbours in time that they may see, too. */
  #lives({ visibility, moments }: Options): Knex.QueryBuilder {
    const [sees, uids] = visibleCondition(
      this.#database.client,
      'uid',
      visibility,
    );
    const before = about.map(
      column => `lag(${column}) over life as p_${column}`,
    );
    const own = about.map(column => `${column} as r_${column}`);
    return this.#database.from(
      this.#database.raw(
        `(select valid_from, valid_to, lag(valid_to) over life as left_at, lead(valid_from) over life as followed_at, ${[
          ...before,
          ...own,
        ].join(', ')} from assessments
          where (valid_to is null or valid_to > ?) and ${sees}
          window life as (partition by entity_ref order by valid_from)) as lives`,
        [moments[0], ...uids],
      ),
    );
  }

  #counted(options: Options): Knex.QueryBuilder {
    const { moments, policyMoments } = options;
    const [first, ...ends] = moments;
    const last = ends[ends.length - 1];
    const step = (moment: string) =>
      `case ${ends
        .map((_, index) => `when ${moment} <= ? then ${index}`)
        .join(' ')} end`;
    const byPolicy = (moment: string) =>
      policyMoments.length
        ? `case when ${moment} in (${policyMoments
            .map(() => '?')
            .join(', ')}) then 1 else 0 end`
        : '0';
    const began = 'valid_from > ? and valid_from <= ?';
    // what nothing follows that the caller may see
    const ended =
      'valid_to > ? and valid_to <= ? and (followed_at is null or followed_at <> valid_to)';
    const columns: Array<[name: string, sql: string, bindings: string[]]> = [
      [
        'began',
        `case when ${began} then ${step('valid_from')} end`,
        [first, last, ...ends],
      ],
      [
        'ended',
        `case when ${ended} then ${step('valid_to')} end`,
        [first, last, ...ends],
      ],
      ['began_by_policy', byPolicy('valid_from'), policyMoments],
      ['ended_by_policy', byPolicy('valid_to'), policyMoments],
      // a neighbour with a gap between is none
      ...about.map((column): [string, string, string[]] => [
        `p_${column}`,
        `case when left_at = valid_from then p_${column} end`,
        [],
      ]),
      ...about.map((column): [string, string, string[]] => [
        `r_${column}`,
        `r_${column}`,
        [],
      ]),
    ];
    const changes = this.#lives(options)
      .whereRaw(`((${began}) or (${ended}))`, [first, last, first, last])
      .select(
        columns.map(([name, sql, bindings]) =>
          this.#database.raw(`${sql} as ${name}`, bindings),
        ),
      )
      .as('changes');
    const keys = columns.map(([name]) => name);
    return this.#database
      .from(changes)
      .groupBy(keys)
      .select(keys)
      .count({ intervals: '*' });
  }
}

function sideOf(row: Row, side: Side): CountedMove['before'] {
  const status = row[`${side}_status`] as ContinuityStatus | null;
  if (status === null) return undefined;
  return {
    status,
    underlyingStatus: row[`${side}_underlying_status`] as ContinuityStatus,
    tier: row[`${side}_tier`] as string | null,
    late: Boolean(row[`${side}_late`]),
  };
}
