import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
  type PermissionRuleset,
} from '@backstage/plugin-permission-node';
import { ContinuityEntityResources } from './resources/ContinuityEntityResources';
import {
  ContinuityEntityFilter,
  ContinuityEntityResource,
} from './resources/continuityEntityResourceRef';

type Ruleset = PermissionRuleset<
  ContinuityEntityResource,
  ContinuityEntityFilter
>;

/**
 * What the caller may do with entities. A policy's conditions are asked for once, however many permissions or entities there are, and are
 * evaluated here, where the data is.
 */
export class EntityPermissions {
  readonly #permissions: PermissionsService;
  readonly #resources: ContinuityEntityResources;
  readonly #ruleset: Ruleset;

  static create(options: {
    permissions: PermissionsService;
    resources: ContinuityEntityResources;
    ruleset: Ruleset;
  }) {
    return new EntityPermissions(options);
  }

  private constructor(options: {
    permissions: PermissionsService;
    resources: ContinuityEntityResources;
    ruleset: Ruleset;
  }) {
    this.#permissions = options.permissions;
    this.#resources = options.resources;
    this.#ruleset = options.ruleset;
  }

  /** One decision a permission, possibly with conditions. */
  async decide(
    permissions: ResourcePermission[],
    credentials: BackstageCredentials,
  ): Promise<PolicyDecision[]> {
    return this.#permissions.authorizeConditional(
      permissions.map(permission => ({ permission })),
      { credentials },
    );
  }

  /** Which of the decisions allow it for the entity. */
  async allowedFor(
    entityRef: string,
    decisions: PolicyDecision[],
  ): Promise<boolean[]> {
    const authorize = createConditionAuthorizer(this.#ruleset);
    const isConditional = decisions.some(
      ({ result }) => result === AuthorizeResult.CONDITIONAL,
    );
    const [resource] = isConditional
      ? await this.#resources.load([entityRef])
      : [];
    return decisions.map(decision => authorize(decision, resource));
  }

  /** The refs that the decision allows. */
  async allowedAmong(
    entityRefs: string[],
    decision: PolicyDecision,
  ): Promise<Set<string>> {
    if (decision.result === AuthorizeResult.ALLOW) return new Set(entityRefs);
    if (decision.result !== AuthorizeResult.CONDITIONAL) return new Set();
    const transform = createConditionTransformer(this.#ruleset);
    return this.#resources.matching(entityRefs, transform(decision.conditions));
  }
}
