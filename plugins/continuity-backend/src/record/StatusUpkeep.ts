import type { Knex } from 'knex';

/**
 * What every room does so that statuses stay true: it says what changed, in the transaction of the change. Who assesses, and how, is not its
 * business.
 */
export interface StatusUpkeep {
  /**
   * To be called once, as the last thing, in the transaction of the change. Parts of a system and whoever else depends on the refs are found by the
   * engine.
   *
   * Before the transaction, call `settleDue(at)` with the same moment: what fell due before the change is to be decided by what
   * was known before it.
   */
  markDirty(
    trx: Knex.Transaction,
    entityRefs: string[],
    at: string,
  ): Promise<void>;

  /**
   * As `markDirty`, for what follows from a change that was marked before: just these are assessed again, and nobody is told of a change. All
   * of them must be entities of the catalog.
   */
  markAffected(
    trx: Knex.Transaction,
    entityRefs: string[],
    at: string,
  ): Promise<void>;

  /** Brings every row whose `next_change_at` has come up to `until` (default: now), step by step; cheap when there is none. Reads call it first. */
  settleDue(until?: string): Promise<void>;

  /** Assesses what is dirty: the given refs before the call returns, the rest in bounded batches until the queue is empty or `limit` entities were taken from it (0: only `first`). Returns how many rows were written. */
  drain(options?: { first?: string[]; limit?: number }): Promise<number>;

  /** Ends the current intervals of entities that leave the catalog, in the transaction that archives them. */
  close(trx: Knex.Transaction, entityRefs: string[], at: string): Promise<void>;
}
