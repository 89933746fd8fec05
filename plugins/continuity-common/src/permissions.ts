import { createPermission } from '@backstage/plugin-permission-common';
import { continuityChangePermissions } from './changePermissions';
import { continuityAuditPermissions } from './auditPermissions';
import { continuityTestPermissions } from './testPermissions';

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

/** To ask those who answer for services about them, by notification. @public */
export const continuityCoverageAskPermission = createPermission({
  name: 'continuity.coverage.ask',
  attributes: { action: 'create' },
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

/** To record business impact analyses and risk assessments of an entity. @public */
export const continuityAnalysisUpdatePermission = createPermission({
  name: 'continuity.analysis.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CONTINUITY_ENTITY,
});

/** To confirm or decline, as the second person, a business impact analysis that asks for less than the one before it. @public */
export const continuityAnalysisApprovePermission = createPermission({
  name: 'continuity.analysis.approve',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CONTINUITY_ENTITY,
});

/** To ask for an exemption of an entity, to take it back, and to end it early. @public */
export const continuityExemptionCreatePermission = createPermission({
  name: 'continuity.exemption.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_CONTINUITY_ENTITY,
});

/** To approve or refuse an exemption; never as who asked for it. @public */
export const continuityExemptionApprovePermission = createPermission({
  name: 'continuity.exemption.approve',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CONTINUITY_ENTITY,
});

/** To run a sweep, release a held one, and decide on carry-overs. @public */
export const continuityCatalogManagePermission = createPermission({
  name: 'continuity.catalog.manage',
  attributes: { action: 'update' },
});

/**
 * Resource type of permissions that are asked for one plan. The resource ref is the plan's id.
 *
 * @public
 */
export const RESOURCE_TYPE_CONTINUITY_PLAN = 'continuity-plan';

/** To begin plans. A draft changes nothing about any entity until somebody who may has approved it. @public */
export const continuityPlanCreatePermission = createPermission({
  name: 'continuity.plan.create',
  attributes: { action: 'create' },
});

/** To write and submit a plan. @public */
export const continuityPlanUpdatePermission = createPermission({
  name: 'continuity.plan.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CONTINUITY_PLAN,
});

/** To approve, return and confirm a plan, and to name it primary; never one's own text. @public */
export const continuityPlanApprovePermission = createPermission({
  name: 'continuity.plan.approve',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CONTINUITY_PLAN,
});

/** To put a plan out of force for good. @public */
export const continuityPlanArchivePermission = createPermission({
  name: 'continuity.plan.archive',
  attributes: { action: 'delete' },
  resourceType: RESOURCE_TYPE_CONTINUITY_PLAN,
});

/** To read phones and private mails of the people a plan names. @public */
export const continuityPlanContactsReadPermission = createPermission({
  name: 'continuity.plan.contacts.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CONTINUITY_PLAN,
});

/** To write and erase phones and private mails of the people a plan names. @public */
export const continuityPlanContactsUpdatePermission = createPermission({
  name: 'continuity.plan.contacts.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CONTINUITY_PLAN,
});

/** To take all plans in force away as files; contacts are in it as far as the caller may read them. @public */
export const continuityPlanEmergencyCopyPermission = createPermission({
  name: 'continuity.plan.emergency-copy',
  attributes: { action: 'read' },
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
  continuityCoverageAskPermission,
  continuityProfileUpdatePermission,
  continuityAgreementCreatePermission,
  continuityAgreementApprovePermission,
  continuityAnalysisUpdatePermission,
  continuityAnalysisApprovePermission,
  continuityDependencyClassifyPermission,
  continuityExemptionCreatePermission,
  continuityExemptionApprovePermission,
  continuityCatalogManagePermission,
  continuityPlanCreatePermission,
  continuityPlanUpdatePermission,
  continuityPlanApprovePermission,
  continuityPlanArchivePermission,
  continuityPlanContactsReadPermission,
  continuityPlanContactsUpdatePermission,
  continuityPlanEmergencyCopyPermission,
  ...continuityTestPermissions,
  ...continuityAuditPermissions,
  ...continuityChangePermissions,
];
