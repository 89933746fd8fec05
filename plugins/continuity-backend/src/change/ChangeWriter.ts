import { randomUUID } from 'node:crypto';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type { ChangeAssessment } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { NewRecordEntry, RecordStore } from '../record/RecordStore';
import type { StatusUpkeep } from '../record/StatusUpkeep';
import type { ChangeStore, HitPlan, StoredChange } from './ChangeStore';
import { keptSubjectOf, type ChangeSubject } from './ChangeSubject';
import { PlanChangeRequests } from './PlanChangeRequests';

/** What somebody does to a change. */
export interface ChangeStep {
  /** Without the new revision. */
  change: StoredChange;
  record: Pick<NewRecordEntry, 'action' | 'reason' | 'before' | 'after'>;
  /** A new assessment that goes with it. */
  assessment?: NewAssessment;
}

/** An assessment with what it was asked about and what it asks. */
export interface NewAssessment {
  assessment: ChangeAssessment;
  asked: Asked;
  subject: ChangeSubject;
}

/** What an assessment asks of whom, as it is indexed. */
export interface Asked {
  entities: Parameters<ChangeStore['index']>[2]['entities'];
  plans: HitPlan[];
}

interface Options {
  database: Knex;
  changeStore: ChangeStore;
  planChangeRequests: PlanChangeRequests;
  records: RecordStore;
  engine: StatusUpkeep;
  /** Until when a plan is to be changed that a change of now asks for. */
  requestDueAt: (at: string) => string;
  clock: () => Date;
}

/**
 * Writes changes: the change, its assessment, its history, what it asks of plans, and what has to be assessed again, in one transaction. Locks are
 * taken in one order: change, plans, and last what marks entities.
 */
export class ChangeWriter {
  readonly #options: Options;

  static create(options: Options) {
    return new ChangeWriter(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  now(): string {
    return this.#options.clock().toISOString();
  }

  /**
   * Begins a change with its first assessment.
   *
   * @returns its id; undefined where somebody recorded the same at the same moment
   */
  async begin(
    draft: Omit<
      StoredChange,
      'id' | 'revision' | 'createdAt' | 'updatedAt' | 'lastAssessment'
    >,
    first: NewAssessment,
    also?: (trx: Knex.Transaction, change: StoredChange) => Promise<void>,
  ): Promise<string | undefined> {
    const { database, changeStore, engine } = this.#options;
    const at = this.now();
    const change: StoredChange = {
      ...draft,
      id: randomUUID(),
      revision: 1,
      createdAt: at,
      updatedAt: at,
      lastAssessment: 1,
    };
    await engine.settleDue(at);
    return database.transaction(async trx => {
      if (!(await changeStore.insert(trx, change))) return undefined;
      await this.#assess(trx, change, first);
      await this.#record(trx, change, {
        action: 'recorded',
        before: null,
        after: saidOf(change),
      });
      await this.#ask(trx, change);
      await also?.(trx, change);
      await engine.markDirty(trx, await this.#dirty(trx, change, change), at);
      return change.id;
    });
  }

  async change(
    changeId: string,
    by: string,
    write: (context: {
      trx: Knex.Transaction;
      change: StoredChange;
      at: string;
    }) => Promise<ChangeStep | null> | ChangeStep | null,
    also?: (trx: Knex.Transaction, change: StoredChange) => Promise<void>,
  ): Promise<void> {
    const { database, changeStore, engine } = this.#options;
    const at = this.now();
    await engine.settleDue(at);
    await database.transaction(async trx => {
      const before = await changeStore.lock(trx, changeId);
      if (!before) throw changeNotFound();
      const step = await write({ trx, change: before, at });
      if (!step) return;
      const hitBefore = await this.#dirty(trx, before, step.change);
      const changed: StoredChange = {
        ...step.change,
        revision: before.revision + 1,
        updatedAt: at,
        updatedBy: by,
      };
      if (!(await changeStore.save(trx, changed))) {
        throw new ConflictError(
          'Somebody else changed this at the same moment. Load it again.',
        );
      }
      if (step.assessment) await this.#assess(trx, changed, step.assessment);
      if (changed.state === 'implemented' || changed.state === 'withdrawn') {
        // nobody can ask that again
        await changeStore.keepSubject(trx, changeId, null);
      }
      await this.#record(trx, changed, step.record);
      await this.#ask(trx, changed);
      await also?.(trx, changed);
      const hit = await this.#dirty(trx, before, changed);
      await engine.markDirty(trx, [...new Set([...hitBefore, ...hit])], at);
    });
  }

  /** Writes beside a change that stays as it is. */
  async note(
    changeId: string,
    write: (trx: Knex.Transaction, change: StoredChange) => Promise<void>,
  ): Promise<void> {
    const { database, changeStore } = this.#options;
    await database.transaction(async trx => {
      const change = await changeStore.lock(trx, changeId);
      if (!change) throw changeNotFound();
      await write(trx, change);
    });
  }

  async #assess(
    trx: Knex.Transaction,
    change: StoredChange,
    { assessment, asked, subject }: NewAssessment,
  ): Promise<void> {
    const { changeStore } = this.#options;
    await changeStore.addAssessment(trx, {
      changeId: change.id,
      number: change.lastAssessment,
      by: change.updatedBy,
      assessment,
    });
    await changeStore.keepSubject(trx, change.id, keptSubjectOf(subject));
    await changeStore.index(trx, change, asked);
  }

