import {
  planLevelOf,
  type PlanSummary,
  type PlanWaiting,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { readTitles } from '../../catalog/readTitles';
import { whereInList } from '../../database/whereInList';
import { PlanCaller } from '../../permissions/PlanAccess';
import { PlanSight } from './PlanSight';
import type { PlanStore, StoredPlan } from '../../plan/PlanStore';

const MOST_EXAMPLES = 3;

interface Options {
  database: Knex;
  planStore: PlanStore;
  planSight: PlanSight;
  clock: () => Date;
}

interface Tally {
  stale: number;
  overlap: number;
  uncovered: number;
  due: string | null;
}

/** Describes plans for lists, in a fixed number of queries. */
export class PlanSummaries {
  readonly #options: Options;

  static create(options: Options) {
    return new PlanSummaries(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** In the order of the plans. Entities that the caller may not see are counted; owners that they may not see are replaced by the caller. */
  async of(
    plans: StoredPlan[],
    options: { caller: PlanCaller; waiting: Map<string, PlanWaiting> },
  ): Promise<PlanSummary[]> {
    const { planStore, planSight, clock } = this.#options;
    const ids = plans.map(plan => plan.id);
    const scopes = await planStore.scopeOf(ids);
    const open = await this.#openVersions(ids);
    const tallies = await this.#tallies(ids);
    const badSources = await this.#badSources(ids);
    const refs = [
      ...new Set([
        ...scopes.map(row => row.entityRef),
        ...plans.map(plan => plan.ownerRef),
      ]),
    ];
    const hidden = await planSight.hiddenAmong(refs, options.caller);
    const titles = await readTitles(this.#options.database, refs);
    const now = clock().toISOString();

    return plans.map((plan): PlanSummary => {
      const shown = plan.inForceVersion ?? plan.openVersion ?? plan.lastVersion;
      const scope = scopes.filter(
        row => row.planId === plan.id && row.version === shown,
      );
      const seen = scope.filter(row => !hidden.has(row.entityRef));
      const tally = tallies.get(plan.id);
      const isInForce =
        plan.inForceVersion !== null && plan.archivedAt === null;
      const reviewDueAt = isInForce ? tally?.due ?? plan.fallbackDueAt : null;
      const reviewOverdue = reviewDueAt !== null && reviewDueAt <= now;
      const ownerTitle = titles.get(plan.ownerRef);
      const openVersion = open.get(plan.id);
      const problems: PlanSummary['problems'] = [];
      const add = (
        code: PlanSummary['problems'][number]['code'],
        count: number,
      ) => count > 0 && problems.push({ code, entities: count });
      if (isInForce && tally) add('stale', tally.stale);
      if (reviewOverdue) add('review-overdue', 1);
      if (isInForce && tally) {
        add('overlap', tally.overlap);
        add('no-steps', tally.uncovered);
      }
      if (badSources.has(plan.id)) add('source-invalid', 1);
      if (plan.archivedAt === null && ownerTitle === undefined)
        add('owner-gone', 1);
      const isGone =
        isInForce &&
        scope.length > 0 &&
        scope.every(row => !titles.has(row.entityRef));
      if (isGone) add('scope-gone', scope.length);
      return {
        id: plan.id,
        title: plan.title,
        kind: plan.kind,
        level: planLevelOf(plan.kind),
        state: stateOf(plan),
        owner: {
          ref: plan.ownerRef,
          title: hidden.has(plan.ownerRef) ? null : ownerTitle ?? null,
          exists: ownerTitle !== undefined,
        },
        inForce:
          plan.inForceVersion === null || plan.archivedAt !== null
            ? null
            : {
                version: plan.inForceVersion,
                approvedAt: plan.approvedAt!,
                approvedBy: plan.approvedBy!,
              },
        open: openVersion ?? null,
        scope: {
          entries: seen.length,
          redacted: scope.length - seen.length,
          examples: seen.slice(0, MOST_EXAMPLES).map(row => ({
            entityRef: row.entityRef,
            title: titles.get(row.entityRef) ?? null,
            parts: row.withParts,
          })),
        },
        form: plan.form,
        reviewDueAt,
        reviewOverdue,
        problems,
        waitingForMe: options.waiting.get(plan.id) ?? null,
        updatedAt: plan.updatedAt,
      };
    });
  }

  async #openVersions(
    ids: string[],
  ): Promise<Map<string, NonNullable<PlanSummary['open']>>> {
    const rows = await whereInList(
      this.#options
        .database('plan_versions as v')
        .join('plans as p', join =>
          join.on('p.id', 'v.plan_id').on('p.open_version', 'v.version'),
        )
        .whereNull('p.archived_at')
        .select(
          'v.plan_id',
          'v.version',
          'v.state',
          'v.updated_at',
          'v.updated_by',
        ),
      'v.plan_id',
      ids,
    );
    return new Map(
      rows.map((row: any) => [
        row.plan_id,
        {
          version: row.version,
          state: row.state,
          updatedAt: row.updated_at,
          updatedBy: row.updated_by,
        },
      ]),
    );
  }

  async #tallies(ids: string[]): Promise<Map<string, Tally>> {
    const { database } = this.#options;
    const rows = await whereInList(
      database('plan_standings as s')
        .join('plans as p', join =>
          join.on('p.id', 's.plan_id').on('p.in_force_version', 's.version'),
        )
        .groupBy('s.plan_id')
        .select(
          's.plan_id',
          database.raw(
            'sum(case when s.reason_count > 0 then 1 else 0 end) as stale',
          ),
          database.raw(
            `sum(case when s.role = 'undecided' then 1 else 0 end) as overlap`,
          ),
          database.raw(
            'sum(case when s.covers then 0 else 1 end) as uncovered',
          ),
          database.raw('min(s.review_due_at) as due'),
        ),
      's.plan_id',
      ids,
    );
    return new Map(
      rows.map((row: any) => [
        row.plan_id,
        {
          stale: Number(row.stale),
          overlap: Number(row.overlap),
          uncovered: Number(row.uncovered),
          due: row.due,
        },
      ]),
    );
  }

  async #badSources(ids: string[]): Promise<Set<string>> {
    const rows = await whereInList(
      this.#options
        .database('plan_sources')
        .whereNotNull('problem')
        .select('plan_id'),
      'plan_id',
      ids,
    );
    return new Set(rows.map((row: any) => row.plan_id));
  }
}

/** The state of a plan as a whole. */
export function stateOf(plan: StoredPlan): PlanSummary['state'] {
  if (plan.archivedAt !== null) return 'archived';
  if (plan.inForceVersion !== null) return 'in-force';
  return plan.openState ?? 'draft';
}
