import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type {
  ContinuityPolicy,
  DataAge,
  DryRunChange,
  DryRunItem,
  DryRunSummary,
  PolicyDryRun,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { Visibility } from '../../catalog/Visibility';
import { inChunks } from '../../database/inChunks';
import { JobQueue } from '../../database/JobQueue';
import { insertRows } from '../../database/rowsAsTable';
import { visibleCondition } from '../visibleCondition';

/** What a dry run found, apart from the list. */
export interface DryRunOutcome {
  policyVersion: string;
  dataAge: DataAge;
  summary: DryRunSummary;
}

/** What a dry run found of one entity; the uid says who may see it. */
export interface FoundChange {
  uid: string | null;
  item: DryRunItem;
}

interface ChangeRow {
  run_id: string;
  position: number;
  entity_ref: string;
  uid: string | null;
  change: string;
  detail: string;
}

/** Keeps dry runs of policies and what they found, one for each person. */
export class PolicyDryRunStore {
  readonly #database: Knex;
  readonly #queue: JobQueue;

  static create(options: { database: Knex }): PolicyDryRunStore {
    return new PolicyDryRunStore(options.database);
  }

  private constructor(database: Knex) {
    this.#database = database;
    this.#queue = JobQueue.create({ database, table: 'policy_dry_runs' });
  }

  /** Asks for one in the place of the one before it. */
  async replace(run: {
    id: string;
    requestedBy: string;
    requestedAt: string;
    expiresAt: string;
    policy: ContinuityPolicy;
    total: number;
  }): Promise<void> {
    await this.#database.transaction(async trx => {
      await this.#delete(trx, rows =>
        rows.where({ requested_by: run.requestedBy }),
      );
      await trx('policy_dry_runs')
        .insert({
          id: run.id,
          requested_by: run.requestedBy,
          requested_at: run.requestedAt,
          expires_at: run.expiresAt,
          state: 'queued',
          policy: JSON.stringify(run.policy),
          progress: 0,
          total: run.total,
          attempts: 0,
        })
        // of two that are asked for at once the later one counts
        .onConflict('requested_by')
        .merge();
    });
  }

  async of(
    requestedBy: string,
    options: { now: string },
  ): Promise<PolicyDryRun | undefined> {
    const row = await this.#database('policy_dry_runs')
      .where({ requested_by: requestedBy })
      .where('expires_at', '>', options.now)
      .first();
    return row && toRun(row);
  }

  /** What was found, worst first, as far as somebody may see it. */
  async changes(
    runId: string,
    options: {
      changes?: DryRunChange[];
      sight: Visibility;
      after?: number;
      limit: number;
    },
  ): Promise<{
    items: Array<{ position: number; item: DryRunItem }>;
    visible: number;
    all: number;
  }> {
    const { changes, sight, after, limit } = options;
    const matching = () => {
      const query = this.#database('policy_dry_run_changes').where({
        run_id: runId,
      });
      return changes ? query.whereIn('change', changes) : query;
    };
    const [sql, bindings] = visibleCondition(
      this.#database.client,
      'uid',
      sight,
    );
    const page = matching()
      .whereRaw(sql, bindings)
      .orderBy('position')
      .limit(limit)
      .select('position', 'detail');
    if (after !== undefined) page.where('position', '>', after);
    const rows: Array<Pick<ChangeRow, 'position' | 'detail'>> = await page;
    const [{ all }] = await matching().count({ all: '*' });
    const [{ visible }] = await matching()
      .whereRaw(sql, bindings)
      .count({ visible: '*' });
    return {
      items: rows.map(({ position, detail }) => ({
        position,
        item: JSON.parse(detail),
      })),
      visible: Number(visible),
      all: Number(all),
    };
  }

  /** Takes the oldest that nobody works out. */
  async claim(
    now: string,
  ): Promise<{ id: string; policy: ContinuityPolicy } | undefined> {
    const id = await this.#queue.claim(now);
    if (id === undefined) return undefined;
    const row = await this.#database('policy_dry_runs')
      .where({ id })
      .first('policy');
    return row && { id, policy: JSON.parse(row.policy) };
  }

  /** @returns false where the person has asked for another one meanwhile */
  async progress(
    id: string,
    options: { done: number; total: number; now: string },
  ): Promise<boolean> {
    const { done, total, now } = options;
    return this.#queue.progress(id, { progress: done, total }, now);
  }

  async release(id: string, problem: string): Promise<void> {
    await this.#queue.release(id, problem);
  }

  /** In batches; the run counts as done with the last one. */
  async finish(
    id: string,
    found: { at: string; outcome: DryRunOutcome; changes: FoundChange[] },
  ): Promise<void> {
    const { at, outcome, changes } = found;
    const rows = changes.map(
      ({ uid, item }, position): ChangeRow => ({
        run_id: id,
        position,
        entity_ref: item.entityRef,
        uid,
        change: item.change,
        detail: JSON.stringify(item),
      }),
    );
    await this.#database('policy_dry_run_changes')
      .where({ run_id: id })
      .delete();
    for (const chunk of inChunks(rows)) {
      await this.#database.transaction(trx =>
        insertRows(trx, {
          table: 'policy_dry_run_changes',
          columns: {
            run_id: 'text',
            position: 'integer',
            entity_ref: 'text',
            uid: 'text',
            change: 'text',
            detail: 'text',
          },
          rows: chunk,
        }),
      );
      await yieldToOthers();
    }
    await this.#database.transaction(async trx => {
      const finished = await trx('policy_dry_runs')
        .where({ id })
        .update({
          state: 'done',
          claimed_until: null,
          finished_at: at,
          problem: null,
          outcome: JSON.stringify(outcome),
        });
      // the person has asked for another one meanwhile
      if (finished === 0) {
        await trx('policy_dry_run_changes').where({ run_id: id }).delete();
      }
    });
  }

  /** Deletes what is over. */
  async forget(now: string): Promise<void> {
    await this.#database.transaction(trx =>
      this.#delete(trx, rows => rows.where('expires_at', '<=', now)),
    );
  }

  async #delete(
    trx: Knex.Transaction,
    which: (rows: Knex.QueryBuilder) => Knex.QueryBuilder,
  ): Promise<void> {
    const ids: string[] = await which(trx('policy_dry_runs')).pluck('id');
    if (ids.length === 0) return;
    await trx('policy_dry_run_changes').whereIn('run_id', ids).delete();
    await trx('policy_dry_runs').whereIn('id', ids).delete();
  }
}

function toRun(row: any): PolicyDryRun {
  const outcome: DryRunOutcome | null =
    row.outcome === null ? null : JSON.parse(row.outcome);
  return {
    id: row.id,
    state: row.state,
    requestedAt: row.requested_at,
    finishedAt: row.finished_at,
    expiresAt: row.expires_at,
    progress: row.progress,
    total: row.total,
    problem: row.problem,
    policyVersion: outcome?.policyVersion ?? null,
    dataAge: outcome?.dataAge ?? null,
    summary: outcome?.summary ?? null,
  };
}
