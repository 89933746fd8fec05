import { z } from 'zod';
import {
  dryRunChangeListSchema,
  dryRunChangesQuerySchema,
  latestPolicyDryRunSchema,
  policyDryRunRequestSchema,
  policyDryRunSchema,
} from '../coverage/policyDryRun';
import { continuityAuditReadPermission } from '../permissions';
import { defineRoute } from './ContinuityRoute';

const runParams = z.object({ id: z.string().min(1).max(64) });

/** The calls that try a changed policy; part of {@link continuityRoutes}. @public */
export const policyDryRunRoutes = {
  startPolicyDryRun: defineRoute({
    method: 'post',
    path: '/policy/dry-run',
    summary: 'Who would change status under another policy',
    description:
      'Works it out in the background and changes nothing. What the text leaves out has its default, as at start-up; a wrong policy is refused with each mistake and its path. A person has one dry run at a time: another one takes its place.',
    permission: continuityAuditReadPermission,
    body: policyDryRunRequestSchema,
    status: 202,
    response: policyDryRunSchema,
    errors: [400, 401, 403],
    auditEvent: 'policy-dry-run',
  }),
  getLatestPolicyDryRun: defineRoute({
    method: 'get',
    path: '/policy/dry-run',
    summary: 'One’s own dry run, where there is one',
    permission: continuityAuditReadPermission,
    status: 200,
    response: latestPolicyDryRunSchema,
    errors: [401, 403],
  }),
  getPolicyDryRun: defineRoute({
    method: 'get',
    path: '/policy/dry-run/:id',
    summary: 'How far one’s own dry run is, and what it found',
    permission: continuityAuditReadPermission,
    params: runParams,
    status: 200,
    response: policyDryRunSchema,
    errors: [401, 403, 404],
  }),
  listPolicyDryRunChanges: defineRoute({
    method: 'get',
    path: '/policy/dry-run/:id/changes',
    summary:
      'The entities for which one’s own dry run found a change, worst first',
    description:
      'What the caller may not read in the catalog is counted in `hidden`, and named nowhere.',
    permission: continuityAuditReadPermission,
    params: runParams,
    query: dryRunChangesQuerySchema,
    status: 200,
    response: dryRunChangeListSchema,
    errors: [400, 401, 403, 404, 409, 503],
  }),
};
