import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  catalogEntityReadPermission,
  catalogPermissions,
} from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  continuityConditions,
  createContinuityConditionalDecision,
} from 'backstage-plugin-continuity-backend';
import {
  continuityAuditReadPermission,
  continuityPermissions,
  RESOURCE_TYPE_CONTINUITY_ENTITY,
} from 'backstage-plugin-continuity-common';
import { DemoPerson } from './readDemoPeople';

const MANAGERS = 'group:default/continuity-managers';
const AUDITORS = 'group:default/internal-audit';

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/**
 * The roles that Continuity is made for, as an example to start a real policy
 * from:
 *
 * - everybody reads what the catalog shows them;
 * - recovery owners, their alternates and entity owners edit their own, also
 *   through a group above their own;
 * - internal audit reads what was made over everything;
 * - continuity managers do everything.
 */
export class PortalPermissionPolicy implements PermissionPolicy {
  readonly #limitedReaders: Map<string, string[]>;

  static create(options: { people: DemoPerson[] }) {
    return new PortalPermissionPolicy(
      new Map(
        options.people.flatMap(({ ref, readsOnlyOwnedBy }) =>
          readsOnlyOwnedBy ? [[ref, readsOnlyOwnedBy]] : [],
        ),
      ),
    );
  }

  private constructor(limitedReaders: Map<string, string[]>) {
    this.#limitedReaders = limitedReaders;
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) {
      return DENY;
    }
    const { userEntityRef, ownershipEntityRefs } = user.info;
    const owners = this.#limitedReaders.get(userEntityRef);
    if (owners && isPermission(permission, catalogEntityReadPermission)) {
      return createCatalogConditionalDecision(permission, {
        anyOf: [
          catalogConditions.isEntityKind({ kinds: ['User', 'Group'] }),
          catalogConditions.isEntityOwner({ claims: owners }),
        ],
      });
    }
    if (ownershipEntityRefs.includes(MANAGERS)) {
      return ALLOW;
    }
    if (isOneOf(permission, continuityPermissions)) {
      return decideOnContinuity(permission, ownershipEntityRefs);
    }
    if (isOneOf(permission, catalogPermissions)) {
      return permission.attributes.action === 'delete' ? DENY : ALLOW;
    }
    return ALLOW;
  }
}

function decideOnContinuity(
  permission: Permission,
  claims: string[],
): PolicyDecision {
  if (isPermission(permission, continuityAuditReadPermission)) {
    return claims.includes(AUDITORS) ? ALLOW : DENY;
  }
  if (permission.attributes.action === 'read') {
    return ALLOW;
  }
  // Approving is for the managers, who have been let through by now.
  if (
    isResourcePermission(permission, RESOURCE_TYPE_CONTINUITY_ENTITY) &&
    !permission.name.endsWith('.approve')
  ) {
    return createContinuityConditionalDecision(permission, {
      anyOf: [
        continuityConditions.isRecoveryOwner({ claims }),
        continuityConditions.isEntityOwner({ claims }),
      ],
    });
  }
  return DENY;
}

function isOneOf(permission: Permission, permissions: Permission[]): boolean {
  return permissions.some(({ name }) => name === permission.name);
}
