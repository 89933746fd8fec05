import type { ExemptionState } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';

/** An exemption as it was decided last. Moments are ISO, UTC. */
export interface StoredExemption {
  id: string;
  entityRef: string;
  /** `all`, or the requirement of gaps. */
  requirement: string;
  reason: string;
  /** An end that comes by itself is not written down; see `exemptionStateAt`. */
  state: ExemptionState;
  /** Never before its approval. */
  startsAt: string;
  /** Exclusive; earlier than asked for where somebody ended it. */
  endsAt: string;
  /** As it was asked for: a day, or a moment. */
  until: string;
  requestedBy: string;
  requestedAt: string;
  decision: { by: string; at: string; note: string } | null;
  /** Who withdrew it, or ended it early. */
  closing: { by: string; at: string; reason: string } | null;
  /** Which renewal it is; 0: the first one. */
  renewal: number;
  renews: string | null;
}

/** Exemptions of entities that are in the catalog; those of others are put away. */
export interface ExemptionStore {
  get(id: string, knex?: Knex): Promise<StoredExemption | undefined>;

  /** All of an entity, newest first. */
  ofEntity(entityRef: string, knex?: Knex): Promise<StoredExemption[]>;

  /** The same for many; one without any is left out. */
  ofEntities(entityRefs: string[]): Promise<Map<string, StoredExemption[]>>;

  insert(trx: Knex.Transaction, exemption: StoredExemption): Promise<void>;

  /** Saves what was decided, if it is still in the state before; false where somebody was faster. */
  save(
    trx: Knex.Transaction,
    exemption: StoredExemption,
    from: ExemptionState,
  ): Promise<boolean>;

  /** The ids among the given ones that another exemption renews, asked for or approved. */
  renewed(ids: string[]): Promise<Set<string>>;

  /** Those that wait for a decision at a moment, oldest first. */
  asked(now: string): Promise<StoredExemption[]>;

  isEmpty(): Promise<boolean>;
}
