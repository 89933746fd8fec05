import type {
  Assessment,
  EntityContinuity,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { whereInList } from '../database/whereInList';

/** Reads what an entity's tab shows of plans: those in force as its assessment found them, and those that are being written. */
export class EntityPlansReader {
  readonly #database: Knex;
  readonly #clock: () => Date;

  static create(options: { database: Knex; clock: () => Date }) {
    return new EntityPlansReader(options);
  }

  private constructor(options: { database: Knex; clock: () => Date }) {
    this.#database = options.database;
    this.#clock = options.clock;
  }

  async of(
    entity: { entityRef: string; systemRef: string | null },
    assessment: Pick<Assessment, 'plans'>,
  ): Promise<Pick<EntityContinuity, 'plans' | 'plansInWork'>> {
    const now = this.#clock().toISOString();
    // assessments from before there were plans know none
    const standings = assessment.plans ?? [];
    const plans = await this.#plansOf(standings.map(({ planId }) => planId));
    return {
      plans: standings.flatMap(standing => {
        const plan = plans.get(standing.planId);
        return plan
          ? {
              ...standing,
              owner: plan.owner_ref,
              reviewOverdue:
                standing.reviewDueAt !== null && standing.reviewDueAt <= now,
              open: plan.open_state,
            }
          : [];
      }),
      plansInWork: await this.#inWork(entity),
    };
  }

  async #plansOf(ids: string[]) {
    if (ids.length === 0) return new Map();
    const rows: Array<{
      id: string;
      owner_ref: string;
      open_state: 'draft' | 'in-review' | null;
    }> = await whereInList(
      this.#database('plans').select('id', 'owner_ref', 'open_state'),
      'id',
      ids,
    );
    return new Map(rows.map(row => [row.id, row]));
  }

  async #inWork({
    entityRef,
    systemRef,
  }: {
    entityRef: string;
    systemRef: string | null;
  }): Promise<NonNullable<EntityContinuity['plansInWork']>> {
    const rows = await this.#database('plan_scope as s')
      .join('plans as p', 'p.id', 's.plan_id')
      .join('plan_versions as v', join =>
        join.on('v.plan_id', 's.plan_id').on('v.version', 's.version'),
      )
      .where({ 's.standing': 'open', 's.in_scope': true })
      .where(covers =>
        covers
          .where('s.entity_ref', entityRef)
          .orWhere(through =>
            through
              .where('s.entity_ref', systemRef ?? entityRef)
              .where('s.with_parts', true),
          ),
      )
      .orderBy('p.updated_at', 'desc')
      .distinct('p.id', 'v.title', 'p.kind', 'v.state', 'p.updated_at');
    return rows.map(row => ({
      planId: row.id,
      title: row.title,
      kind: row.kind,
      state: row.state,
    }));
  }
}
