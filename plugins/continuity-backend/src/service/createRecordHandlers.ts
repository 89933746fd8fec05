import type {
  insightsRoutes,
  recordRoutes,
} from 'backstage-plugin-continuity-common';
import { HandlersOf } from '../contract/RouteHandlers';
import { createInsightsHandlers } from './createInsightsHandlers';
import type { createRecordServices } from './createRecordServices';

/** Binds the calls about the history to the service that answers them. */
export function createRecordHandlers(
  services: ReturnType<typeof createRecordServices>,
) {
  const { recordIntegrity } = services;
  return {
    getRecordIntegrity: () => recordIntegrity.integrity(),
    verifyRecords: ({ query, credentials }) =>
      recordIntegrity.verify(query, { credentials }),
    ...createInsightsHandlers(services),
  } satisfies HandlersOf<typeof recordRoutes & typeof insightsRoutes>;
}
