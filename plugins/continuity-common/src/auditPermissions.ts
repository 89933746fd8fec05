import { createPermission } from '@backstage/plugin-permission-common';

/** To record that critical success factors and targets were reviewed. @public */
export const continuityInsightsReviewPermission = createPermission({
  name: 'continuity.insights.review',
  attributes: { action: 'create' },
});

/** To have evidence packs made for auditors; with `continuity.audit.read` they hold what their maker may see. @public */
export const continuityEvidenceCreatePermission = createPermission({
  name: 'continuity.evidence.create',
  attributes: { action: 'create' },
});

/**
 * The permissions of those who answer for continuity as a whole.
 *
 * @public
 */
export const continuityAuditPermissions = [
  continuityInsightsReviewPermission,
  continuityEvidenceCreatePermission,
];
