import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  assess,
  type Assessment,
  type AssessmentFacts,
  type ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { DatabaseMirrorStore } from '../catalog/DatabaseMirrorStore';
import { PeopleDirectory } from '../catalog/PeopleDirectory';
import { lockForAssessment, lockForChange } from '../database/changeLock';
import { BATCH_SIZE, inChunks } from '../database/inChunks';
import { isPostgres } from '../database/isPostgres';
import { refreshStatistics } from '../database/refreshStatistics';
import { policyVersionOf } from '../policy/PolicyVersionStore';
import type { ProfileStore } from '../profile/ProfileStore';
import { AssessmentBatch, type Candidate } from './AssessmentBatch';
import type { AssessmentEngine, StoredAssessment } from './AssessmentEngine';
import {
  type AssessmentRow,
  toAssessment,
  toAssessmentContent,
} from './assessmentRow';
import { DirtyQueue, type DirtyRef } from './DirtyQueue';
import { factsFingerprint, rulesRelease } from './factsFingerprint';
import { findDependents } from './findDependents';
import { type IntervalPlan, planIntervals } from './planIntervals';
import { stillHolds } from './stillHolds';
import { writeAssessments } from './writeAssessments';

/** After so many rows the database counts them again by itself only minutes later, and until then reads tables where an index would do. */
const MANY_WRITTEN = 5_000;

/** What an entity's assessment became; null: it left the catalog. */
export interface AssessmentChange {
  entityRef: string;
  assessment: Assessment | null;
}

/** @internal */
export interface DatabaseAssessmentEngineOptions {
  database: Knex;
  mirror: DatabaseMirrorStore;
  profiles: ProfileStore;
  policy: ContinuityPolicy;
  logger: LoggerService;
  clock: () => Date;
  /** Told in the same transaction about each entity for which something that is shown changed. */
  onChanged?: (
    trx: Knex.Transaction,
    changes: AssessmentChange[],
  ) => Promise<void>;
  /** Told in the same transaction which entities were changed, after the lock for changes was taken. */
  onMarked?: (
    trx: Knex.Transaction,
    entityRefs: string[],
    at: string,
  ) => Promise<void>;
}

interface BatchResult {
  claimed: number;
  written: number;
  failed: string[];
}

/** The table of assessments and the queue that feeds it. Any number of replicas may work on them at the same time. */
export class DatabaseAssessmentEngine implements AssessmentEngine {
  readonly #options: DatabaseAssessmentEngineOptions;
  readonly #database: Knex;
  readonly #queue: DirtyQueue;
  readonly #people: PeopleDirectory;
  readonly #batch: AssessmentBatch;
  readonly #policyVersion: string;
  /** Batches under way at a time: while one waits for PostgreSQL, another is worked out here. SQLite has one connection. */
  readonly #abreast: number;

  static create(
    options: DatabaseAssessmentEngineOptions,
  ): DatabaseAssessmentEngine {
    return new DatabaseAssessmentEngine(options);
  }

