import type { RouteHandlers } from '../../contract/RouteHandlers';
import type { createDependencyServices } from './createDependencyServices';
import { entityRefOf } from '../profile/EntityContinuityService';

/** Binds each call about dependencies to the service that answers it. */
export function createDependencyHandlers(
  services: ReturnType<typeof createDependencyServices>,
) {
  const { dependencies, whatIf, runSheets, overview, classifications } =
    services;
  return {
    getDependencies: ({ params, query, credentials }) =>
      dependencies.get(entityRefOf(params), query, { credentials }),
    whatIf: ({ body, credentials }) => whatIf.ask(body, { credentials }),
    makeRunSheet: ({ body, query, credentials }) =>
      runSheets.make(body, { ...query, credentials }),
    listConcentration: ({ query, credentials }) =>
      overview.concentration(query, { credentials }),
    listTargetConflicts: ({ query, credentials }) =>
      overview.conflicts(query, { credentials }),
    listUnresolvedDependencies: ({ query, credentials }) =>
      overview.unresolved(query, { credentials }),
    listDependencyEdges: ({ query, credentials }) =>
      overview.edges(query, { credentials }),
    classifyDependencies: ({ body, credentials }) =>
      classifications.classify(body, { credentials }),
  } satisfies Partial<RouteHandlers>;
}
