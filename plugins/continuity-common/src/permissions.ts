import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Resource type of permissions that are asked for one catalog entity's continuity. The resource ref is the normalised entity ref.
 *
 * @public
 */
export const RESOURCE_TYPE_CONTINUITY_ENTITY = 'continuity-entity';

/** To read continuity data at all; which entities is decided by the catalog's own read permission. @public */
export const continuityReadPermission = createPermission({
  name: 'continuity.read',
  attributes: { action: 'read' },
});

/** To read the policy page. @public */
export const continuityPolicyReadPermission = createPermission({
  name: 'continuity.policy.read',
  attributes: { action: 'read' },
});

/** To read aggregates that were made over everything, whoever may see what (trend, KPIs, packs), and the sweep's details. @public */
export const continuityAuditReadPermission = createPermission({
  name: 'continuity.audit.read',
  attributes: { action: 'read' },
});

/** To set or clear portal values of an entity's profile. @public */
export const continuityProfileUpdatePermission = createPermission({
  name: 'continuity.profile.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CONTINUITY_ENTITY,
});

/** To record what was agreed with the business about an entity. @public */
export const continuityAgreementCreatePermission = createPermission({
  name: 'continuity.agreement.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_CONTINUITY_ENTITY,
});

/** To confirm or reject a looser agreement, as the second person. @public */
export const continuityAgreementApprovePermission = createPermission({
  name: 'continuity.agreement.approve',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CONTINUITY_ENTITY,
});

/** To say which of an entity's dependencies are hard or soft. @public */
export const continuityDependencyClassifyPermission = createPermission({
  name: 'continuity.dependency.classify',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CONTINUITY_ENTITY,
});

/** To run a sweep, release a held one, and decide on carry-overs. @public */
export const continuityCatalogManagePermission = createPermission({
  name: 'continuity.catalog.manage',
  attributes: { action: 'update' },
});

/**
 * All permissions of the plugin.
 *
 * @public
 */
export const continuityPermissions = [
  continuityReadPermission,
  continuityPolicyReadPermission,
  continuityAuditReadPermission,
  continuityProfileUpdatePermission,
  continuityAgreementCreatePermission,
  continuityAgreementApprovePermission,
  continuityDependencyClassifyPermission,
  continuityCatalogManagePermission,
];
