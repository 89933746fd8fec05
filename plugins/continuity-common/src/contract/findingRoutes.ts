import { z } from 'zod';
import {
  continuityFindingAcceptPermission,
  continuityFindingCreatePermission,
  continuityFindingUpdatePermission,
  continuityFindingVerifyPermission,
} from '../testPermissions';
import { continuityReadPermission } from '../permissions';
import { findingDetailSchema } from '../testing/finding/findingDetail';
import {
  findingAcceptRequestSchema,
  findingConflictSchema,
  findingCreateRequestSchema,
  findingListSchema,
  findingQuerySchema,
  findingReopenRequestSchema,
  findingResolveRequestSchema,
  findingStartRequestSchema,
  findingUpdateRequestSchema,
  findingVerifyRequestSchema,
} from '../testing/finding/findingRequests';
import { defineRoute } from './ContinuityRoute';

const findingParams = z.object({ id: z.string().min(1).max(64) });

const readErrors = [400, 401, 403, 404, 503] as const;
const changeErrors = [400, 401, 403, 404, 409, 503] as const;

/** The calls about findings; part of {@link continuityRoutes}. @public */
export const findingRoutes = {
  listFindings: defineRoute({
    method: 'get',
    path: '/findings',
    summary: 'Findings',
    description:
      'A finding is listed when the caller may read at least one of its entities in the catalog. Hidden entities are counted.',
    permission: continuityReadPermission,
    query: findingQuerySchema,
    status: 200,
    response: findingListSchema,
    errors: [400, 401, 403, 503],
  }),
  createFinding: defineRoute({
    method: 'post',
    path: '/findings',
    summary: 'Writes a finding down, by hand or from a test',
    permission: continuityFindingCreatePermission,
    body: findingCreateRequestSchema,
    status: 200,
    response: findingDetailSchema,
    errors: [400, 401, 403, 503],
    auditEvent: 'finding-create',
  }),
  getFinding: defineRoute({
    method: 'get',
    path: '/findings/:id',
    summary: 'All that a finding’s page shows',
    permission: continuityReadPermission,
    params: findingParams,
    status: 200,
    response: findingDetailSchema,
    errors: [...readErrors],
  }),
  updateFinding: defineRoute({
    method: 'patch',
    path: '/findings/:id',
    summary: 'Changes a finding',
    description:
      '`If-Match` is the revision that the edit started from; a stale one is answered with 409 and the newer state. A later due day and a lower severity need a reason.',
    permission: continuityFindingUpdatePermission,
    params: findingParams,
    ifMatch: true,
    conflict: findingConflictSchema,
    body: findingUpdateRequestSchema,
    status: 200,
    response: findingDetailSchema,
    errors: [...changeErrors],
    auditEvent: 'finding-update',
  }),
  startFinding: defineRoute({
    method: 'post',
    path: '/findings/:id/start',
    summary: 'Says that somebody works on it',
    permission: continuityFindingUpdatePermission,
    params: findingParams,
    body: findingStartRequestSchema,
    status: 200,
    response: findingDetailSchema,
    errors: [...changeErrors],
    auditEvent: 'finding-start',
  }),
  resolveFinding: defineRoute({
    method: 'post',
    path: '/findings/:id/resolve',
    summary: 'Says what was done about it; another person verifies it',
    permission: continuityFindingUpdatePermission,
    params: findingParams,
    body: findingResolveRequestSchema,
    status: 200,
    response: findingDetailSchema,
    errors: [...changeErrors],
    auditEvent: 'finding-resolve',
  }),
  verifyFinding: defineRoute({
    method: 'post',
    path: '/findings/:id/verify',
    summary: 'Says whether what was done worked',
    description:
      'For people only, and never for who resolved it. What did not work is in progress again.',
    permission: continuityFindingVerifyPermission,
    usersOnly: true,
    params: findingParams,
    body: findingVerifyRequestSchema,
    status: 200,
    response: findingDetailSchema,
    errors: [...changeErrors],
    auditEvent: 'finding-verify',
  }),
  acceptFinding: defineRoute({
    method: 'post',
    path: '/findings/:id/accept',
    summary: 'Approves that nothing will be done about it',
    description:
      'For people only, and never for its owner or who asked for the acceptance.',
    permission: continuityFindingAcceptPermission,
    usersOnly: true,
    params: findingParams,
    body: findingAcceptRequestSchema,
    status: 200,
    response: findingDetailSchema,
    errors: [...changeErrors],
    auditEvent: 'finding-accept',
  }),
  reopenFinding: defineRoute({
    method: 'post',
    path: '/findings/:id/reopen',
    summary: 'Opens a finding again that was thought to be done',
    permission: continuityFindingUpdatePermission,
    params: findingParams,
    body: findingReopenRequestSchema,
    status: 200,
    response: findingDetailSchema,
    errors: [...changeErrors],
    auditEvent: 'finding-reopen',
  }),
};
