import {
  continuityDependencyClassifyPermission,
  continuityReadPermission,
} from '../permissions';
import { defineRoute } from './ContinuityRoute';
import {
  classifyDependenciesRequestSchema,
  classifyDependenciesResponseSchema,
} from './dependencyClassification';
import {
  concentrationListSchema,
  dependencyEdgeListSchema,
  dependencyEdgesQuerySchema,
  dependencyListQuerySchema,
  targetConflictListSchema,
  targetConflictsQuerySchema,
  unresolvedListSchema,
} from './dependencyOverview';
import {
  entityDependenciesQuerySchema,
  entityDependenciesSchema,
} from './entityDependencies';
import { entityParams } from './entityParams';
import { runSheetSchema, whatIfAnswerSchema } from './lossAnswers';
import {
  runSheetQuerySchema,
  runSheetRequestSchema,
  whatIfRequestSchema,
} from './lossRequests';

/** The calls about dependencies. */
export const dependencyRoutes = {
  getDependencies: defineRoute({
    method: 'get',
    path: '/dependencies/by-name/:kind/:namespace/:name',
    summary: 'What an entity needs and who needs it',
    description:
      'With the shortest path to each, targets that don’t fit, and when the entity is expected back. The entity is read again from the catalog ' +
      'first. What the caller may not see is counted.',
    permission: continuityReadPermission,
    params: entityParams,
    query: entityDependenciesQuerySchema,
    status: 200,
    response: entityDependenciesSchema,
    errors: [400, 401, 403, 404, 503],
  }),
  whatIf: defineRoute({
    method: 'post',
    path: '/dependencies/what-if',
    summary: 'What happens if some entities are lost',
    description:
      'Who can’t be recovered without them and why, in which order and when all of it is back, against the targets; who is degraded; who must be ' +
      'called. Nothing is stored.',
    permission: continuityReadPermission,
    readsOnly: true,
    body: whatIfRequestSchema,
    status: 200,
    response: whatIfAnswerSchema,
    errors: [400, 401, 403, 503],
  }),
  makeRunSheet: defineRoute({
    method: 'post',
    path: '/dependencies/run-sheet',
    summary: 'An ordered recovery sheet, as JSON, CSV or Markdown',
    description: 'Nothing is stored.',
    permission: continuityReadPermission,
    readsOnly: true,
    query: runSheetQuerySchema,
    body: runSheetRequestSchema,
    status: 200,
    response: runSheetSchema,
    alsoAs: ['text/csv', 'text/markdown'],
    errors: [400, 401, 403, 503],
  }),
  listConcentration: defineRoute({
    method: 'get',
    path: '/dependencies/concentration',
    summary: 'Which entities most critical services can’t do without',
    permission: continuityReadPermission,
    query: dependencyListQuerySchema,
    status: 200,
    response: concentrationListSchema,
    errors: [400, 401, 403, 503],
  }),
  listTargetConflicts: defineRoute({
    method: 'get',
    path: '/dependencies/conflicts',
    summary: 'Dependencies that may take longer than what depends on them',
    permission: continuityReadPermission,
    query: targetConflictsQuerySchema,
    status: 200,
    response: targetConflictListSchema,
    errors: [400, 401, 403, 503],
  }),
  listUnresolvedDependencies: defineRoute({
    method: 'get',
    path: '/dependencies/unresolved',
    summary: 'What dependencies name and the catalog does not have',
    permission: continuityReadPermission,
    query: dependencyListQuerySchema,
    status: 200,
    response: unresolvedListSchema,
    errors: [400, 401, 403, 503],
  }),
  listDependencyEdges: defineRoute({
    method: 'get',
    path: '/dependencies/unclassified',
    summary: 'Dependencies nobody has called hard or soft, to be worked off',
    permission: continuityReadPermission,
    query: dependencyEdgesQuerySchema,
    status: 200,
    response: dependencyEdgeListSchema,
    errors: [400, 401, 403, 503],
  }),
  classifyDependencies: defineRoute({
    method: 'post',
    path: '/dependencies/classifications',
    summary:
      'Says which dependencies are hard or soft; each is answered for itself',
    permission: continuityDependencyClassifyPermission,
    body: classifyDependenciesRequestSchema,
    status: 200,
    response: classifyDependenciesResponseSchema,
    errors: [400, 401, 403, 503],
    auditEvent: 'dependency-classify',
  }),
};
