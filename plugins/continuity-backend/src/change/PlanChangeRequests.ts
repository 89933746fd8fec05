import { randomUUID } from 'node:crypto';
import type { PlanChangeRequestState } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import { whereInList } from '../database/whereInList';
import { planRecordRef } from '../plan/PlanWriter';
import type { NewRecordEntry, RecordStore } from '../record/RecordStore';
import { namesChange } from './namesChange';

/** What changes ask of a plan. Moments are ISO, UTC. */
export interface StoredPlanChangeRequest {
  id: string;
  planId: string;
  state: PlanChangeRequestState;
  openedAt: string;
  dueAt: string;
  doneByVersion: number | null;
  closedAt: string | null;
  closedBy: string | null;
  reason: string | null;
  /** In the order in which they asked. */
  changes: Array<{
    changeId: string;
    reasons: string[];
    settledByVersion: number | null;
  }>;
}

export interface RequestRow {
  id: string;
  plan_id: string;
  state: string;
  opened_at: string;
  due_at: string;
  done_by_version: number | null;
  closed_at: string | null;
  closed_by: string | null;
  reason: string | null;
}

type Act = { by: string; at: string };

/**
 * The duties that approved changes give plans: one open request a plan collects them. Whoever writes here holds the lock of the plan; changes are
 * locked before plans.
 */
export class PlanChangeRequests {
  readonly #database: Knex;
  readonly #records: RecordStore;

  static create(options: { database: Knex; records: RecordStore }) {
    return new PlanChangeRequests(options);
  }

  private constructor(options: { database: Knex; records: RecordStore }) {
    this.#database = options.database;
    this.#records = options.records;
  }

  async get(
    requestId: string,
    knex: Knex = this.#database,
  ): Promise<StoredPlanChangeRequest | undefined> {
    const rows: RequestRow[] = await knex('plan_change_requests').where(
      'id',
      requestId,
    );
    return (await this.withChanges(rows, knex))[0];
  }

  /** Those that changes are part of, oldest first. */
  async ofChange(changeId: string): Promise<StoredPlanChangeRequest[]> {
    const rows: RequestRow[] = await this.#database('plan_change_requests as r')
      .join('plan_change_request_changes as x', 'x.request_id', 'r.id')
      .where('x.change_id', changeId)
      .orderBy(['r.opened_at', 'r.id'])
      .select('r.*');
    return this.withChanges(rows);
  }

  async openOf(
    planIds: string[],
    knex: Knex = this.#database,
  ): Promise<StoredPlanChangeRequest[]> {
    if (planIds.length === 0) return [];
    const rows: RequestRow[] = await whereInList(
      knex('plan_change_requests')
        .where('state', 'open')
        .orderBy('plan_id')
        .select('*'),
      'plan_id',
      planIds,
    );
    return this.withChanges(rows, knex);
  }

  /** How many open requests each change is part of and not settled in. */
  async countOpen(changeIds: string[]): Promise<Map<string, number>> {
    if (changeIds.length === 0) return new Map();
    const rows = await whereInList(
      this.#database('plan_change_request_changes as x')
        .join('plan_change_requests as r', 'r.id', 'x.request_id')
        .where('r.state', 'open')
        .whereNull('x.settled_by_version')
        .groupBy('x.change_id')
        .select('x.change_id')
        .count({ total: '*' }),
      'x.change_id',
      changeIds,
    );
    return new Map(
      rows.map((row: any) => [row.change_id as string, Number(row.total)]),
    );
  }

