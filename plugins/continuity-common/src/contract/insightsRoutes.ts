import { continuityInsightsReviewPermission } from '../auditPermissions';
import {
  insightsReviewRequestSchema,
  insightsSchema,
  kpiQuerySchema,
} from '../coverage/insights';
import { continuityAuditReadPermission } from '../permissions';
import { defineRoute } from './ContinuityRoute';

/** The calls about figures; part of {@link continuityRoutes}. @public */
export const insightsRoutes = {
  getKpis: defineRoute({
    method: 'get',
    path: '/kpis',
    summary:
      'Key performance indicators of a period, with targets, the period before, and trends',
    description:
      'Made over everything, whoever may see what: they name no entity. Figures about the past come from the history as it was known then, by the policy of that day; days on which nothing ran are not lost.',
    permission: continuityAuditReadPermission,
    query: kpiQuerySchema,
    status: 200,
    response: insightsSchema,
    errors: [400, 401, 403],
  }),
  reviewInsights: defineRoute({
    method: 'post',
    path: '/insights/review',
    summary: 'Records that critical success factors and targets were reviewed',
    description: 'For people only. Factors and targets themselves are policy.',
    permission: continuityInsightsReviewPermission,
    usersOnly: true,
    body: insightsReviewRequestSchema,
    status: 200,
    response: insightsSchema,
    errors: [400, 401, 403],
    auditEvent: 'insights-review',
  }),
};
