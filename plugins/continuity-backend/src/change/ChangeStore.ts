import type {
  ChangeAssessment,
  ChangeState,
  ChangeType,
  ChangeVerdict,
  ImpactEffect,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { KeptSubject } from './ChangeSubject';

/** A recorded change without its assessments. Moments are ISO, UTC. */
export interface StoredChange {
  id: string;
  revision: number;
  /** `portal`, `ci`, or the name of a webhook's source. */
  source: string;
  externalId: string | null;
  url: string | null;
  title: string;
  type: ChangeType;
  treatedAs: ChangeType;
  model: string | null;
  major: boolean;
  state: ChangeState;
  plannedStart: string | null;
  plannedEnd: string | null;
  requestedBy: string;
  createdAt: string;
  updatedAt: string;
  updatedBy: string;
  approvedAt: string | null;
  approvedBy: string | null;
  implementedAt: string | null;
  implementedBy: string | null;
  reviewDueAt: string | null;
  reviewDoneAt: string | null;
  reviewDoneBy: string | null;
  reviewOutcome: string | null;
  lastAssessment: number;
  /** Of the last assessment, nothing hidden, as what follows. */
  verdict: ChangeVerdict;
  headline: string;
  caused: number;
  alreadyThere: number;
  totalImpacted: number;
}

/** An assessment as it is kept: nothing in it is hidden. */
export interface StoredChangeAssessment {
  changeId: string;
  number: number;
  by: string;
  assessment: ChangeAssessment;
}

/** What a change does to an entity. */
export interface HitEntity {
  changeId: string;
  entityRef: string;
  effect: ImpactEffect;
  /** Sentences of what it causes here. */
  asked: string[];
}

/** A plan that covers what a change hits. */
export interface HitPlan {
  planId: string;
  /** Why it asks for a review; null: it does not. */
  reasons: string[] | null;
}

/** Changes and what was found about them. */
export interface ChangeStore {
  get(changeId: string, knex?: Knex): Promise<StoredChange | undefined>;

  getMany(changeIds: string[], knex?: Knex): Promise<Map<string, StoredChange>>;

  /** By the id of the tool that it comes from. */
  findExternal(
    of: { source: string; externalId: string },
    knex?: Knex,
  ): Promise<StoredChange | undefined>;

  /** Makes whoever else wants to change it wait until the transaction ends. */
  lock(
    trx: Knex.Transaction,
    changeId: string,
  ): Promise<StoredChange | undefined>;

  /** False where the same id of the same source was recorded at the same moment. */
  insert(trx: Knex.Transaction, change: StoredChange): Promise<boolean>;

  /** Saves the change if its revision is still the one before; false where somebody was faster. */
  save(trx: Knex.Transaction, change: StoredChange): Promise<boolean>;

  addAssessment(
    trx: Knex.Transaction,
    assessment: StoredChangeAssessment,
  ): Promise<void>;

  /** Keeps what a change was last assessed with, or forgets it (`null`). */
  keepSubject(
    trx: Knex.Transaction,
    changeId: string,
    kept: KeptSubject | null,
  ): Promise<void>;

  /** Undefined where it was assessed before that was kept. */
  subject(changeId: string): Promise<KeptSubject | undefined>;

  assessment(
    changeId: string,
    number: number,
    knex?: Knex,
  ): Promise<StoredChangeAssessment | undefined>;

  /** The last one of each. */
  latestAssessments(
    changes: StoredChange[],
    knex?: Knex,
  ): Promise<Map<string, ChangeAssessment>>;

  /** Newest first, without what they found. */
  assessmentsOf(changeId: string): Promise<
    Array<{
      number: number;
      at: string;
      by: string;
      verdict: ChangeVerdict;
      caused: number;
    }>
  >;

  /** Says anew which entities and plans a change hits. */
  index(
    trx: Knex.Transaction,
    change: StoredChange,
    hits: { entities: Array<Omit<HitEntity, 'changeId'>>; plans: HitPlan[] },
  ): Promise<void>;

  entitiesOf(changeIds: string[], knex?: Knex): Promise<HitEntity[]>;

  plansOf(changeId: string, knex?: Knex): Promise<HitPlan[]>;

  /** What hit an entity and was not withdrawn, newest first. */
  recentOf(
    entityRef: string,
    limit: number,
  ): Promise<Array<{ change: StoredChange; hit: HitEntity }>>;
}
