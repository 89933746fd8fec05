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
  continuityChangeApprovePermission,
  continuityChangeCreatePermission,
  continuityChangeReviewPermission,
  continuityChangeUpdatePermission,
} from 'backstage-plugin-continuity-common';
import { Access, CallerAccess } from './CallerAccess';
import { ContinuityChangeResources } from './ContinuityChangeResources';
import type {
  ContinuityChangeFilter,
  ContinuityChangeResource,
} from './continuityChangeResourceRef';

const permissions = {
  update: continuityChangeUpdatePermission,
  approve: continuityChangeApprovePermission,
  review: continuityChangeReviewPermission,
} satisfies Record<string, ResourcePermission>;

/** What is authorised for single changes. */
export type ChangeRight = keyof typeof permissions;

const rights = Object.keys(permissions) as ChangeRight[];

const whoMay: Record<ChangeRight, string> = {
  update: 'edit, implement or withdraw this change',
  approve: 'approve this change',
  review: 'review this change',
};

/** What the permission system says about a caller and changes, before any change is looked at. */
export interface ChangeCaller {
  access: Access;
  decisions: Record<ChangeRight, PolicyDecision>;
  mayRecord: boolean;
}

type Ruleset = PermissionRuleset<
  ContinuityChangeResource,
  ContinuityChangeFilter
>;

interface Options {
  access: CallerAccess;
  permissions: PermissionsService;
  resources: ContinuityChangeResources;
  ruleset: Ruleset;
}

/** Asks the permission system about a caller and changes, in a fixed number of questions. */
export class ChangeAccess {
  readonly #options: Options;

  static create(options: Options) {
    return new ChangeAccess(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** @param known - what was found out about the caller already */
  async of(
    credentials: BackstageCredentials,
    known?: Access,
  ): Promise<ChangeCaller> {
    const [access, decisions, [create]] = await Promise.all([
      known ?? this.#options.access.of(credentials),
      this.#options.permissions.authorizeConditional(
        rights.map(right => ({ permission: permissions[right] })),
        { credentials },
      ),
      this.#options.permissions.authorize(
        [{ permission: continuityChangeCreatePermission }],
        { credentials },
      ),
    ]);
    return {
      access,
      decisions: Object.fromEntries(
        rights.map((right, at) => [right, decisions[at]]),
      ) as ChangeCaller['decisions'],
      mayRecord: create.result === AuthorizeResult.ALLOW,
    };
  }

  assertMayRecord(caller: ChangeCaller): void {
    if (caller.mayRecord) return;
    throw new NotAllowedError(
      `You may not record changes: it needs the permission ${continuityChangeCreatePermission.name}. Leave "record" out to check only.`,
    );
  }

  /** Refuses before anything is read where the policy says no whatever the change. */
  assertNotDenied(caller: ChangeCaller, right: ChangeRight): void {
    if (caller.decisions[right].result === AuthorizeResult.DENY) {
      throw refusal(right);
    }
  }

  async assertAllowed(
    caller: ChangeCaller,
    right: ChangeRight,
    changeId: string,
  ): Promise<void> {
    const allowed = await this.rightsFor(caller, changeId);
    if (!allowed.has(right)) throw refusal(right);
  }

  /** The rights that the caller has for a change. */
  async rightsFor(
    caller: ChangeCaller,
    changeId: string,
  ): Promise<Set<ChangeRight>> {
    const authorize = createConditionAuthorizer(this.#options.ruleset);
    const [resource] = await this.#options.resources.load([changeId]);
    return new Set(
      rights.filter(
        right => resource && authorize(caller.decisions[right], resource),
      ),
    );
  }
}

function refusal(right: ChangeRight): NotAllowedError {
  return new NotAllowedError(
    `You may not ${whoMay[right]}: it needs the permission ${permissions[right].name}.`,
  );
}
