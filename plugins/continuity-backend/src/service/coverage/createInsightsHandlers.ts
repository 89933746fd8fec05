import type { insightsRoutes } from 'backstage-plugin-continuity-common';
import { HandlersOf } from '../../contract/RouteHandlers';
import { InsightsService } from './InsightsService';

/** Binds the calls about figures to the service that answers them. */
export function createInsightsHandlers(services: {
  insights: InsightsService;
}) {
  const { insights } = services;
  return {
    getKpis: ({ query, credentials }) => insights.get(query, { credentials }),
    reviewInsights: ({ body, credentials }) =>
      insights.review(body, { credentials }),
  } satisfies HandlersOf<typeof insightsRoutes>;
}
