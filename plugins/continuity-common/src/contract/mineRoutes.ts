import { mineQuerySchema, mineSchema } from '../coverage/mine';
import { continuityReadPermission } from '../permissions';
import { defineRoute } from './ContinuityRoute';

/** The call behind "My continuity"; part of {@link continuityRoutes}. @public */
export const mineRoutes = {
  getMine: defineRoute({
    method: 'get',
    path: '/mine',
    summary: 'What the caller and their groups answer for and have to do',
    description:
      'Gaps of services that they own or recover, decisions that wait for them, tests, plans, findings and exemptions; the most urgent of each first. ' +
      'Each item names the one step that settles it, as far as the caller may take it. For services it is empty.',
    permission: continuityReadPermission,
    query: mineQuerySchema,
    status: 200,
    response: mineSchema,
    errors: [400, 401, 403, 503],
  }),
};
