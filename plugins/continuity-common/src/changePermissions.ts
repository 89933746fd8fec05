import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Resource type of permissions that are asked for one recorded change. The resource ref is the change's id.
 *
 * @public
 */
export const RESOURCE_TYPE_CONTINUITY_CHANGE = 'continuity-change';

/** To check a change for its impact on the plans; nothing is stored. @public */
export const continuityChangeAssessPermission = createPermission({
  name: 'continuity.change.assess',
  attributes: { action: 'read' },
});

/** To record a change with its assessment. @public */
export const continuityChangeCreatePermission = createPermission({
  name: 'continuity.change.create',
  attributes: { action: 'create' },
});

/** To edit, implement and withdraw a recorded change. @public */
export const continuityChangeUpdatePermission = createPermission({
  name: 'continuity.change.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CONTINUITY_CHANGE,
});

/** To approve a recorded change; never one's own. @public */
export const continuityChangeApprovePermission = createPermission({
  name: 'continuity.change.approve',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CONTINUITY_CHANGE,
});

/** To record the review of an emergency change. @public */
export const continuityChangeReviewPermission = createPermission({
  name: 'continuity.change.review',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CONTINUITY_CHANGE,
});

/** Of changes. */
export const continuityChangePermissions = [
  continuityChangeAssessPermission,
  continuityChangeCreatePermission,
  continuityChangeUpdatePermission,
  continuityChangeApprovePermission,
  continuityChangeReviewPermission,
];