  private constructor(options: DatabaseAssessmentEngineOptions) {
    const { database, mirror, profiles, policy } = options;
    this.#options = options;
    this.#database = database;
    this.#queue = DirtyQueue.create({ database });
    this.#people = PeopleDirectory.create({ database });
    this.#batch = AssessmentBatch.create({
      mirror,
      profiles,
      people: this.#people,
      policy,
    });
    this.#policyVersion = policyVersionOf(policy);
    this.#abreast = isPostgres(database) ? 2 : 1;
  }

  async markDirty(
    trx: Knex.Transaction,
    entityRefs: string[],
    at: string,
  ): Promise<void> {
    if (entityRefs.length === 0) {
      return;
    }
    await lockForChange(trx);
    const dependents = await findDependents(trx, {
      entityRefs,
      people: this.#people,
    });
    await this.#queue.mark(trx, dependents, at);
    await this.#options.onMarked?.(trx, entityRefs, at);
  }

  async markAffected(
    trx: Knex.Transaction,
    entityRefs: string[],
    at: string,
  ): Promise<void> {
    if (entityRefs.length === 0) return;
    await lockForChange(trx);
    await this.#queue.mark(trx, entityRefs, at);
  }

  async markAll(at: string): Promise<void> {
    await this.settleDue(at);
    await this.#markSelected(assessedEntities(this.#database), at, trx =>
      trx('assessments').whereNull('valid_to').update({ facts_hash: null }),
    );
  }

  async adoptPolicy(at: string): Promise<void> {
    await this.#markSelected(
      assessedEntities(this.#database)
        .leftJoin('assessments as a', join =>
          join.on('a.entity_ref', 'm.entity_ref').andOnNull('a.valid_to'),
        )
        .where(missing =>
          missing
            .whereNull('a.id')
            .orWhereNot('a.policy_version', this.#policyVersion)
            .orWhereNull('a.facts_hash')
            .orWhere('a.facts_hash', 'not like', `${rulesRelease()}:%`),
        ),
      at,
    );
  }

  async close(
    trx: Knex.Transaction,
    entityRefs: string[],
    at: string,
  ): Promise<void> {
    await lockForChange(trx);
    for (const chunk of inChunks(entityRefs)) {
      const current = trx('assessments')
        .whereIn('entity_ref', chunk)
        .whereNull('valid_to');
      // what began at this very moment has no length
      await current.clone().where('valid_from', '>=', at).delete();
      await current.clone().update({ valid_to: at, next_change_at: null });
      await trx('assessment_parties').whereIn('entity_ref', chunk).delete();
    }
    await this.#queue.forget(trx, entityRefs);
    await this.#options.onChanged?.(
      trx,
      entityRefs.map(entityRef => ({ entityRef, assessment: null })),
    );
  }

  async settleDue(until: string = this.#now()): Promise<void> {
    if (!(await this.#rules())) {
      return;
    }
    const failed = new Set<string>();
    for (;;) {
      const due: Array<{ entity_ref: string; next_change_at: string }> =
        await this.#database('assessments')
          .whereNull('valid_to')
          .where('next_change_at', '<=', until)
          .whereNotIn('entity_ref', [...failed])
          .limit(BATCH_SIZE)
          .select('entity_ref', 'next_change_at');
      if (due.length === 0) {
        return;
      }
      // first marked, then claimed, in transactions of their own: each takes its rows in one order, so that nobody waits in a circle
      await this.#database.transaction(async trx => {
        await lockForAssessment(trx);
        await this.#queue.markDue(
          trx,
          due.map(row => ({
            entityRef: row.entity_ref,
            at: row.next_change_at,
          })),
        );
      });
      const refs = due.map(row => row.entity_ref);
      const result = await this.#assessBatch(
        trx => this.#queue.claimThese(trx, refs),
        until,
      );
      result.failed.forEach(ref => failed.add(ref));
      await yieldToOthers();
    }
  }

  async drain(options?: { first?: string[]; limit?: number }): Promise<number> {
    if (!(await this.#rules())) {
      return 0;
    }
    const failed = new Set<string>();
    let written = 0;
    for (const refs of inChunks((options?.first ?? []).slice().sort())) {
      if (!(await this.#queue.waits(refs))) continue;
      const result = await this.#assessBatch(trx =>
        this.#queue.claimThese(trx, refs),
      );
      written += result.written;
      result.failed.forEach(ref => failed.add(ref));
    }
    let left = options?.limit ?? Infinity;
    const work = async () => {
      while (left > 0) {
        const limit = Math.min(left, BATCH_SIZE);
        left -= limit;
        const result = await this.#assessBatch(trx =>
          this.#queue.claim(trx, { limit, except: failed }),
        );
        left += limit - result.claimed;
        if (result.claimed === 0) break;
        written += result.written;
        result.failed.forEach(ref => failed.add(ref));
        await yieldToOthers();
      }
    };
    await Promise.all(Array.from({ length: this.#abreast }, work));
    if (written >= MANY_WRITTEN) await refreshStatistics(this.#database);
    return written;
  }

  async current(entityRefs: string[]): Promise<Map<string, StoredAssessment>> {
    const found = new Map<string, StoredAssessment>();
    for (const chunk of inChunks(entityRefs)) {
      const rows: AssessmentRow[] = await this.#database('assessments')
        .whereIn('entity_ref', chunk)
        .whereNull('valid_to')
        .select(
          'entity_ref',
          'valid_from',
          'valid_to',
          'detail',
          'memory',
          'next_change_at',
        );
      for (const row of rows) {
        found.set(row.entity_ref, {
          entityRef: row.entity_ref,
          validFrom: row.valid_from,
          validTo: row.valid_to,
          assessment: toAssessment(row),
        });
      }
    }
    return found;
  }

  async factsOf(
    trx: Knex.Transaction,
    entityRefs: string[],
  ): Promise<Map<string, AssessmentFacts>> {
    const found = new Map<string, AssessmentFacts>();
    const at = this.#now();
    for (const chunk of inChunks(entityRefs)) {
      const changes = new Map(chunk.map(ref => [ref, at]));
      const candidates = await this.#batch.load(trx, changes);
      for (const [ref, { facts }] of candidates) found.set(ref, facts);
    }
    return found;
  }

  /** How many entities wait for an assessment. */
  async backlog(): Promise<number> {
    return this.#queue.size();
  }

  async #assessBatch(
    claim: (trx: Knex.Transaction) => Promise<DirtyRef[]>,
    until?: string,
  ): Promise<BatchResult> {
    return this.#database.transaction(async trx => {
      await lockForAssessment(trx);
      const claimed = await claim(trx);
      if (claimed.length === 0) {
        return { claimed: 0, written: 0, failed: [] };
      }
      const now = until ?? this.#now();
      const changes = new Map(
        claimed.map(row => [row.entity_ref, row.changed_at]),
      );
      const candidates = await this.#batch.load(trx, changes);
      const failed: string[] = [];
      const planned: Array<{ candidate: Candidate; plan: IntervalPlan }> = [];
      for (const [ref, candidate] of candidates) {
        try {
          const plan = this.#plan(candidate, changes.get(ref)!, now);
          if (plan) planned.push({ candidate, plan });
        } catch (error) {
          // its last known status stays, and it stays in the queue
          this.#options.logger.error(
            `${ref} could not be assessed; its last known status stays`,
            error as Error,
          );
          failed.push(ref);
        }
      }
      const written = await writeAssessments(trx, planned);
      await this.#queue.remove(
        trx,
        claimed.filter(row => !failed.includes(row.entity_ref)),
      );
      await this.#tell(trx, planned);
      return { claimed: claimed.length, written, failed };
    });
  }

  /** While replicas are replaced one after the other, those with the old policy leave the work to those whose policy is in force. */
  async #rules(): Promise<boolean> {
    const inForce = await this.#database('policy_versions')
      .where({ in_force: 1 })
      .first('version');
    return !inForce || inForce.version === this.#policyVersion;
  }

  /** Null where what is stored is what assessing would give. */
  #plan(
    candidate: Candidate,
    from: string,
    until: string,
  ): IntervalPlan | null {
    const { entity, facts, current, prior, remembered } = candidate;
    const { policy } = this.#options;
    const policyVersion = this.#policyVersion;
    const factsHash = factsFingerprint(candidate);
    if (stillHolds(candidate, { factsHash, policyVersion, from, until })) {
      return null;
    }
    return planIntervals({
      current,
      prior,
      remembered,
      from,
      until,
      policyVersion,
      factsHash,
      peopleKnown: facts.people.known,
      assessAt: (memory, now) => assess(facts, memory, policy, now),
      contentOf: assessment => toAssessmentContent(entity, assessment, policy),
    });
  }

  async #tell(
    trx: Knex.Transaction,
    planned: Array<{ candidate: Candidate; plan: IntervalPlan }>,
  ): Promise<void> {
    const { onChanged } = this.#options;
    const changes = planned
      .filter(({ plan }) => plan.shown !== null)
      .map(({ candidate, plan }) => ({
        entityRef: candidate.entity.facts.entityRef,
        assessment: plan.latest,
      }));
    if (onChanged && changes.length > 0) {
      await onChanged(trx, changes);
    }
  }

  async #markSelected(
    entities: Knex.QueryBuilder,
    at: string,
    before?: (trx: Knex.Transaction) => PromiseLike<unknown>,
  ): Promise<void> {
    await this.#database.transaction(async trx => {
      await lockForChange(trx);
      await before?.(trx);
      await this.#queue.markSelected(trx, { entities, at });
    });
  }

  #now(): string {
    return this.#options.clock().toISOString();
  }
}

function assessedEntities(database: Knex): Knex.QueryBuilder {
  return database('mirror_entities as m')
    .whereNull('m.archived_at')
    .whereNotIn('m.kind', ['user', 'group'])
    .select('m.entity_ref');
}