  /** Brings what is asked of plans in step with the state of the change. */
  async #ask(trx: Knex.Transaction, change: StoredChange): Promise<void> {
    const { changeStore, planChangeRequests, requestDueAt } = this.#options;
    if (change.state === 'planned') return;
    const act = { by: change.updatedBy, at: change.updatedAt };
    const asks =
      change.state === 'withdrawn'
        ? []
        : (await changeStore.plansOf(change.id, trx)).filter(
            ({ reasons }) => reasons !== null,
          );
    const had: string[] = await trx('plan_change_requests as r')
      .join('plan_change_request_changes as x', 'x.request_id', 'r.id')
      .where('x.change_id', change.id)
      .distinct('r.plan_id')
      .pluck('r.plan_id');
    const wanted = new Set(asks.map(({ planId }) => planId));
    const living = new Set(
      await planChangeRequests.lockPlans(trx, [
        ...new Set([...wanted, ...had]),
      ]),
    );
    await planChangeRequests.takeOut(
      trx,
      {
        changeId: change.id,
        planIds: had.filter(planId => !wanted.has(planId)),
      },
      act,
    );
    const asked = new Set(had);
    for (const { planId, reasons } of asks) {
      // what was settled or declined is not asked for again by the same change
      if (!living.has(planId) || asked.has(planId)) continue;
      await planChangeRequests.collect(
        trx,
        {
          planId,
          changeId: change.id,
          reasons: reasons!,
          dueAt: requestDueAt(act.at),
        },
        act,
      );
    }
  }

  /** The entities whose assessment a step can alter. */
  async #dirty(
    trx: Knex.Transaction,
    before: StoredChange,
    after: StoredChange,
  ): Promise<string[]> {
    const { changeStore } = this.#options;
    const isImplemented = after.state === 'implemented';
    const isWatched = [before, after].some(
      ({ type, major }) => type === 'emergency' || major,
    );
    const touched = isWatched
      ? (await changeStore.entitiesOf([after.id], trx))
          .filter(({ effect }) => effect === 'touched')
          .map(({ entityRef }) => entityRef)
      : [];
    if (!isImplemented) return touched;
    const scoped: string[] = await trx('plan_change_request_changes as x')
      .join('plan_change_requests as r', 'r.id', 'x.request_id')
      .join('plan_scope as s', 's.plan_id', 'r.plan_id')
      .where('x.change_id', after.id)
      .where('s.standing', 'in-force')
      .where('s.in_scope', true)
      .distinct('s.entity_ref')
      .pluck('s.entity_ref');
    return [...touched, ...scoped];
  }

  async #record(
    trx: Knex.Transaction,
    change: StoredChange,
    { reason, ...entry }: ChangeStep['record'],
  ): Promise<void> {
    await this.#options.records.append(trx, [
      {
        entityRef: changeRecordRef(change.id),
        type: 'change',
        by: change.updatedBy,
        at: change.updatedAt,
        revision: change.revision,
        ...entry,
        ...(reason ? { reason } : {}),
      },
    ]);
  }
}

/** The history of a change hangs on this ref. */
export function changeRecordRef(changeId: string): string {
  return `change:${changeId}`;
}

/** The same for one that is hidden from the caller. */
export function changeNotFound(): NotFoundError {
  return new NotFoundError('There is no such change that you may see.');
}

/** What of a change somebody says, for history. */
export function saidOf(change: StoredChange) {
  const { externalId, source, url, title, type, model, major } = change;
  const { state, plannedStart, plannedEnd, verdict } = change;
  return {
    externalId,
    source,
    url,
    title,
    type,
    model,
    major,
    state,
    plannedStart,
    plannedEnd,
    verdict,
  };
}
