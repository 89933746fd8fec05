import type {
  ContinuityPolicy,
  PlanWaiting,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { MirrorStore } from '../../catalog/MirrorStore';
import { whereInList } from '../../database/whereInList';
import { PlanAccess, PlanCaller } from '../../permissions/PlanAccess';
import { PlanQueries } from '../../plan/PlanQueries';

interface Options {
  database: Knex;
  mirror: MirrorStore;
  planAccess: PlanAccess;
  planQueries: PlanQueries;
  policy: ContinuityPolicy;
  clock: () => Date;
}

/** Finds what waits for a person: to approve, to rework what was returned, to write what changes ask for, to read what names them. */
export class PlanWaitingReader {
  readonly #database: Knex;
  readonly #mirror: MirrorStore;
  readonly #access: PlanAccess;
  readonly #queries: PlanQueries;
  readonly #policy: ContinuityPolicy;
  readonly #clock: () => Date;

  static create(options: Options) {
    return new PlanWaitingReader(options);
  }

  private constructor(options: Options) {
    this.#database = options.database;
    this.#mirror = options.mirror;
    this.#access = options.planAccess;
    this.#queries = options.planQueries;
    this.#policy = options.policy;
    this.#clock = options.clock;
  }

  /** By plan; nothing for services. A plan that waits in several ways is named by the most urgent. */
  async of(caller: PlanCaller): Promise<Map<string, PlanWaiting>> {
    const found = new Map<string, PlanWaiting>();
    if (!caller.access.isUser) return found;
    const { subject } = caller.access;
    for (const id of await this.#toRead(subject)) found.set(id, 'read');
    const claims = new Set(await this.#mirror.claimsOf(subject));
    for (const id of await this.#orphaned(claims)) found.set(id, 'orphaned');
    for (const id of await this.#toChange(claims)) found.set(id, 'change');
    const open: Array<{
      plan_id: string;
      state: string;
      edited_by: string;
      reviewer: string | null;
      returned_at: string | null;
    }> = await this.#database('plan_versions as v')
      .join('plans as p', join =>
        join.on('p.id', 'v.plan_id').on('p.open_version', 'v.version'),
      )
      .whereNull('p.archived_at')
      .where(waits =>
        waits
          .where('v.state', 'in-review')
          .orWhere(returned =>
            returned.where('v.state', 'draft').whereNotNull('v.returned_at'),
          ),
      )
      .select(
        'v.plan_id',
        'v.state',
        'v.edited_by',
        'v.reviewer',
        'v.returned_at',
      );
    const isMine = (row: { edited_by: string }) =>
      (JSON.parse(row.edited_by) as string[]).includes(subject);
    for (const row of open) {
      if (row.state === 'draft' && isMine(row))
        found.set(row.plan_id, 'revise');
    }
    const others = open.filter(
      row => row.state === 'in-review' && !isMine(row),
    );
    if (others.length === 0) return found;
    const allowed = await this.#access.allowedAmong(
      caller,
      'approve',
      others.map(row => row.plan_id),
    );
    for (const row of others) {
      const isAsked = row.reviewer === null || claims.has(row.reviewer);
      if (isAsked && allowed.has(row.plan_id)) found.set(row.plan_id, 'review');
    }
    return found;
  }

  /** Of plans in force, those that the caller may confirm as still valid: as for an approval, never what they wrote themselves. */
  async confirmableAmong(
    caller: PlanCaller,
    planIds: string[],
  ): Promise<Set<string>> {
    const { isUser, subject } = caller.access;
    if (!isUser || planIds.length === 0) return new Set();
    const rows: Array<{ plan_id: string; edited_by: string }> =
      await whereInList(
        this.#database('plan_versions as v')
          .join('plans as p', join =>
            join.on('p.id', 'v.plan_id').on('p.in_force_version', 'v.version'),
          )
          .select('v.plan_id', 'v.edited_by'),
        'v.plan_id',
        planIds,
      );
    return this.#access.allowedAmong(
      caller,
      'approve',
      rows
        .filter(
          row => !(JSON.parse(row.edited_by) as string[]).includes(subject),
        )
        .map(row => row.plan_id),
    );
  }

  /** What nobody keeps any more goes to the continuity manager (DOMAIN.md §4). */
  async #orphaned(claims: ReadonlySet<string>): Promise<string[]> {
    const { continuityManager } = this.#policy;
    return continuityManager !== undefined && claims.has(continuityManager)
      ? this.#queries.orphans(this.#clock().toISOString())
      : [];
  }

  /** Plans that changes ask a new version of, and that are theirs. */
  async #toChange(claims: ReadonlySet<string>): Promise<string[]> {
    const rows: Array<{ id: string; owner_ref: string }> = await this.#database(
      'plan_change_requests as r',
    )
      .join('plans as p', 'p.id', 'r.plan_id')
      .where('r.state', 'open')
      .whereNull('p.archived_at')
      .select('p.id', 'p.owner_ref');
    return rows.filter(row => claims.has(row.owner_ref)).map(row => row.id);
  }

  async #toRead(userRef: string): Promise<string[]> {
    const rows: Array<{ id: string }> = await this.#database('plan_people as n')
      .join('plans as p', 'p.id', 'n.plan_id')
      .leftJoin('plan_acknowledgements as a', join =>
        join
          .on('a.plan_id', 'p.id')
          .on('a.version', 'p.in_force_version')
          .andOn('a.user_ref', 'n.party_ref'),
      )
      .where('n.party_ref', userRef)
      .whereNotNull('p.in_force_version')
      .whereNull('p.archived_at')
      .whereNull('a.user_ref')
      .select('p.id');
    return rows.map(row => row.id);
  }
}
