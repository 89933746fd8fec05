import { continuityReadPermission } from '../permissions';
import { languageQuerySchema } from '../terms/textLanguage';
import { scenarioListSchema } from '../testing/scenario/scenario';
import {
  scheduleConflictsRequestSchema,
  scheduleConflictsSchema,
} from '../testing/scheduleConflict';
import { defineRoute } from './ContinuityRoute';

/** The calls that help to plan tests; they come before {@link testRoutes}, whose ids would take their words. @public */
export const testAidRoutes = {
  getTestScenarios: defineRoute({
    method: 'get',
    path: '/tests/scenarios',
    summary: 'The library of scenarios, with prompts and injects',
    permission: continuityReadPermission,
    query: languageQuerySchema,
    status: 200,
    response: scenarioListSchema,
    errors: [400, 401, 403],
  }),
  findScheduleConflicts: defineRoute({
    method: 'post',
    path: '/tests/conflicts',
    summary: 'What speaks against a date',
    permission: continuityReadPermission,
    body: scheduleConflictsRequestSchema,
    readsOnly: true,
    status: 200,
    response: scheduleConflictsSchema,
    errors: [400, 401, 403, 503],
  }),
};
