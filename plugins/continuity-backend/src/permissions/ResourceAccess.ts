import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  type PermissionRuleset,
} from '@backstage/plugin-permission-node';
import { Access, CallerAccess } from './CallerAccess';

/** What the permission system says about a caller and one kind of thing, before any single one is looked at. */
export interface ResourceCaller<Right extends string> {
  access: Access;
  decisions: Record<Right, PolicyDecision>;
}

/** What the permission system is asked with. */
export interface ResourceAccessOptions<Resource, Filter> {
  access: CallerAccess;
  permissions: PermissionsService;
  /** Loads one resource for each id, undefined for what does not exist. */
  resources: { load(ids: string[]): Promise<Array<Resource | undefined>> };
  ruleset: PermissionRuleset<Resource, Filter>;
}

/** A right, and how it is called where it is refused. */
interface RightDescription {
  permission: ResourcePermission;
  /** Goes on "You may not …". */
  may: string;
}

/** Asks the permission system about a caller and one kind of thing, in a fixed number of questions. */
export abstract class ResourceAccess<Right extends string, Resource, Filter> {
  readonly #options: ResourceAccessOptions<Resource, Filter>;
  readonly #described: Record<Right, RightDescription>;
  readonly #rights: Right[];
  /** Who usually has the rights: goes on "…, which usually". */
  readonly #usually: string;

  protected constructor(
    options: ResourceAccessOptions<Resource, Filter>,
    about: { rights: Record<Right, RightDescription>; usually: string },
  ) {
    this.#options = options;
    this.#described = about.rights;
    this.#rights = Object.keys(about.rights) as Right[];
    this.#usually = about.usually;
  }

  /** @param also - permissions that are about no single thing; `may` answers them in this order */
  protected async ask(
    credentials: BackstageCredentials,
    also: BasicPermission[],
    known?: Access,
  ): Promise<ResourceCaller<Right> & { may: boolean[] }> {
    const { permissions } = this.#options;
    const [access, decisions, others] = await Promise.all([
      known ?? this.#options.access.of(credentials),
      permissions.authorizeConditional(
        this.#rights.map(right => ({
          permission: this.#described[right].permission,
        })),
        { credentials },
      ),
      permissions.authorize(
        also.map(permission => ({ permission })),
        { credentials },
      ),
    ]);
    return {
      access,
      decisions: Object.fromEntries(
        this.#rights.map((right, at) => [right, decisions[at]]),
      ) as Record<Right, PolicyDecision>,
      may: others.map(({ result }) => result === AuthorizeResult.ALLOW),
    };
  }

  /** Refuses before anything is read where the policy says no whatever it is about. */
  assertNotDenied(caller: ResourceCaller<Right>, right: Right): void {
    if (caller.decisions[right].result === AuthorizeResult.DENY) {
      throw this.#refusal(right);
    }
  }

  async assertAllowed(
    caller: ResourceCaller<Right>,
    right: Right,
    id: string,
  ): Promise<void> {
    const allowed = await this.allowedAmong(caller, right, [id]);
    if (!allowed.has(id)) throw this.#refusal(right);
  }

  /** Whether the caller has a right for what is not stored yet. */
  allows(
    { decisions }: ResourceCaller<Right>,
    right: Right,
    resource: Resource,
  ): boolean {
    const decision = decisions[right];
    return decision.result === AuthorizeResult.CONDITIONAL
      ? createConditionAuthorizer(this.#options.ruleset)(decision, resource)
      : decision.result === AuthorizeResult.ALLOW;
  }

  /** The rights that the caller has for one. */
  async rightsFor(
    caller: ResourceCaller<Right>,
    id: string,
  ): Promise<Set<Right>> {
    return (await this.rightsAmong(caller, [id])).get(id)!;
  }

  /** Those among the given ones for which the caller has a right. */
  async allowedAmong(
    caller: ResourceCaller<Right>,
    right: Right,
    ids: string[],
  ): Promise<Set<string>> {
    const rights = await this.#among(caller, [right], ids);
    return new Set(ids.filter(id => rights.get(id)!.has(right)));
  }

  /** The rights that the caller has for each. */
  async rightsAmong(
    caller: ResourceCaller<Right>,
    ids: string[],
  ): Promise<Map<string, Set<Right>>> {
    return this.#among(caller, this.#rights, ids);
  }

  async #among(
    { decisions }: ResourceCaller<Right>,
    rights: Right[],
    ids: string[],
  ): Promise<Map<string, Set<Right>>> {
    const depends = rights.some(
      right => decisions[right].result === AuthorizeResult.CONDITIONAL,
    );
    const resources = depends ? await this.#options.resources.load(ids) : [];
    const authorize = createConditionAuthorizer(this.#options.ruleset);
    const allows = (right: Right, resource: Resource | undefined) => {
      const decision = decisions[right];
      if (decision.result !== AuthorizeResult.CONDITIONAL) {
        return decision.result === AuthorizeResult.ALLOW;
      }
      return resource !== undefined && authorize(decision, resource);
    };
    return new Map(
      ids.map((id, at) => [
        id,
        new Set(rights.filter(right => allows(right, resources[at]))),
      ]),
    );
  }

  #refusal(right: Right): NotAllowedError {
    const { may, permission } = this.#described[right];
    return new NotAllowedError(
      `You may not ${may}: it needs the permission ${
        permission.name
      }, which usually ${this.#usually} have.`,
    );
  }
}
