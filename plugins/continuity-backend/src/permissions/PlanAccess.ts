import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  type PermissionRuleset,
} from '@backstage/plugin-permission-node';
import {
  continuityPlanApprovePermission,
  continuityPlanArchivePermission,
  continuityPlanContactsReadPermission,
  continuityPlanContactsUpdatePermission,
  continuityPlanEmergencyCopyPermission,
  continuityPlanUpdatePermission,
} from 'backstage-plugin-continuity-common';
import { Access, CallerAccess } from './CallerAccess';
import { ContinuityPlanResources } from './ContinuityPlanResources';
import type {
  ContinuityPlanFilter,
  ContinuityPlanResource,
} from './continuityPlanResourceRef';

const permissions = {
  update: continuityPlanUpdatePermission,
  approve: continuityPlanApprovePermission,
  archive: continuityPlanArchivePermission,
  readContacts: continuityPlanContactsReadPermission,
  updateContacts: continuityPlanContactsUpdatePermission,
} satisfies Record<string, ResourcePermission>;

/** What is authorised for single plans. */
export type PlanRight = keyof typeof permissions;

const rights = Object.keys(permissions) as PlanRight[];

const whoMay: Record<PlanRight, string> = {
  update: 'write this plan',
  approve: 'approve, return or confirm this plan',
  archive: 'archive this plan',
  readContacts: 'read phones and private mails of this plan',
  updateContacts: 'write phones and private mails of this plan',
};

/** What the permission system says about a caller and plans, before any plan is looked at. */
export interface PlanCaller {
  access: Access;
  decisions: Record<PlanRight, PolicyDecision>;
  mayTakeEmergencyCopy: boolean;
}

type Ruleset = PermissionRuleset<ContinuityPlanResource, ContinuityPlanFilter>;

/** Asks the permission system about a caller and plans, in a fixed number of questions. */
export class PlanAccess {
  readonly #access: CallerAccess;
  readonly #permissions: PermissionsService;
  readonly #resources: ContinuityPlanResources;
  readonly #ruleset: Ruleset;

  static create(options: {
    access: CallerAccess;
    permissions: PermissionsService;
    resources: ContinuityPlanResources;
    ruleset: Ruleset;
  }) {
    return new PlanAccess(options);
  }

  private constructor(options: {
    access: CallerAccess;
    permissions: PermissionsService;
    resources: ContinuityPlanResources;
    ruleset: Ruleset;
  }) {
    this.#access = options.access;
    this.#permissions = options.permissions;
    this.#resources = options.resources;
    this.#ruleset = options.ruleset;
  }

  async of(credentials: BackstageCredentials): Promise<PlanCaller> {
    const [access, decisions, [copy]] = await Promise.all([
      this.#access.of(credentials),
      this.#permissions.authorizeConditional(
        rights.map(right => ({ permission: permissions[right] })),
        { credentials },
      ),
      this.#permissions.authorize(
        [{ permission: continuityPlanEmergencyCopyPermission }],
        { credentials },
      ),
    ]);
    return {
      access,
      decisions: Object.fromEntries(
        rights.map((right, at) => [right, decisions[at]]),
      ) as PlanCaller['decisions'],
      mayTakeEmergencyCopy: copy.result === AuthorizeResult.ALLOW,
    };
  }

  /** Refuses before anything is read where the policy says no whatever the plan. */
  assertNotDenied(caller: PlanCaller, right: PlanRight): void {
    if (caller.decisions[right].result === AuthorizeResult.DENY) {
      throw refusal(right);
    }
  }

  async assertAllowed(
    caller: PlanCaller,
    right: PlanRight,
    planId: string,
  ): Promise<void> {
    const allowed = await this.allowedAmong(caller, right, [planId]);
    if (!allowed.has(planId)) throw refusal(right);
  }

  /** The rights that the caller has for a plan. */
  async rightsFor(caller: PlanCaller, planId: string): Promise<Set<PlanRight>> {
    const authorize = createConditionAuthorizer(this.#ruleset);
    const [resource] = await this.#resources.load([planId]);
    return new Set(
      rights.filter(right => authorize(caller.decisions[right], resource)),
    );
  }

  /** The plans among the given ones for which the caller has a right. */
  async allowedAmong(
    caller: PlanCaller,
    right: PlanRight,
    planIds: string[],
  ): Promise<Set<string>> {
    const decision = caller.decisions[right];
    if (decision.result === AuthorizeResult.ALLOW) return new Set(planIds);
    if (decision.result !== AuthorizeResult.CONDITIONAL) return new Set();
    const authorize = createConditionAuthorizer(this.#ruleset);
    const resources = await this.#resources.load(planIds);
    return new Set(
      planIds.filter(
        (_, at) => resources[at] && authorize(decision, resources[at]),
      ),
    );
  }
}

function refusal(right: PlanRight): NotAllowedError {
  return new NotAllowedError(
    `You may not ${whoMay[right]}: it needs the permission ${permissions[right].name}, which usually the plan’s owner and the owners of what it covers have.`,
  );
}
