import type { coverageRoutes } from 'backstage-plugin-continuity-common';
import type { HandlersOf } from '../../contract/RouteHandlers';
import type { createCoverageServices } from './createCoverageServices';

/** Binds the calls about coverage. */
export function createCoverageHandlers(
  services: ReturnType<typeof createCoverageServices>,
): HandlersOf<typeof coverageRoutes> {
  const { coverage, coverageExport, coverageTrend, coverageViews } = services;
  return {
    listCoverage: ({ query, credentials }) =>
      coverage.list(query, { credentials }),
    getCoverageSummary: ({ query, credentials }) =>
      coverage.summary(query, { credentials }),
    getCoverageProgramme: ({ query, credentials }) =>
      coverage.programme(query, { credentials }),
    getCoverageTrend: ({ query, credentials }) =>
      coverageTrend.trend(query, { credentials }),
    exportCoverage: ({ query, credentials }) =>
      coverageExport.export(query, { credentials }),
    listCoverageViews: ({ credentials }) => coverageViews.list({ credentials }),
    saveCoverageView: ({ body, credentials }) =>
      coverageViews.save(body, { credentials }),
    deleteCoverageView: ({ params, credentials }) =>
      coverageViews.delete(params.id, { credentials }),
    askOwners: ({ body, credentials }) =>
      services.coverageAsk.ask(body, { credentials }),
  };
}
