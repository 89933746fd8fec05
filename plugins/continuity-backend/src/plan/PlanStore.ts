import type {
  PlanKind,
  PlanSummary,
  PlanVersion,
  PlanVersionSummary,
  StaleReason,
  WatchedFacts,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';

/** A plan without its versions. */
export interface StoredPlan {
  id: string;
  kind: PlanKind;
  ownerRef: string;
  /** Of the version that is shown. */
  title: string;
  revision: number;
  lastVersion: number;
  inForceVersion: number | null;
  openVersion: number | null;
  openState: 'draft' | 'in-review' | null;
  form: PlanSummary['form'];
  approvedAt: string | null;
  approvedBy: string | null;
  reviewedAt: string | null;
  fallbackDueAt: string | null;
  /** Users and groups that the version in force names. */
  contacts: string[];
  createdAt: string;
  createdBy: string;
  updatedAt: string;
  updatedBy: string;
  archivedAt: string | null;
  archivedBy: string | null;
  archivedReason: string | null;
}

/** How a plan in force stands for an entity, as its assessment found it. */
export interface StoredStanding {
  planId: string;
  entityRef: string;
  version: number;
  covers: boolean;
  role: 'only' | 'primary' | 'other' | 'undecided';
  reviewDueAt: string | null;
  reasons: StaleReason[];
  since: string;
}

/** What was remembered of an entity for a plan. */
export interface StoredWatch {
  planId: string;
  entityRef: string;
  version: number;
  facts: WatchedFacts | null;
  isPrimary: boolean;
}

/** "Still valid because …". */
export interface StoredConfirmation {
  planId: string;
  version: number;
  act: string;
  entityRef: string | null;
  reason: StaleReason | null;
  because: string;
  by: string;
  forWhom: string | null;
  at: string;
}

/** Plans, their versions, and what belongs to them. */
export interface PlanStore {
  get(planId: string, knex?: Knex): Promise<StoredPlan | undefined>;

  getMany(planIds: string[], knex?: Knex): Promise<Map<string, StoredPlan>>;

  /** Makes whoever else wants to change the plan wait until the transaction ends. */
  lock(trx: Knex.Transaction, planId: string): Promise<StoredPlan | undefined>;

  insert(trx: Knex.Transaction, plan: StoredPlan): Promise<void>;

  /** Saves the plan if its revision is still the one before; false where somebody was faster. */
  save(trx: Knex.Transaction, plan: StoredPlan): Promise<boolean>;

  version(
    planId: string,
    version: number,
    knex?: Knex,
  ): Promise<PlanVersion | undefined>;

  /** Newest first. */
  versions(planId: string): Promise<PlanVersionSummary[]>;

  insertVersion(
    trx: Knex.Transaction,
    planId: string,
    version: PlanVersion,
  ): Promise<void>;

  /** Changes a version; what it says only while it is a draft. */
  saveVersion(
    trx: Knex.Transaction,
    planId: string,
    version: PlanVersion,
  ): Promise<void>;

  /** Throws a draft away; false for anything else. */
  deleteDraft(
    trx: Knex.Transaction,
    planId: string,
    version: number,
  ): Promise<boolean>;

  /** Says which entities a version names. */
  indexVersion(
    trx: Knex.Transaction,
    planId: string,
    version: PlanVersion,
    standing: 'in-force' | 'open' | 'past',
  ): Promise<void>;

  /** Says whom the version in force names. */
  namePeople(
    trx: Knex.Transaction,
    planId: string,
    refs: string[],
  ): Promise<void>;

  /** The entities that a version has in its scope, with those whose parts it has, too. */
  scopeOf(
    planIds: string[],
    options?: { knex?: Knex },
  ): Promise<
    Array<{
      planId: string;
      version: number;
      entityRef: string;
      withParts: boolean;
      standing: string;
    }>
  >;

  watchesOf(planId: string, knex?: Knex): Promise<Map<string, StoredWatch>>;

  saveWatches(trx: Knex.Transaction, watches: StoredWatch[]): Promise<void>;

  /** Forgets what was remembered for a plan, but for what is primary. */
  clearWatches(trx: Knex.Transaction, planId: string): Promise<void>;

  standingsOf(planIds: string[], knex?: Knex): Promise<StoredStanding[]>;

  saveStandings(
    trx: Knex.Transaction,
    standings: StoredStanding[],
  ): Promise<void>;

  confirmationsOf(
    planId: string,
    version: number,
    knex?: Knex,
  ): Promise<StoredConfirmation[]>;

  addConfirmations(
    trx: Knex.Transaction,
    confirmations: StoredConfirmation[],
  ): Promise<void>;

  isEmpty(): Promise<boolean>;
}
