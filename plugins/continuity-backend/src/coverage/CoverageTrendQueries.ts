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

interface Row {
  step: number;
  policy_changed: number;
  moves: string | number;
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
    const [began, ended] = await Promise.all([
      this.#counted({
        ...options,
        moment: 'r.valid_from',
        from: this.#besides('r', 'p', 'p.valid_to = r.valid_from', options),
      }),
      // what nothing follows that the caller may see
      this.#counted({
        ...options,
        moment: 'p.valid_to',
        from: this.#besides(
          'p',
          'r',
          'r.valid_from = p.valid_to',
          options,
        ).whereNull('r.id'),
      }),
    ]);
    return [...began, ...ended];
  }

  /** One side that the caller may see, with its neighbour in time, if there is one that they may see. */
  #besides(
    side: 'p' | 'r',
    other: 'p' | 'r',
    touches: string,
    { visibility }: Options,
  ): Knex.QueryBuilder {
    const { client } = this.#database;
    const [sees, uids] = visibleCondition(client, `${side}.uid`, visibility);
    const [seesOther, otherUids] = visibleCondition(
      client,
      `${other}.uid`,
      visibility,
    );
    return this.#database
      .from(`assessments as ${side}`)
      .joinRaw(
        `left join assessments as ${other} on ${other}.entity_ref = ${side}.entity_ref and ${touches} and ${seesOther}`,
        otherUids as string[],
      )
      .whereRaw(sees, uids);
  }

  async #counted(
    options: Options & { moment: string; from: Knex.QueryBuilder },
  ): Promise<CountedMove[]> {
    const { moments, policyMoments, moment, from } = options;
    const [first, ...ends] = moments;
    const step = this.#database.raw(
      `case ${ends
        .map((_, index) => `when ${moment} <= ? then ${index}`)
        .join(' ')} end as step`,
      ends,
    );
    const policyChanged = this.#database.raw(
      policyMoments.length
        ? `case when ${moment} in (${policyMoments
            .map(() => '?')
            .join(', ')}) then 1 else 0 end as policy_changed`
        : '0 as policy_changed',
      policyMoments,
    );
    const sides = (['p', 'r'] as const).flatMap(side =>
      about.map(column => ({ [`${side}_${column}`]: `${side}.${column}` })),
    );
    const changes = from
      .where(moment, '>', first)
      .where(moment, '<=', ends[ends.length - 1])
      .select(step, policyChanged, ...sides)
      .as('changes');
    const keys = [
      'step',
      'policy_changed',
      ...sides.flatMap(side => Object.keys(side)),
    ];
    const rows: Row[] = await this.#database
      .from(changes)
      .groupBy(keys)
      .select(keys)
      .count({ moves: '*' });
    return rows.map(row => ({
      step: Number(row.step),
      before: sideOf(row, 'p'),
      after: sideOf(row, 'r'),
      policyChanged: Number(row.policy_changed) === 1,
      count: Number(row.moves),
    }));
  }
}

function sideOf(row: Row, side: 'p' | 'r'): CountedMove['before'] {
  const status = row[`${side}_status`] as ContinuityStatus | null;
  if (status === null) return undefined;
  return {
    status,
    underlyingStatus: row[`${side}_underlying_status`] as ContinuityStatus,
    tier: row[`${side}_tier`] as string | null,
    late: Boolean(row[`${side}_late`]),
  };
}
