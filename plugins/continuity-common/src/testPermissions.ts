import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Resource type of permissions that are asked for one test. The resource ref is the test's id.
 *
 * @public
 */
export const RESOURCE_TYPE_CONTINUITY_TEST = 'continuity-test';

/**
 * Resource type of permissions that are asked for one finding. The resource ref is the finding's id.
 *
 * @public
 */
export const RESOURCE_TYPE_CONTINUITY_FINDING = 'continuity-finding';

/** To plan tests, and to enter those that were held already. @public */
export const continuityTestCreatePermission = createPermission({
  name: 'continuity.test.create',
  attributes: { action: 'create' },
});

/** To change a planned test, to move or to cancel it. @public */
export const continuityTestUpdatePermission = createPermission({
  name: 'continuity.test.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CONTINUITY_TEST,
});

/** To hold a test: start it, tick its steps, write its log, record results, add evidence, complete it. @public */
export const continuityTestRunPermission = createPermission({
  name: 'continuity.test.run',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CONTINUITY_TEST,
});

/** To review results; never as the facilitator, nor as who recorded one. @public */
export const continuityTestReviewPermission = createPermission({
  name: 'continuity.test.review',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CONTINUITY_TEST,
});

/** To report results as a machine; for which entities and depths is policy. @public */
export const continuityTestReportPermission = createPermission({
  name: 'continuity.test.report',
  attributes: { action: 'create' },
});

/** To record that a supplier attests a test of its own. @public */
export const continuitySupplierEvidenceCreatePermission = createPermission({
  name: 'continuity.test.supplier-evidence.create',
  attributes: { action: 'create' },
});

/** To make a calendar feed, whose address can be read without signing in. @public */
export const continuityCalendarFeedCreatePermission = createPermission({
  name: 'continuity.calendar-feed.create',
  attributes: { action: 'create' },
});

/** To write findings down. @public */
export const continuityFindingCreatePermission = createPermission({
  name: 'continuity.finding.create',
  attributes: { action: 'create' },
});

/** To work on a finding: change, start, resolve and reopen it. @public */
export const continuityFindingUpdatePermission = createPermission({
  name: 'continuity.finding.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CONTINUITY_FINDING,
});

/** To say whether what was done about a finding worked; never who resolved it. @public */
export const continuityFindingVerifyPermission = createPermission({
  name: 'continuity.finding.verify',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CONTINUITY_FINDING,
});

/** To approve that nothing will be done about a finding; never its owner, nor who asked for it. @public */
export const continuityFindingAcceptPermission = createPermission({
  name: 'continuity.finding.accept',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CONTINUITY_FINDING,
});

/**
 * The permissions about tests and findings.
 *
 * @public
 */
export const continuityTestPermissions = [
  continuityTestCreatePermission,
  continuityTestUpdatePermission,
  continuityTestRunPermission,
  continuityTestReviewPermission,
  continuityTestReportPermission,
  continuitySupplierEvidenceCreatePermission,
  continuityCalendarFeedCreatePermission,
  continuityFindingCreatePermission,
  continuityFindingUpdatePermission,
  continuityFindingVerifyPermission,
  continuityFindingAcceptPermission,
];
