import type { DiscoveryService } from '@backstage/backend-plugin-api';
import { createOpenApiDocument } from 'backstage-plugin-continuity-common';
import { RouteHandlers } from '../contract/RouteHandlers';
import { AgreementService } from './AgreementService';
import { AnalysisDecisions } from './AnalysisDecisions';
import { analysisHandlers } from './analysisHandlers';
import { AnalysisService } from './AnalysisService';
import { CatalogCareService } from './CatalogCareService';
import { createCoverageHandlers } from './createCoverageHandlers';
import type { createCoverageServices } from './createCoverageServices';
import { createChangeHandlers } from './createChangeHandlers';
import type { createChangeServices } from './createChangeServices';
import { createDependencyHandlers } from './createDependencyHandlers';
import type { createDependencyServices } from './createDependencyServices';
import {
  entityRefOf,
  EntityContinuityService,
} from './EntityContinuityService';
import { createCalendarHandlers } from './createCalendarHandlers';
import type { createCalendarServices } from './createCalendarServices';
import { createEvidenceHandlers } from './createEvidenceHandlers';
import { createExemptionHandlers } from './createExemptionHandlers';
import type { createExemptionServices } from './createExemptionServices';
import { createFindingHandlers } from './createFindingHandlers';
import type { createFindingServices } from './createFindingServices';
import { createPlanHandlers } from './createPlanHandlers';
import type { createPlanServices } from './createPlanServices';
import { createRecordHandlers } from './createRecordHandlers';
import type { createRecordServices } from './createRecordServices';
import { createTestHandlers } from './createTestHandlers';
import type { createTestServices } from './createTestServices';
import { HistoryService } from './HistoryService';
import { LabelService } from './LabelService';
import { PolicyService } from './PolicyService';
import { ProfileService } from './ProfileService';

/** Binds each call of the API to the service that answers it. */
export function createHandlers(
  services: ReturnType<typeof createPlanServices> &
    ReturnType<typeof createExemptionServices> &
    ReturnType<typeof createFindingServices> &
    ReturnType<typeof createCalendarServices> &
    ReturnType<typeof createRecordServices> &
    ReturnType<typeof createCoverageServices> &
    ReturnType<typeof createTestServices> & {
      entities: EntityContinuityService;
      profiles: ProfileService;
      agreements: AgreementService;
      analyses: AnalysisService;
      analysisDecisions: AnalysisDecisions;
      history: HistoryService;
      policy: PolicyService;
      labels: LabelService;
      care: CatalogCareService;
      dependency: ReturnType<typeof createDependencyServices>;
      change: ReturnType<typeof createChangeServices>;
      discovery: DiscoveryService;
      version: string;
    },
): RouteHandlers {
  const { entities, profiles, agreements, history, care } = services;
  return {
    ...createPlanHandlers(services),
    ...createExemptionHandlers(services),
    ...createFindingHandlers(services),
    ...createCalendarHandlers(services),
    ...createEvidenceHandlers(services),
    ...createTestHandlers(services),
    ...createRecordHandlers(services),
    getPolicy: ({ credentials }) => services.policy.get({ credentials }),
    getLabels: ({ query, credentials }) =>
      services.labels.changedSince(query.sinceRevision ?? 0, { credentials }),
    getEntity: ({ params, credentials }) =>
      entities.get(entityRefOf(params), { credentials }),
    updateProfile: ({ params, body, revision, credentials }) =>
      profiles.update(
        entityRefOf(params),
        { ...body, revision },
        { credentials },
      ),
    getHistory: ({ params, query, credentials }) =>
      history.list(entityRefOf(params), query, { credentials }),
    recordAgreement: ({ params, body, credentials }) =>
      agreements.record(entityRefOf(params), body, { credentials }),
    confirmAgreement: ({ params, body, credentials }) =>
      agreements.confirm(entityRefOf(params), params.id, {
        ...body,
        credentials,
      }),
    rejectAgreement: ({ params, body, credentials }) =>
      agreements.reject(entityRefOf(params), params.id, {
        ...body,
        credentials,
      }),
    ...analysisHandlers(services),
    ...createCoverageHandlers(services),
    updateProfiles: ({ body, credentials }) =>
      profiles.updateMany(body, { credentials }),
    getSweep: ({ credentials }) => care.sweepStatus({ credentials }),
    runSweep: ({ credentials }) => care.runSweep({ credentials }),
    releaseSweep: ({ credentials }) => care.releaseSweep({ credentials }),
    listCarryOvers: ({ credentials }) => care.listCarryOvers({ credentials }),
    decideCarryOver: ({ params, body, credentials }) =>
      care.decideCarryOver(params.id, body, { credentials }),
    ...createDependencyHandlers(services.dependency),
    ...createChangeHandlers(services.change),
    getOpenApi: async () =>
      createOpenApiDocument({
        serverUrl: await services.discovery.getExternalBaseUrl('continuity'),
        version: services.version,
      }),
  };
}
