import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  decidePlanTransition,
  type PlanTransition,
  type PlanVersion,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import {
  PlanAccess,
  PlanCaller,
  PlanRight,
} from '../../permissions/PlanAccess';
import type { PlanStore, StoredPlan } from '../../plan/PlanStore';
import { PlanSight } from './PlanSight';

interface Options {
  planStore: PlanStore;
  planAccess: PlanAccess;
  planSight: PlanSight;
}

/** Hands out plans to who may change them. */
export class PlanDesk {
  readonly #options: Options;

  static create(options: Options) {
    return new PlanDesk(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** The plan, for somebody who has the right and may see it. */
  async open(
    planId: string,
    right: PlanRight,
    credentials: BackstageCredentials,
  ): Promise<{ caller: PlanCaller; plan: StoredPlan }> {
    const { planAccess, planSight } = this.#options;
    const caller = await planAccess.of(credentials);
    planAccess.assertNotDenied(caller, right);
    const { plan } = await planSight.open(planId, caller);
    await planAccess.assertAllowed(caller, right, planId);
    return { caller, plan };
  }

  /** The version that is being written or reviewed. */
  async openVersion(
    trx: Knex.Transaction,
    plan: StoredPlan,
  ): Promise<PlanVersion | undefined> {
    return plan.openVersion === null
      ? undefined
      : this.#options.planStore.version(plan.id, plan.openVersion, trx);
  }

  /** What somebody can't see they would lose by saving, and can't judge. */
  async assertSeesAll(
    versions: Array<PlanVersion | undefined>,
    caller: PlanCaller,
  ): Promise<void> {
    const hidden = await this.#options.planSight.hiddenIn(
      versions.map(version => version?.contents),
      caller,
    );
    if (hidden.size === 0) return;
    throw new NotAllowedError(
      `This plan names ${hidden.size} ${
        hidden.size === 1 ? 'entity' : 'entities'
      } that you may not see in the catalog. Only who sees all of it can write or approve it.`,
    );
  }
}

/** Refuses changes of an archived plan. */
export function assertLiving(plan: StoredPlan): void {
  if (plan.archivedAt === null) return;
  throw new ConflictError(
    'This plan is archived and read-only for ever. Begin a new one with its contents instead.',
  );
}

/** There is no draft and no version in review. */
export function nothingOpen(): ConflictError {
  return new ConflictError(
    'No version of this plan is open: the one in force is read-only for ever. Save a draft first, which makes the next version.',
  );
}

/** The state that a step leads to; refused where the state machine has none, or the person may not. */
export function assertMay(
  transition: PlanTransition,
  version: PlanVersion,
  options: { by: string; onBehalfOf?: string | null },
): PlanVersion['state'] {
  const decision = decidePlanTransition(transition, version, options);
  if (decision.ok) return decision.to;
  throw decision.why === 'conflict'
    ? new ConflictError(decision.message)
    : new NotAllowedError(decision.message);
}

/** Refuses what is about a version in force where there is none. */
export function assertInForce(plan: StoredPlan): void {
  if (plan.inForceVersion !== null && plan.archivedAt === null) return;
  throw new ConflictError('No version of this plan is in force.');
}
