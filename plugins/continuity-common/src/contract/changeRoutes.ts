import { z } from 'zod';
import {
  continuityChangeApprovePermission,
  continuityChangeAssessPermission,
  continuityChangeReviewPermission,
  continuityChangeUpdatePermission,
} from '../changePermissions';
import {
  continuityPlanApprovePermission,
  continuityReadPermission,
} from '../permissions';
import { changeAssessRequestSchema } from './changeAssessRequest';
import { changeAssessmentSchema } from './changeAssessment';
import {
  changeApproveRequestSchema,
  changeConflictSchema,
  changeDetailSchema,
  changeImplementRequestSchema,
  changeListSchema,
  changeQuerySchema,
  changeReviewRequestSchema,
  changeUpdateRequestSchema,
  changeWithdrawRequestSchema,
  planChangeRequestDeclineSchema,
  planChangeRequestListSchema,
  planChangeRequestQuerySchema,
} from './changeRecord';
import { planChangeRequestSchema } from '../plan/planChangeRequest';
import { defineRoute } from './ContinuityRoute';

const changeParams = z.object({ id: z.string().min(1).max(64) });

/** The calls about changes and what they ask of plans; part of {@link continuityRoutes}. @public */
export const changeRoutes = {
  assessChange: defineRoute({
    method: 'post',
    path: '/changes/assess',
    summary: 'Checks a change for its impact on the plans',
    description:
      'Takes entities, files of a repository, proposed catalog-info documents, or all at once. What is wrong in a single one of them is told in `problems`. ' +
      'Nothing is stored unless `record` is true, which needs `continuity.change.create` as well. Entities that the caller may not read are counted.',
    permission: continuityChangeAssessPermission,
    readsOnly: true,
    body: changeAssessRequestSchema,
    status: 200,
    response: changeAssessmentSchema,
    errors: [400, 401, 403, 404, 503],
  }),
  listChanges: defineRoute({
    method: 'get',
    path: '/changes',
    summary: 'Recorded changes',
    permission: continuityReadPermission,
    query: changeQuerySchema,
    status: 200,
    response: changeListSchema,
    errors: [400, 401, 403, 503],
  }),
  getChange: defineRoute({
    method: 'get',
    path: '/changes/:id',
    summary:
      'A recorded change with its assessments and what it asked of plans',
    permission: continuityReadPermission,
    params: changeParams,
    status: 200,
    response: changeDetailSchema,
    errors: [401, 403, 404, 503],
  }),
  updateChange: defineRoute({
    method: 'patch',
    path: '/changes/:id',
    summary: 'Changes title, address or window of a change',
    permission: continuityChangeUpdatePermission,
    params: changeParams,
    ifMatch: true,
    conflict: changeConflictSchema,
    body: changeUpdateRequestSchema,
    status: 200,
    response: changeDetailSchema,
    errors: [400, 401, 403, 404, 409, 503],
    auditEvent: 'change-update',
  }),
  approveChange: defineRoute({
    method: 'post',
    path: '/changes/:id/approve',
    summary:
      'Approves a change; plans that need review get a plan change request',
    description: 'For people only, and never for who asked for the change.',
    permission: continuityChangeApprovePermission,
    usersOnly: true,
    params: changeParams,
    body: changeApproveRequestSchema,
    status: 200,
    response: changeDetailSchema,
    errors: [400, 401, 403, 404, 409, 503],
    auditEvent: 'change-approve',
  }),
  implementChange: defineRoute({
    method: 'post',
    path: '/changes/:id/implement',
    summary: 'Says that a change was implemented; now its plans are stale',
    permission: continuityChangeUpdatePermission,
    params: changeParams,
    body: changeImplementRequestSchema,
    status: 200,
    response: changeDetailSchema,
    errors: [400, 401, 403, 404, 409, 503],
    auditEvent: 'change-implement',
  }),
  withdrawChange: defineRoute({
    method: 'post',
    path: '/changes/:id/withdraw',
    summary:
      'Takes a change back that was not implemented; it leaves no trace on plans',
    permission: continuityChangeUpdatePermission,
    params: changeParams,
    body: changeWithdrawRequestSchema,
    status: 200,
    response: changeDetailSchema,
    errors: [400, 401, 403, 404, 409, 503],
    auditEvent: 'change-withdraw',
  }),
  reviewChange: defineRoute({
    method: 'post',
    path: '/changes/:id/review',
    summary: 'Records the review of an emergency change',
    description: 'For people only, and never for who asked for the change.',
    permission: continuityChangeReviewPermission,
    usersOnly: true,
    params: changeParams,
    body: changeReviewRequestSchema,
    status: 200,
    response: changeDetailSchema,
    errors: [400, 401, 403, 404, 409, 503],
    auditEvent: 'change-review',
  }),
  listPlanChangeRequests: defineRoute({
    method: 'get',
    path: '/plan-change-requests',
    summary: 'What changes ask of plans',
    permission: continuityReadPermission,
    query: planChangeRequestQuerySchema,
    status: 200,
    response: planChangeRequestListSchema,
    errors: [400, 401, 403, 503],
  }),
  declinePlanChangeRequest: defineRoute({
    method: 'post',
    path: '/plan-change-requests/:id/decline',
    summary: 'Says that a plan needs no new version after all, and why',
    description: 'For people only, by whoever may approve the plan.',
    permission: continuityPlanApprovePermission,
    usersOnly: true,
    params: changeParams,
    body: planChangeRequestDeclineSchema,
    status: 200,
    response: planChangeRequestSchema,
    errors: [400, 401, 403, 404, 409, 503],
    auditEvent: 'plan-change-request-decline',
  }),
};
