import type {
  AuthService,
  DiscoveryService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type {
  ContinuityOperations,
  ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import { CarryOverService } from '../catalog/CarryOverService';
import { EntityChangesReader } from '../change/EntityChangesReader';
import { CatalogRefresh } from '../catalog/CatalogRefresh';
import { CatalogSweep } from '../catalog/CatalogSweep';
import { CallerAccess } from '../permissions/CallerAccess';
import { CatalogVisibility } from '../permissions/CatalogVisibility';
import { ContinuityEntityResources } from '../permissions/resources/ContinuityEntityResources';
import { continuityEntityResourceRef } from '../permissions/resources/continuityEntityResourceRef';
import { EntityPermissions } from '../permissions/EntityPermissions';
import { HiddenEntities } from '../permissions/HiddenEntities';
import { EntityPlansReader } from '../plan/EntityPlansReader';
import { EntityTestsReader } from './testing/EntityTestsReader';
import { AgreementService } from './profile/AgreementService';
import { AnalysisDecisions } from './plan/AnalysisDecisions';
import { AnalysisSections } from './plan/AnalysisSections';
import { AnalysisImporter } from './plan/AnalysisImporter';
import { AnalysisService } from './plan/AnalysisService';
import { AnalysisWriter } from './plan/AnalysisWriter';
import { assessApart } from './profile/assessApart';
import { CatalogCareService } from './profile/CatalogCareService';
import { createCoverageServices } from './coverage/createCoverageServices';
import { createMineServices } from './coverage/createMineServices';
import { ImportService } from './coverage/import/ImportService';
import { createPlanServices } from './plan/createPlanServices';
import { createChangeServices } from './change/createChangeServices';
import { createDependencyServices } from './dependency/createDependencyServices';
import { createCalendarServices } from './testing/calendar/createCalendarServices';
import { createExemptionServices } from './exemption/createExemptionServices';
import { createFindingServices } from './testing/finding/createFindingServices';
import { createRecordServices } from './record/createRecordServices';
import { createTestServices } from './testing/createTestServices';
import { createHandlers } from './createHandlers';
import { DependencySummaryReader } from './dependency/DependencySummaryReader';
import { Stores } from './createStores';
import { EntityBatch } from './profile/EntityBatch';
import { EntityContinuityService } from './profile/EntityContinuityService';
import { EntityExemptionsReader } from './exemption/EntityExemptionsReader';
import { ExemptionSummaries } from './exemption/ExemptionSummaries';
import { HistoryService } from './profile/HistoryService';
import { LabelService } from './profile/LabelService';
import { PartyCheck } from './profile/PartyCheck';
import { PolicyService } from './profile/PolicyService';
import { noteVisits } from './profile/noteVisits';
import { ProfileImporter } from './profile/ProfileImporter';
import { ProfileService } from './profile/ProfileService';
import { ProfileWriter } from '../profile/ProfileWriter';
import { SweepStatusReader } from './profile/SweepStatusReader';
import { SystemPartsReader } from './plan/SystemPartsReader';
import { tierSummaryOf } from './profile/tierSummaryOf';

/** Puts together what answers the calls of the API. */
export function createServices(options: {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  discovery: DiscoveryService;
  logger: LoggerService;
  notifications: NotificationService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  scheduler: SchedulerService;
  policy: ContinuityPolicy;
  operations: ContinuityOperations;
  stores: Stores;
  resources: ContinuityEntityResources;
  refresh: CatalogRefresh;
  sweep: CatalogSweep;
  carryOverService: CarryOverService;
  clock: () => Date;
  version: string;
}) {
  const { auth, catalog, permissions, policy, stores, clock } = options;
  const { database, mirror } = stores;
  const { refresh, sweep, carryOverService } = options;

  const visibility = CatalogVisibility.create({
    permissions,
    auth,
    catalog,
    clock,
  });
  const hiddenEntities = HiddenEntities.create({ visibility, mirror });
  const access = CallerAccess.create({
    auth,
    permissions,
    visibility,
    entityPermissions: EntityPermissions.create({
      permissions,
      resources: options.resources,
      ruleset: options.permissionsRegistry.getPermissionRuleset(
        continuityEntityResourceRef,
      ),
    }),
  });
  const status = SweepStatusReader.create({ database, clock });
  const peopleKnown = () => mirror.peopleKnown();

  const sections = AnalysisSections.create({
    analyses: stores.analyses,
    policy,
  });
  const findings = createFindingServices({
    ...options,
    access,
    visibility,
    hiddenEntities,
    peopleKnown,
  });
  const exemptionSummaries = ExemptionSummaries.create({
    ...stores,
    access,
    hiddenEntities,
    policy,
    clock,
  });
  const entities = EntityContinuityService.create({
    ...stores,
    entityExemptions: EntityExemptionsReader.create({
      ...stores,
      exemptionSummaries,
      clock,
    }),
    entityTests: EntityTestsReader.create({ database, ...findings }),
    analysisSections: sections,
    entityPlans: EntityPlansReader.create({ database, clock }),
    entityChanges: EntityChangesReader.create({ ...stores, clock }),
    access,
    hiddenEntities,
    refresh,
    dependencies: DependencySummaryReader.create(stores),
    parts: SystemPartsReader.create({ database }),
    sweep: status,
    tierOf: tierId => tierSummaryOf(policy, tierId),
    timeZone: policy.timeZone,
    assessApart: entity => assessApart(entity, { policy, clock }),
  });
  const batch = EntityBatch.create({
    ...stores,
    access,
    entities,
    hiddenEntities,
    refresh,
  });
  const shared = { ...stores, policy, access, entities, batch, clock };
  const care = CatalogCareService.create({
    permissions,
    visibility,
    hiddenEntities,
    scheduler: options.scheduler,
    sweep,
    status,
    carryOvers: stores.carryOvers,
    carryOverService,
  });
  const parties = PartyCheck.create({ mirror, hiddenEntities, peopleKnown });
  const calendar = createCalendarServices({
    ...options,
    visibility,
    hiddenEntities,
  });
  const plans = createPlanServices({
    ...options,
    access,
    visibility,
    hiddenEntities,
    entities,
    peopleKnown,
  });
  const change = createChangeServices({
    ...options,
    ...plans,
    access,
    visibility,
    hiddenEntities,
    sweep: status,
  });
  const coverage = createCoverageServices({
    ...options,
    access,
    visibility,
    hiddenEntities,
    sweep: status,
    peopleKnown,
  });
  const exemptions = createExemptionServices({
    ...options,
    access,
    visibility,
    hiddenEntities,
    entities,
    batch,
    exemptionSummaries,
  });
  const tests = createTestServices({
    ...options,
    ...findings,
    access,
    visibility,
    hiddenEntities,
    peopleKnown,
  });
  const writing = {
    ...shared,
    refresh,
    parties,
    sections,
    analysisWriter: AnalysisWriter.create({ ...shared, sections }),
    profileWriter: ProfileWriter.create(stores),
  };
  const handlers = createHandlers({
    entities,
    analyses: AnalysisService.create(writing),
    imports: ImportService.create({
      ...shared,
      importers: {
        profiles: ProfileImporter.create(writing),
        analyses: AnalysisImporter.create(writing),
        plans: plans.planImporter,
        tests: tests.testImporter,
        exemptions: exemptions.exemptionImporter,
      },
    }),
    analysisDecisions: AnalysisDecisions.create(shared),
    profiles: ProfileService.create(writing),
    agreements: AgreementService.create(shared),
    history: HistoryService.create(shared),
    ...coverage,
    ...createMineServices({
      ...options,
      ...stores,
      ...coverage,
      ...plans,
      ...tests,
      ...findings,
      ...exemptions,
      ...change,
      access,
      hiddenEntities,
    }),
    policy: PolicyService.create({ ...stores, policy, care, peopleKnown }),
    labels: LabelService.create({ labels: stores.labels, mirror, visibility }),
    care,
    ...plans,
    ...findings,
    ...exemptions,
    ...calendar,
    ...createRecordServices({
      ...options,
      access,
      visibility,
      hiddenEntities,
    }),
    ...tests,
    dependency: createDependencyServices({
      stores,
      policy,
      access,
      visibility,
      hiddenEntities,
      entities,
      refresh,
      sweep: status,
      clock,
    }),
    change,
    discovery: options.discovery,
    version: options.version,
  });
  return {
    handlers: noteVisits(handlers, calendar.calendarFeeds),
    checkWhole: change.checkWhole,
  };
}
