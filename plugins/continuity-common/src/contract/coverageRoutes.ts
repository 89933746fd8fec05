import { z } from 'zod';
import {
  coverageGroupKeys,
  coverageListSchema,
  coverageQuerySchema,
  coverageSummarySchema,
} from '../coverage/coverage';
import {
  coverageAskRequestSchema,
  coverageAskResponseSchema,
} from '../coverage/coverageAsk';
import {
  coverageExportQuerySchema,
  coverageExportSchema,
} from '../coverage/coverageExport';
import { coverageProgrammeSchema } from '../coverage/coverageProgramme';
import {
  coverageTrendQuerySchema,
  coverageTrendSchema,
} from '../coverage/coverageTrend';
import {
  coverageViewListSchema,
  coverageViewRequestSchema,
} from '../coverage/coverageView';
import {
  continuityCoverageAskPermission,
  continuityReadPermission,
} from '../permissions';
import { defineRoute } from './ContinuityRoute';

const filters = coverageQuerySchema.omit({
  sort: true,
  limit: true,
  cursor: true,
});

const AS_OF =
  'With `asOf`, a day (its end in the policy’s zone) or an instant, the same question is answered for that moment, by the data and the policy of then; what the caller may see is that of now.';

/** The calls about coverage: the audit list, its counts, trend and export. @public */
export const coverageRoutes = {
  listCoverage: defineRoute({
    method: 'get',
    path: '/coverage',
    summary: 'The audit list',
    description: `Within one filter the values are alternatives (repeat the parameter); different filters must all hold. Without \`status\`, entities out of scope are left out. Only what the caller may read in the catalog is listed and counted. ${AS_OF}`,
    permission: continuityReadPermission,
    query: coverageQuerySchema,
    status: 200,
    response: coverageListSchema,
    errors: [400, 401, 403, 503],
  }),
  getCoverageSummary: defineRoute({
    method: 'get',
    path: '/coverage/summary',
    summary: 'Counts per status, for all and per group',
    description: AS_OF,
    permission: continuityReadPermission,
    query: filters
      .extend({ groupBy: z.enum(coverageGroupKeys).optional() })
      .strict(),
    status: 200,
    response: coverageSummarySchema,
    errors: [400, 401, 403, 503],
  }),
  getCoverageProgramme: defineRoute({
    method: 'get',
    path: '/coverage/programme',
    summary: 'What has to be done by when, and for how many services',
    permission: continuityReadPermission,
    query: filters,
    status: 200,
    response: coverageProgrammeSchema,
    errors: [400, 401, 403, 503],
  }),
  getCoverageTrend: defineRoute({
    method: 'get',
    path: '/coverage/trend',
    summary: 'Counts per status over time, and why they changed',
    description:
      'Computed from the recorded intervals of what the caller may see, so that no day is missing after a downtime.',
    permission: continuityReadPermission,
    query: coverageTrendQuerySchema,
    status: 200,
    response: coverageTrendSchema,
    errors: [400, 401, 403, 503],
  }),
  exportCoverage: defineRoute({
    method: 'get',
    path: '/coverage/export',
    summary: 'Everything that the filters match, as CSV or JSON',
    description: `Of one moment, sorted by ref, streamed. In CSV, cells that a spreadsheet could take for a formula begin with an apostrophe. ${AS_OF}`,
    permission: continuityReadPermission,
    query: coverageExportQuerySchema,
    status: 200,
    response: coverageExportSchema,
    alsoAs: ['text/csv'],
    streams: true,
    errors: [400, 401, 403, 503],
    auditEvent: 'coverage-export',
  }),
  listCoverageViews: defineRoute({
    method: 'get',
    path: '/coverage/views',
    summary: 'The views that the caller has saved, by name',
    permission: continuityReadPermission,
    usersOnly: true,
    status: 200,
    response: coverageViewListSchema,
    errors: [401, 403],
  }),
  saveCoverageView: defineRoute({
    method: 'put',
    path: '/coverage/views',
    summary: 'Saves a view, or renames and changes one',
    description:
      'Answers all views of the caller. 409 where another of theirs has the name.',
    permission: continuityReadPermission,
    usersOnly: true,
    body: coverageViewRequestSchema,
    status: 200,
    response: coverageViewListSchema,
    errors: [400, 401, 403, 404, 409],
    auditEvent: 'coverage-view-save',
  }),
  deleteCoverageView: defineRoute({
    method: 'delete',
    path: '/coverage/views/:id',
    summary: 'Deletes a view of the caller',
    permission: continuityReadPermission,
    usersOnly: true,
    params: z.object({ id: z.string().min(1).max(64) }),
    status: 200,
    response: coverageViewListSchema,
    errors: [401, 403, 404],
    auditEvent: 'coverage-view-delete',
  }),
  askOwners: defineRoute({
    method: 'post',
    path: '/coverage/ask',
    summary: 'Asks those who answer for services, one notification each',
    description:
      'For people only. About the same services nobody is asked twice within a day.',
    permission: continuityCoverageAskPermission,
    usersOnly: true,
    body: coverageAskRequestSchema,
    status: 200,
    response: coverageAskResponseSchema,
    errors: [400, 401, 403, 503],
    auditEvent: 'coverage-ask',
  }),
};
