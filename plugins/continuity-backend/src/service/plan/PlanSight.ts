import type { Knex } from 'knex';
import { HiddenEntities } from '../../permissions/HiddenEntities';
import { PlanCaller } from '../../permissions/PlanAccess';
import { collectEntityRefs } from '../../permissions/entityRefsIn';
import { planRenamesOf } from '../../plan/PlanRenames';
import { planNotFound } from '../../plan/planNotFound';
import type { PlanStore, StoredPlan } from '../../plan/PlanStore';

/** A plan that the caller may see, with the entities of its scope that they may not. */
export interface SeenPlan {
  plan: StoredPlan;
  caller: PlanCaller;
  hidden: Set<string>;
}

/** Decides which plans somebody may see, and what of them must not be named. */
export class PlanSight {
  readonly #database: Knex;
  readonly #store: PlanStore;
  readonly #hiddenEntities: HiddenEntities;

  static create(options: {
    database: Knex;
    planStore: PlanStore;
    hiddenEntities: HiddenEntities;
  }) {
    return new PlanSight(options);
  }

  private constructor(options: {
    database: Knex;
    planStore: PlanStore;
    hiddenEntities: HiddenEntities;
  }) {
    this.#database = options.database;
    this.#store = options.planStore;
    this.#hiddenEntities = options.hiddenEntities;
  }

  /** @throws NotFoundError also where all of its scope is hidden from the caller. */
  async open(planId: string, caller: PlanCaller): Promise<SeenPlan> {
    const plan = await this.#store.get(planId);
    if (!plan) throw planNotFound();
    const scope = await this.#store.scopeOf([planId]);
    const hidden = await this.#hiddenEntities.among(
      scope.map(({ entityRef }) => entityRef),
      caller.access.read,
    );
    const isHidden =
      scope.length > 0 && scope.every(({ entityRef }) => hidden.has(entityRef));
    if (isHidden) throw planNotFound();
    return { plan, caller, hidden };
  }

  /** What of an answer must be hidden from the caller. */
  async hiddenIn(answer: unknown, caller: PlanCaller): Promise<Set<string>> {
    return this.hiddenAmong(collectEntityRefs(answer), caller);
  }

  /** The refs among the given ones that the caller may not see. */
  async hiddenAmong(
    refs: Iterable<string>,
    caller: PlanCaller,
  ): Promise<Set<string>> {
    const hidden = await this.#hiddenEntities.among(refs, caller.access.read);
    if (hidden.size === 0) return hidden;
    // an earlier name is nobody's in the catalog: whoever may see the entity under its new one may read it
    const renamed = await planRenamesOf(this.#database, hidden);
    if (renamed.length === 0) return hidden;
    const stillHidden = await this.#hiddenEntities.among(
      renamed.map(({ to }) => to),
      caller.access.read,
    );
    for (const { from, to } of renamed) {
      if (!stillHidden.has(to)) hidden.delete(from);
    }
    return hidden;
  }
}
