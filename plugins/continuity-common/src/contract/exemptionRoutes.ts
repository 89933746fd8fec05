import { z } from 'zod';
import {
  exemptionApproveRequestSchema,
  exemptionAskRequestSchema,
  exemptionDetailSchema,
  exemptionListSchema,
  exemptionQuerySchema,
  exemptionReasonRequestSchema,
  exemptionWithdrawRequestSchema,
} from '../exemption/exemptionRequests';
import {
  continuityExemptionApprovePermission,
  continuityExemptionCreatePermission,
  continuityReadPermission,
} from '../permissions';
import { defineRoute } from './ContinuityRoute';

const exemptionParams = z.object({ id: z.string().min(1).max(64) });

/** What the calls have in common that change something. */
const change = {
  method: 'post',
  status: 200,
  response: exemptionDetailSchema,
} as const;
const changeErrors = [400, 401, 403, 404, 409, 503] as const;

/** The calls about exemptions; part of {@link continuityRoutes}. @public */
export const exemptionRoutes = {
  listExemptions: defineRoute({
    method: 'get',
    path: '/exemptions',
    summary: 'Exemptions',
    description:
      'Exemptions of entities that the caller may read in the catalog. Without a sort, those that wait for the caller come first.',
    permission: continuityReadPermission,
    query: exemptionQuerySchema,
    status: 200,
    response: exemptionListSchema,
    errors: [400, 401, 403, 503],
  }),
  askForExemption: defineRoute({
    ...change,
    path: '/exemptions',
    summary: 'Asks for an exemption; another person decides on it',
    description:
      'It changes no status before it is approved. It may last as long as the policy says, and be renewed as often; whoever asks again for the same requirement ' +
      'within 90 days of an end renews what was approved before, with `renews` or without.',
    permission: continuityExemptionCreatePermission,
    body: exemptionAskRequestSchema,
    errors: [...changeErrors],
    auditEvent: 'exemption-ask',
  }),
  getExemption: defineRoute({
    method: 'get',
    path: '/exemptions/:id',
    summary:
      'An exemption: who asked for it and why, who decided, when it holds',
    permission: continuityReadPermission,
    params: exemptionParams,
    status: 200,
    response: exemptionDetailSchema,
    errors: [400, 401, 403, 404, 503],
  }),
  approveExemption: defineRoute({
    ...change,
    path: '/exemptions/:id/approve',
    params: exemptionParams,
    summary: 'Lets an exemption hold',
    description: 'For people only, and never for who asked for it.',
    permission: continuityExemptionApprovePermission,
    usersOnly: true,
    body: exemptionApproveRequestSchema,
    errors: [...changeErrors],
    auditEvent: 'exemption-approve',
  }),
  refuseExemption: defineRoute({
    ...change,
    path: '/exemptions/:id/refuse',
    params: exemptionParams,
    summary: 'Refuses an exemption',
    description: 'For people only, and never for who asked for it.',
    permission: continuityExemptionApprovePermission,
    usersOnly: true,
    body: exemptionReasonRequestSchema,
    errors: [...changeErrors],
    auditEvent: 'exemption-refuse',
  }),
  withdrawExemption: defineRoute({
    ...change,
    path: '/exemptions/:id/withdraw',
    params: exemptionParams,
    summary: 'Takes back an exemption that nobody has decided on',
    permission: continuityExemptionCreatePermission,
    body: exemptionWithdrawRequestSchema,
    errors: [...changeErrors],
    auditEvent: 'exemption-withdraw',
  }),
  endExemption: defineRoute({
    ...change,
    path: '/exemptions/:id/end',
    params: exemptionParams,
    summary: 'Ends an approved exemption before its end',
    permission: continuityExemptionCreatePermission,
    body: exemptionReasonRequestSchema,
    errors: [...changeErrors],
    auditEvent: 'exemption-end',
  }),
};
