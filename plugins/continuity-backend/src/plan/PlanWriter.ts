import { createHash, randomUUID } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import {
  canonicalJson,
  type PlanContents,
  type PlanVersion,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { NewRecordEntry, RecordStore } from '../record/RecordStore';
import type { StatusUpkeep } from '../record/StatusUpkeep';
import { planNotFound } from './planNotFound';
import type { PlanStore, StoredPlan } from './PlanStore';

/** What a change makes of a plan; null: nothing changed after all. */
export interface PlanChange {
  /** Without the new revision. */
  plan: StoredPlan;
  /** What history says of it; null for what nobody decided, such as an autosave. */
  record: Pick<NewRecordEntry, 'action' | 'reason' | 'before' | 'after'> | null;
  /** The entities whose assessment it can alter. */
  dirty: Iterable<string>;
}

/** A plan as it begins, with its first version. */
export interface BegunPlan {
  plan: Pick<StoredPlan, 'kind' | 'ownerRef'>;
  contents: PlanContents;
  by: string;
  source?: PlanVersion['source'];
  /** It waits for a review from the beginning; else it is a draft. */
  isSubmitted?: boolean;
  record: Pick<NewRecordEntry, 'action' | 'reason' | 'after' | 'imported'>;
  /** In the same transaction. */
  also?: (trx: Knex.Transaction, planId: string) => Promise<void>;
}

/** Writes changes of plans: the plan, its history and what has to be assessed again, in one transaction. */
export class PlanWriter {
  readonly #options: {
    database: Knex;
    planStore: PlanStore;
    records: RecordStore;
    engine: StatusUpkeep;
    clock: () => Date;
  };

  static create(options: {
    database: Knex;
    planStore: PlanStore;
    records: RecordStore;
    engine: StatusUpkeep;
    clock: () => Date;
  }) {
    return new PlanWriter(options);
  }

  private constructor(options: {
    database: Knex;
    planStore: PlanStore;
    records: RecordStore;
    engine: StatusUpkeep;
    clock: () => Date;
  }) {
    this.#options = options;
  }

  async change(
    planId: string,
    by: string,
    write: (context: {
      trx: Knex.Transaction;
      plan: StoredPlan;
      at: string;
    }) => Promise<PlanChange | null>,
  ): Promise<void> {
    const { database, planStore, records, engine, clock } = this.#options;
    const at = clock().toISOString();
    await engine.settleDue(at);
    await database.transaction(async trx => {
      const plan = await planStore.lock(trx, planId);
      if (!plan) throw planNotFound();
      const change = await write({ trx, plan, at });
      if (!change) return;
      const changed: StoredPlan = {
        ...change.plan,
        revision: plan.revision + 1,
        updatedAt: at,
        updatedBy: by,
      };
      if (!(await planStore.save(trx, changed))) {
        throw new ConflictError(
          'Somebody else changed this plan at the same moment. Load it again.',
        );
      }
      if (change.record) {
        await records.append(trx, [
          planRecord(planId, { by, at, ...change.record }, changed.revision),
        ]);
      }
      await engine.markDirty(trx, [...new Set(change.dirty)], at);
    });
  }

  now(): string {
    return this.#options.clock().toISOString();
  }

  /** Begins a plan with its first version. */
  async begin(begun: BegunPlan): Promise<string> {
    const { database, engine } = this.#options;
    const at = this.now();
    await engine.settleDue(at);
    return database.transaction(async trx => {
      const id = await this.beginIn(trx, begun, at);
      await engine.markDirty(trx, scopeRefs(begun.contents), at);
      return id;
    });
  }

  /** Begins a plan in the transaction of somebody who says what has to be assessed again. */
  async beginIn(
    trx: Knex.Transaction,
    begun: BegunPlan,
    at: string,
  ): Promise<string> {
    const { planStore, records } = this.#options;
    const { by, contents, source = null } = begun;
    const id = randomUUID();
    const draft = newVersion({ version: 1, contents, by, at, source });
    const version: PlanVersion = begun.isSubmitted
      ? { ...draft, state: 'in-review', submittedAt: at, submittedBy: by }
      : draft;
    await planStore.insert(trx, {
      id,
      ...begun.plan,
      title: contents.title,
      revision: 1,
      lastVersion: 1,
      inForceVersion: null,
      openVersion: 1,
      openState: begun.isSubmitted ? 'in-review' : 'draft',
      form: formOf(contents, source),
      approvedAt: null,
      approvedBy: null,
      reviewedAt: null,
      fallbackDueAt: null,
      contacts: [],
      createdAt: at,
      createdBy: by,
      updatedAt: at,
      updatedBy: by,
      archivedAt: null,
      archivedBy: null,
      archivedReason: null,
    });
    await planStore.insertVersion(trx, id, version);
    await planStore.indexVersion(trx, id, version, 'open');
    await begun.also?.(trx, id);
    await records.append(trx, [
      planRecord(id, { by, at, before: null, ...begun.record }, 1),
    ]);
    return id;
  }
}

/** The history of a plan hangs on this ref. */
export function planRecordRef(planId: string): string {
  return `plan:${planId}`;
}

function planRecord(
  planId: string,
  entry: Pick<
    NewRecordEntry,
    'by' | 'at' | 'action' | 'reason' | 'before' | 'after' | 'imported'
  >,
  revision: number,
): NewRecordEntry {
  const { reason, ...rest } = entry;
  return {
    entityRef: planRecordRef(planId),
    type: 'plan',
    ...rest,
    ...(reason ? { reason } : {}),
    revision,
  };
}

/** SHA-256 of contents as canonical JSON. */
export function hashOf(contents: PlanContents): string {
  return createHash('sha256').update(canonicalJson(contents)).digest('hex');
}

/** The entities in the scope of contents. */
export function scopeRefs(contents: PlanContents): string[] {
  return contents.scope.map(entry => entry.entityRef);
}

/** Users and groups that contents name. */
export function partiesIn(contents: PlanContents): string[] {
  return [
    ...new Set(
      contents.contacts.flatMap(({ party }) =>
        party.kind === 'internal' ? [party.ref] : [],
      ),
    ),
  ];
}

/** How the plan is written. */
export function formOf(
  contents: PlanContents,
  source: PlanVersion['source'],
): StoredPlan['form'] {
  if (source) return 'from-repository';
  return contents.reference ? 'by-reference' : 'written';
}

/** A version as it begins. */
export function newVersion(options: {
  version: number;
  contents: PlanContents;
  by: string;
  at: string;
  source?: PlanVersion['source'];
}): PlanVersion {
  const { version, contents, by, at, source = null } = options;
  return {
    version,
    state: 'draft',
    title: contents.title,
    contents,
    sha256: hashOf(contents),
    createdAt: at,
    createdBy: by,
    editedBy: [by],
    updatedAt: at,
    updatedBy: by,
    submittedAt: null,
    submittedBy: null,
    reviewer: null,
    returnedAt: null,
    returnedBy: null,
    returnReason: null,
    approvedAt: null,
    approvedBy: null,
    approvedFor: null,
    supersededAt: null,
    changeReference: contents.changeReference,
    source,
  };
}
