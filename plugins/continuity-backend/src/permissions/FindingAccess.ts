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
  continuityFindingAcceptPermission,
  continuityFindingCreatePermission,
  continuityFindingUpdatePermission,
  continuityFindingVerifyPermission,
} from 'backstage-plugin-continuity-common';
import { Access, CallerAccess } from './CallerAccess';
import { ContinuityFindingResources } from './ContinuityFindingResources';
import type {
  ContinuityFindingFilter,
  ContinuityFindingResource,
} from './continuityFindingResourceRef';

const permissions = {
  update: continuityFindingUpdatePermission,
  verify: continuityFindingVerifyPermission,
  accept: continuityFindingAcceptPermission,
} satisfies Record<string, ResourcePermission>;

/** What is authorised for single findings. */
export type FindingRight = keyof typeof permissions;

const rights = Object.keys(permissions) as FindingRight[];

const whoMay: Record<FindingRight, string> = {
  update: 'work on this finding',
  verify: 'verify this finding',
  accept: 'accept this finding',
};

/** What the permission system says about a caller and findings, before any finding is looked at. */
export interface FindingCaller {
  access: Access;
  decisions: Record<FindingRight, PolicyDecision>;
  mayCreate: boolean;
}

type Ruleset = PermissionRuleset<
  ContinuityFindingResource,
  ContinuityFindingFilter
>;

interface Options {
  access: CallerAccess;
  permissions: PermissionsService;
  resources: ContinuityFindingResources;
  ruleset: Ruleset;
}

/** Asks the permission system about a caller and findings, in a fixed number of questions. */
export class FindingAccess {
  readonly #options: Options;

  static create(options: Options) {
    return new FindingAccess(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async of(
    credentials: BackstageCredentials,
    known?: Access,
  ): Promise<FindingCaller> {
    const { access } = this.#options;
    const [own, decisions, [create]] = await Promise.all([
      known ?? access.of(credentials),
      this.#options.permissions.authorizeConditional(
        rights.map(right => ({ permission: permissions[right] })),
        { credentials },
      ),
      this.#options.permissions.authorize(
        [{ permission: continuityFindingCreatePermission }],
        { credentials },
      ),
    ]);
    return {
      access: own,
      decisions: Object.fromEntries(
        rights.map((right, at) => [right, decisions[at]]),
      ) as FindingCaller['decisions'],
      mayCreate: create.result === AuthorizeResult.ALLOW,
    };
  }

  /** Refuses before anything is read where the policy says no whatever the finding. */
  assertNotDenied(caller: FindingCaller, right: FindingRight): void {
    if (caller.decisions[right].result === AuthorizeResult.DENY) {
      throw refusal(right);
    }
  }

  async assertAllowed(
    caller: FindingCaller,
    right: FindingRight,
    findingId: string,
  ): Promise<void> {
    const found = await this.rightsAmong(caller, [findingId]);
    if (!found.get(findingId)!.has(right)) throw refusal(right);
  }

  /** The rights that the caller has for each of the findings. */
  async rightsAmong(
    caller: FindingCaller,
    findingIds: string[],
  ): Promise<Map<string, Set<FindingRight>>> {
    const decisions = Object.values(caller.decisions);
    const depends = decisions.some(
      ({ result }) => result === AuthorizeResult.CONDITIONAL,
    );
    const resources = depends
      ? await this.#options.resources.load(findingIds)
      : [];
    const authorize = createConditionAuthorizer(this.#options.ruleset);
    const allows = (right: FindingRight, at: number) => {
      const decision = caller.decisions[right];
      if (decision.result !== AuthorizeResult.CONDITIONAL) {
        return decision.result === AuthorizeResult.ALLOW;
      }
      return resources[at] !== undefined && authorize(decision, resources[at]);
    };
    return new Map(
      findingIds.map((id, at) => [
        id,
        new Set(rights.filter(right => allows(right, at))),
      ]),
    );
  }
}

function refusal(right: FindingRight): NotAllowedError {
  return new NotAllowedError(
    `You may not ${whoMay[right]}: it needs the permission ${permissions[right].name}, which usually the finding’s owner and the owners of what it is about have.`,
  );
}
