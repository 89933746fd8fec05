import { randomUUID } from 'node:crypto';
import type { CarryOver } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { inChunks } from '../database/inChunks';

interface CarryOverRow {
  id: string;
  from_ref: string;
  to_ref: string;
  reason: string;
  since: string;
  state: string;
  decided_by: string | null;
  decided_at: string | null;
}

/** Questions to a person: do the records of one entity belong to another one? */
export class CarryOverStore {
  readonly #database: Knex;

  static create(options: { database: Knex }): CarryOverStore {
    return new CarryOverStore(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  async get(id: string): Promise<CarryOver | undefined> {
    const row: CarryOverRow | undefined = await this.#database('carry_overs')
      .where({ id })
      .first();
    return row && toCarryOver(row);
  }

  /** Oldest first. */
  async list(options: { state?: CarryOver['state'] }): Promise<CarryOver[]> {
    const query = this.#database<CarryOverRow>('carry_overs').orderBy([
      'since',
      'id',
    ]);
    if (options.state) {
      query.where('state', options.state);
    }
    return (await query).map(toCarryOver);
  }

  /** Open questions about carrying something over to these entities, oldest first. */
  async openFor(toRefs: string[]): Promise<CarryOver[]> {
    const found: CarryOver[] = [];
    for (const chunk of inChunks(toRefs)) {
      const rows: CarryOverRow[] = await this.#database('carry_overs')
        .where({ state: 'open' })
        .whereIn('to_ref', chunk)
        .orderBy(['since', 'id']);
      found.push(...rows.map(toCarryOver));
    }
    return found;
  }

  /** Asks, unless the same is being asked already. */
  async open(
    trx: Knex.Transaction,
    question: Pick<CarryOver, 'fromRef' | 'toRef' | 'reason' | 'since'>,
  ): Promise<void> {
    const same = await trx('carry_overs')
      .where({
        from_ref: question.fromRef,
        to_ref: question.toRef,
        state: 'open',
      })
      .first('id');
    if (same) {
      return;
    }
    await trx('carry_overs').insert({
      id: randomUUID(),
      from_ref: question.fromRef,
      to_ref: question.toRef,
      reason: question.reason,
      since: question.since,
      state: 'open',
    });
  }

  /** Returns false when it was no longer open. */
  async settle(
    trx: Knex.Transaction,
    options: {
      id: string;
      state: 'carried-over' | 'declined';
      by: string;
      at: string;
    },
  ): Promise<boolean> {
    const { id, state, by, at } = options;
    const updated = await trx('carry_overs')
      .where({ id, state: 'open' })
      .update({ state, decided_by: by, decided_at: at });
    return updated === 1;
  }

  /** Ends open questions that answered themselves: about what these entities had, or what should go to them. */
  async withdraw(
    trx: Knex.Transaction,
    options: { column: 'from_ref' | 'to_ref'; refs: string[]; at: string },
  ): Promise<void> {
    for (const chunk of inChunks(options.refs)) {
      await trx('carry_overs')
        .where({ state: 'open' })
        .whereIn(options.column, chunk)
        .update({
          state: 'declined',
          decided_by: 'system',
          decided_at: options.at,
        });
    }
  }
}

function toCarryOver(row: CarryOverRow): CarryOver {
  return {
    id: row.id,
    fromRef: row.from_ref,
    toRef: row.to_ref,
    reason: row.reason as CarryOver['reason'],
    since: row.since,
    state: row.state as CarryOver['state'],
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
  };
}
