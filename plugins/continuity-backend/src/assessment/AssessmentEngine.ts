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
 */
export interface AssessmentEngine {
  /** To be called in the transaction of the change. Parts of a system and whoever else depends on the refs are found by the engine. */
  markDirty(
    trx: Knex.Transaction,
    entityRefs: string[],
    at: string,
  ): Promise<void>;

  /** Brings every row whose `next_change_at` has come up to now, step by step; cheap when there is none. Reads call it first. */
  settleDue(): Promise<void>;

  /** Assesses what is dirty: the given refs before the call returns, the rest in bounded batches until the queue is empty or `limit` is reached. Returns how many rows were written. */
  drain(options?: { first?: string[]; limit?: number }): Promise<number>;

  /** Marks everything dirty (a new policy came into force). */
  markAll(at: string): Promise<void>;

  current(entityRefs: string[]): Promise<Map<string, StoredAssessment>>;
}
