import type { Assessment } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';

/** A stored assessment: an interval of an entity's life. */
export interface StoredAssessment {
  entityRef: string;
  validFrom: string;
  validTo: string | null;
  assessment: Assessment;
}

/**
 * Keeps the table of assessments true: rooms mark what changed, time brings what falls due.
 *
 * Users and groups have no assessment of their own; their changes reach the entities that they answer for.
 */
export interface AssessmentEngine {
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

  /** Brings every row whose `next_change_at` has come up to `until` (default: now), step by step; cheap when there is none. Reads call it first. */
  settleDue(until?: string): Promise<void>;

  /** Assesses what is dirty: the given refs before the call returns, the rest in bounded batches until the queue is empty or `limit` entities were taken from it (0: only `first`). Returns how many rows were written. */
  drain(options?: { first?: string[]; limit?: number }): Promise<number>;

  /** Marks everything dirty. */
  markAll(at: string): Promise<void>;

  /** Marks what was assessed under another policy, or not at all. For the start of the plugin. */
  adoptPolicy(at: string): Promise<void>;

  /** Ends the current intervals of entities that leave the catalog, in the transaction that archives them. */
  close(trx: Knex.Transaction, entityRefs: string[], at: string): Promise<void>;

  current(entityRefs: string[]): Promise<Map<string, StoredAssessment>>;
}
