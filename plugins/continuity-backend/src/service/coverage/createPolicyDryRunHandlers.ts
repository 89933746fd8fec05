import type { policyDryRunRoutes } from 'backstage-plugin-continuity-common';
import { HandlersOf } from '../../contract/RouteHandlers';
import { PolicyDryRunService } from './PolicyDryRunService';

/** Binds the calls that try a policy to the service that answers them. */
export function createPolicyDryRunHandlers(services: {
  policyDryRun: PolicyDryRunService;
}) {
  const { policyDryRun } = services;
  return {
    startPolicyDryRun: ({ body, credentials }) =>
      policyDryRun.start(body, { credentials }),
    getLatestPolicyDryRun: ({ credentials }) =>
      policyDryRun.latest({ credentials }),
    getPolicyDryRun: ({ params, credentials }) =>
      policyDryRun.get(params.id, { credentials }),
    listPolicyDryRunChanges: ({ params, query, credentials }) =>
      policyDryRun.changes(params.id, query, { credentials }),
  } satisfies HandlersOf<typeof policyDryRunRoutes>;
}
