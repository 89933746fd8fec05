import { HiddenEntities } from '../permissions/HiddenEntities';
import { PlanCaller } from '../permissions/PlanAccess';
import { collectEntityRefs } from '../permissions/entityRefsIn';
import { planNotFound } from '../plan/planNotFound';
import type { PlanStore, StoredPlan } from '../plan/PlanStore';

/** A plan that the caller may see, with the entities of its scope that they may not. */
export interface SeenPlan {
  plan: StoredPlan;
  caller: PlanCaller;
  hidden: Set<string>;
}

/** Decides which plans somebody may see, and what of them must not be named. */
export class PlanSight {
  readonly #store: PlanStore;
  readonly #hiddenEntities: HiddenEntities;

  static create(options: {
    planStore: PlanStore;
    hiddenEntities: HiddenEntities;
  }) {
    return new PlanSight(options);
  }

  private constructor(options: {
    planStore: PlanStore;
    hiddenEntities: HiddenEntities;
  }) {
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
    return this.#hiddenEntities.among(
      collectEntityRefs(answer),
      caller.access.read,
    );
  }

  /** The refs among the given ones that the caller may not see. */
  async hiddenAmong(
    refs: Iterable<string>,
    caller: PlanCaller,
  ): Promise<Set<string>> {
    return this.#hiddenEntities.among(refs, caller.access.read);
  }
}
