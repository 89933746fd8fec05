import type { DiscoveryService } from '@backstage/backend-plugin-api';
import { createOpenApiDocument } from 'backstage-plugin-continuity-common';
import { RouteHandlers } from '../contract/RouteHandlers';
import { AgreementService } from './profile/AgreementService';
import { AnalysisDecisions } from './plan/AnalysisDecisions';
import { analysisHandlers } from './plan/analysisHandlers';
import { AnalysisService } from './plan/AnalysisService';
import { CatalogCareService } from './profile/CatalogCareService';
import { createCoverageHandlers } from './coverage/createCoverageHandlers';
import type { createCoverageServices } from './coverage/createCoverageServices';
import { createImportHandlers } from './coverage/import/createImportHandlers';
import { ImportService } from './coverage/import/ImportService';
import type { createMineServices } from './coverage/createMineServices';
import { createChangeHandlers } from './change/createChangeHandlers';
import type { createChangeServices } from './change/createChangeServices';
import { createDependencyHandlers } from './dependency/createDependencyHandlers';
import type { createDependencyServices } from './dependency/createDependencyServices';
import {
  entityRefOf,
  EntityContinuityService,
} from './profile/EntityContinuityService';
import { createCalendarHandlers } from './testing/calendar/createCalendarHandlers';
import type { createCalendarServices } from './testing/calendar/createCalendarServices';
import { createEvidenceHandlers } from './coverage/createEvidenceHandlers';
import { createExemptionHandlers } from './exemption/createExemptionHandlers';
import type { createExemptionServices } from './exemption/createExemptionServices';
import { createFindingHandlers } from './testing/finding/createFindingHandlers';
import type { createFindingServices } from './testing/finding/createFindingServices';
import { createPlanHandlers } from './plan/createPlanHandlers';
import type { createPlanServices } from './plan/createPlanServices';
import { createRecordHandlers } from './record/createRecordHandlers';
import type { createRecordServices } from './record/createRecordServices';
import { createTestHandlers } from './testing/createTestHandlers';
import type { createTestServices } from './testing/createTestServices';
import { HistoryService } from './profile/HistoryService';
import { LabelService } from './profile/LabelService';
import { PolicyService } from './profile/PolicyService';
import { ProfileService } from './profile/ProfileService';

/** Binds each call of the API to the service that answers it. */
export function createHandlers(
  services: ReturnType<typeof createPlanServices> &
    ReturnType<typeof createExemptionServices> &
    ReturnType<typeof createFindingServices> &
    ReturnType<typeof createCalendarServices> &
    ReturnType<typeof createRecordServices> &
    ReturnType<typeof createCoverageServices> &
    ReturnType<typeof createMineServices> &
    ReturnType<typeof createTestServices> & {
      entities: EntityContinuityService;
      profiles: ProfileService;
      agreements: AgreementService;
      analyses: AnalysisService;
      analysisDecisions: AnalysisDecisions;
      imports: ImportService;
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
    ...createImportHandlers(services),
    getMine: ({ query, credentials }) =>
      services.mine.get(query, { credentials }),
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
