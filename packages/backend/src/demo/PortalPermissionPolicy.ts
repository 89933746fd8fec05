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
  continuityChangeConditions,
  continuityConditions,
  continuityFindingConditions,
  continuityPlanConditions,
  continuityTestConditions,
  createContinuityChangeConditionalDecision,
  createContinuityConditionalDecision,
  createContinuityFindingConditionalDecision,
  createContinuityPlanConditionalDecision,
  createContinuityTestConditionalDecision,
} from 'backstage-plugin-continuity-backend';
import {
  continuityAuditReadPermission,
  continuityCalendarFeedCreatePermission,
  continuityChangeCreatePermission,
  continuityChangeUpdatePermission,
  continuityEvidenceCreatePermission,
  continuityFindingCreatePermission,
  continuityPermissions,
  continuityPlanCreatePermission,
  continuityPlanEmergencyCopyPermission,
  continuityTestCreatePermission,
  continuityTestReviewPermission,
  RESOURCE_TYPE_CONTINUITY_CHANGE,
  RESOURCE_TYPE_CONTINUITY_ENTITY,
  RESOURCE_TYPE_CONTINUITY_FINDING,
  RESOURCE_TYPE_CONTINUITY_PLAN,
  RESOURCE_TYPE_CONTINUITY_TEST,
} from 'backstage-plugin-continuity-common';
import { DemoPerson } from './readDemoPeople';

const MANAGERS = 'group:default/continuity-managers';
const AUDITORS = 'group:default/internal-audit';

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/** Plans, tests, findings and changes may be begun by anybody; who decides about them is another question. */
const forEverybody: Permission[] = [
  continuityTestCreatePermission,
  continuityFindingCreatePermission,
  continuityChangeCreatePermission,
  continuityCalendarFeedCreatePermission,
];

/**
 * The roles that Continuity is made for, as an example to start a real policy
 * from:
 *
 * - everybody reads what the catalog shows them;
 * - recovery owners, their alternates and entity owners edit their own, also
 *   through a group above their own;
 * - plan owners, and who owns or recovers all that a plan covers, write and approve it, read and write its private contacts;
 * - anybody plans tests and writes findings; facilitators and owners hold tests, and owners review what others held;
 * - who owns a finding, or answers for what it is about, works on it, verifies and accepts what others did;
 * - anybody records changes; who asked for one moves it on, and who owns all that it touches approves and reviews it;
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
  if (
    isPermission(permission, continuityAuditReadPermission) ||
    isPermission(permission, continuityEvidenceCreatePermission)
  ) {
    return claims.includes(AUDITORS) ? ALLOW : DENY;
  }
  if (isPermission(permission, continuityPlanEmergencyCopyPermission)) {
    return DENY;
  }
  // Anybody may begin a plan: nothing counts before somebody who may has approved it.
  if (isPermission(permission, continuityPlanCreatePermission)) {
    return ALLOW;
  }
  // Whoever answers for all that a plan covers approves it, and the software sees to it that nobody approves their own.
  if (isResourcePermission(permission, RESOURCE_TYPE_CONTINUITY_PLAN)) {
    return createContinuityPlanConditionalDecision(permission, {
      anyOf: [
        continuityPlanConditions.isPlanOwner({ claims }),
        continuityPlanConditions.isScopeOwner({ claims }),
      ],
    });
  }
  // Whoever plans a test may hold it; its results are evidence once somebody else who answers for the entities has reviewed them.
  if (isResourcePermission(permission, RESOURCE_TYPE_CONTINUITY_TEST)) {
    const owns = [
      continuityTestConditions.isTestEntityOwner({ claims }),
      continuityTestConditions.isTestRecoveryOwner({ claims }),
    ];
    return createContinuityTestConditionalDecision(permission, {
      anyOf: isPermission(permission, continuityTestReviewPermission)
        ? [owns[0], owns[1]]
        : [continuityTestConditions.isTestFacilitator({ claims }), ...owns],
    });
  }
  // The software sees to it that nobody verifies what they resolved, nor accepts what they own or asked for.
  if (isResourcePermission(permission, RESOURCE_TYPE_CONTINUITY_FINDING)) {
    return createContinuityFindingConditionalDecision(permission, {
      anyOf: [
        continuityFindingConditions.isFindingOwner({ claims }),
        continuityFindingConditions.isAffectedOwner({ claims }),
      ],
    });
  }
  // The software sees to it that nobody approves or reviews what they asked for.
  if (isResourcePermission(permission, RESOURCE_TYPE_CONTINUITY_CHANGE)) {
    const owns = continuityChangeConditions.isTouchedOwner({ claims });
    return createContinuityChangeConditionalDecision(permission, {
      anyOf: isPermission(permission, continuityChangeUpdatePermission)
        ? [continuityChangeConditions.isChangeRequester({ claims }), owns]
        : [owns],
    });
  }
  if (isOneOf(permission, forEverybody)) {
    return ALLOW;
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