  /** Adds what a change asks of a plan to the open request, which begins with it where there is none. */
  async collect(
    trx: Knex.Transaction,
    asked: {
      planId: string;
      changeId: string;
      reasons: string[];
      dueAt: string;
    },
    { by, at }: Act,
  ): Promise<void> {
    const { planId, changeId, reasons, dueAt } = asked;
    const [open] = await this.openOf([planId], trx);
    const requestId = open?.id ?? randomUUID();
    if (!open) {
      await trx('plan_change_requests').insert({
        id: requestId,
        plan_id: planId,
        state: 'open',
        opened_at: at,
        due_at: dueAt,
      });
    }
    const known = open?.changes.find(each => each.changeId === changeId);
    const isSame =
      known?.settledByVersion === null &&
      JSON.stringify(known.reasons) === JSON.stringify(reasons);
    if (isSame) return;
    await trx('plan_change_request_changes')
      .insert({
        request_id: requestId,
        change_id: changeId,
        reasons: JSON.stringify(reasons),
        added_at: at,
        settled_by_version: null,
      })
      .onConflict(['request_id', 'change_id'])
      .merge(['reasons', 'settled_by_version']);
    await this.#record(trx, planId, {
      action: 'change-requested',
      by,
      at,
      before: null,
      after: { requestId, changeId, reasons },
    });
  }

  /**
   * Takes a change out of open requests where it no longer asks; what then asks for nothing is closed as withdrawn.
   *
   * @param planIds - those of which it no longer asks
   */
  async takeOut(
    trx: Knex.Transaction,
    { changeId, planIds }: { changeId: string; planIds: string[] },
    { by, at }: Act,
  ): Promise<void> {
    for (const request of await this.openOf(planIds, trx)) {
      if (!request.changes.some(each => each.changeId === changeId)) continue;
      await trx('plan_change_request_changes')
        .where({ request_id: request.id, change_id: changeId })
        .delete();
      const rest = request.changes.filter(each => each.changeId !== changeId);
      await this.#record(trx, request.planId, {
        action: 'change-withdrawn',
        by,
        at,
        before: { requestId: request.id, changeId },
        after: null,
      });
      if (rest.some(each => each.settledByVersion === null)) continue;
      const last = rest.at(-1)?.settledByVersion ?? null;
      await this.#close(trx, request.id, {
        state: last === null ? 'withdrawn' : 'done',
        doneByVersion: last,
        by,
        at,
      });
    }
  }

  /** A version came into force: what it names is settled, and the request is done once everything is. */
  async settle(
    trx: Knex.Transaction,
    approved: { planId: string; version: number; changeReference: string },
    { by, at }: Act,
  ): Promise<void> {
    const { planId, version, changeReference } = approved;
    if (changeReference.trim() === '') return;
    const [open] = await this.openOf([planId], trx);
    if (!open) return;
    const waiting = open.changes.filter(each => each.settledByVersion === null);
    const rows: Array<{
      id: string;
      external_id: string | null;
      url: string | null;
    }> = await whereInList(
      trx('changes').select('id', 'external_id', 'url'),
      'id',
      waiting.map(({ changeId }) => changeId),
    );
    const named = rows
      .filter(({ id, external_id: externalId, url }) =>
        namesChange(changeReference, { id, externalId, url }),
      )
      .map(({ id }) => id);
    if (named.length === 0) return;
    await trx('plan_change_request_changes')
      .where('request_id', open.id)
      .whereIn('change_id', named)
      .update({ settled_by_version: version });
    if (named.length < waiting.length) return;
    await this.#close(trx, open.id, {
      state: 'done',
      doneByVersion: version,
      by,
      at,
    });
    await this.#record(trx, planId, {
      action: 'change-request-done',
      by,
      at,
      before: { requestId: open.id, state: 'open' },
      after: { requestId: open.id, state: 'done', version },
    });
  }

  /** Closes what is open of a plan that needs no version for it after all. */
  async dismiss(
    trx: Knex.Transaction,
    request: { planId: string; state: 'declined' | 'withdrawn' },
    { by, at, reason }: Act & { reason: string },
  ): Promise<void> {
    const { planId, state } = request;
    const [open] = await this.openOf([planId], trx);
    if (!open) return;
    await this.#close(trx, open.id, {
      state,
      doneByVersion: null,
      by,
      at,
      reason,
    });
    await this.#record(trx, planId, {
      action: `change-request-${state}`,
      by,
      at,
      reason,
      before: { requestId: open.id, state: 'open' },
      after: { requestId: open.id, state },
    });
  }

  /** Makes whoever else wants to write about a plan wait until the transaction ends. */
  async lockPlans(trx: Knex.Transaction, planIds: string[]): Promise<string[]> {
    const query = trx('plans')
      .whereIn('id', planIds)
      .whereNull('archived_at')
      .orderBy('id')
      .select('id');
    const rows: Array<{ id: string }> = await (isPostgres(trx)
      ? query.forUpdate()
      : query);
    return rows.map(({ id }) => id);
  }

  /** Requests of rows, in their order. */
  async withChanges(
    rows: RequestRow[],
    knex: Knex = this.#database,
  ): Promise<StoredPlanChangeRequest[]> {
    if (rows.length === 0) return [];
    const asking: Array<{
      request_id: string;
      change_id: string;
      reasons: string;
      settled_by_version: number | null;
    }> = await whereInList(
      knex('plan_change_request_changes')
        .orderBy(['added_at', 'change_id'])
        .select('request_id', 'change_id', 'reasons', 'settled_by_version'),
      'request_id',
      rows.map(({ id }) => id),
    );
    return rows.map(row => ({
      id: row.id,
      planId: row.plan_id,
      state: row.state as PlanChangeRequestState,
      openedAt: row.opened_at,
      dueAt: row.due_at,
      doneByVersion: row.done_by_version,
      closedAt: row.closed_at,
      closedBy: row.closed_by,
      reason: row.reason,
      changes: asking
        .filter(({ request_id }) => request_id === row.id)
        .map(each => ({
          changeId: each.change_id,
          reasons: JSON.parse(each.reasons),
          settledByVersion: each.settled_by_version,
        })),
    }));
  }

  async #close(
    trx: Knex.Transaction,
    requestId: string,
    how: Act & {
      state: PlanChangeRequestState;
      doneByVersion: number | null;
      reason?: string;
    },
  ): Promise<void> {
    await trx('plan_change_requests')
      .where('id', requestId)
      .update({
        state: how.state,
        done_by_version: how.doneByVersion,
        closed_at: how.at,
        closed_by: how.by,
        reason: how.reason ?? null,
      });
  }

  async #record(
    trx: Knex.Transaction,
    planId: string,
    entry: Omit<NewRecordEntry, 'entityRef' | 'type'>,
  ): Promise<void> {
    await this.#records.append(trx, [
      { entityRef: planRecordRef(planId), type: 'plan', ...entry },
    ]);
  }
}
