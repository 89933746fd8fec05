import type {
  evidencePackRoutes,
  insightsRoutes,
  policyDryRunRoutes,
  recordRoutes,
} from 'backstage-plugin-continuity-common';
import { HandlersOf } from '../../contract/RouteHandlers';
import { createInsightsHandlers } from '../coverage/createInsightsHandlers';
import { createPolicyDryRunHandlers } from '../coverage/createPolicyDryRunHandlers';
import type { createRecordServices } from './createRecordServices';

/** Binds the calls about the history to the service that answers them. */
export function createRecordHandlers(
  services: ReturnType<typeof createRecordServices>,
) {
  const { recordIntegrity, evidence } = services;
  return {
    getRecordIntegrity: () => recordIntegrity.integrity(),
    verifyRecords: ({ query, credentials }) =>
      recordIntegrity.verify(query, { credentials }),
    getRetention: ({ credentials }) =>
      recordIntegrity.outlived({ credentials }),
    ...createInsightsHandlers(services),
    ...createPolicyDryRunHandlers(services),
    createEvidencePack: ({ body, credentials }) =>
      evidence.request(body, { credentials }),
    listEvidencePacks: ({ credentials }) => evidence.list({ credentials }),
    getEvidencePack: ({ params, credentials }) =>
      evidence.get(params.id, { credentials }),
    getEvidencePackFile: ({ params, credentials }) =>
      evidence.file(params.id, { credentials }),
  } satisfies HandlersOf<
    typeof recordRoutes &
      typeof insightsRoutes &
      typeof evidencePackRoutes &
      typeof policyDryRunRoutes
  >;
}
