import { createHash } from 'node:crypto';
import type { Knex } from 'knex';

const DAY_MS = 86_400_000;

/** Somebody who is asked about services. */
export interface CoverageAsk {
  ownerRef: string;
  entityRefs: string[];
  askedBy: string;
  message: string;
}

/** Remembers who was asked about what, so that nobody is asked about the same services twice within a day. */
export class CoverageAskStore {
  readonly #database: Knex;

  static create(options: { database: Knex }) {
    return new CoverageAskStore(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
  }

  /** False where they were asked about the same services less than a day ago. Of several who try at once, one may. */
  async claim(ask: CoverageAsk, at: string): Promise<boolean> {
    const dayAgo = new Date(Date.parse(at) - DAY_MS).toISOString();
    const said = {
      asked_at: at,
      asked_by: ask.askedBy,
      message: ask.message,
      entities: ask.entityRefs.length,
    };
    const claimed = await this.#database('coverage_asks')
      .insert({ ...keyOf(ask), ...said })
      .onConflict(['owner_ref', 'list_hash'])
      .merge(said)
      .where('coverage_asks.asked_at', '<=', dayAgo)
      .returning('owner_ref');
    return claimed.length > 0;
  }

  /** It could not be sent, so they may be asked again. */
  async release(ask: CoverageAsk, at: string): Promise<void> {
    await this.#database('coverage_asks')
      .where({ ...keyOf(ask), asked_at: at })
      .delete();
  }
}

function keyOf({ ownerRef, entityRefs }: CoverageAsk) {
  const list = [...entityRefs].sort().join('\n');
  return {
    owner_ref: ownerRef,
    list_hash: createHash('sha256').update(list).digest('hex'),
  };
}
