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
import { ContinuityEntityResources } from '../permissions/ContinuityEntityResources';
import { continuityEntityResourceRef } from '../permissions/continuityEntityResourceRef';
import { EntityPermissions } from '../permissions/EntityPermissions';
import { HiddenEntities } from '../permissions/HiddenEntities';
import { EntityPlansReader } from '../plan/EntityPlansReader';
import { EntityTestsReader } from './EntityTestsReader';
import { AgreementService } from './AgreementService';
import { AnalysisDecisions } from './AnalysisDecisions';
import { AnalysisSections } from './AnalysisSections';
import { AnalysisService } from './AnalysisService';
import { assessApart } from './assessApart';
import { CatalogCareService } from './CatalogCareService';
import { createCoverageServices } from './createCoverageServices';
import { createPlanServices } from './createPlanServices';
import { createChangeServices } from './createChangeServices';
import { createDependencyServices } from './createDependencyServices';
import { createCalendarServices } from './createCalendarServices';
import { createExemptionServices } from './createExemptionServices';
import { createFindingServices } from './createFindingServices';
import { createRecordServices } from './createRecordServices';
import { createTestServices } from './createTestServices';
import { createHandlers } from './createHandlers';
import { DependencySummaryReader } from './DependencySummaryReader';
import { Stores } from './createStores';
import { EntityContinuityService } from './EntityContinuityService';
import { EntityExemptionsReader } from './EntityExemptionsReader';
import { ExemptionSummaries } from './ExemptionSummaries';
import { HistoryService } from './HistoryService';
import { LabelService } from './LabelService';
import { PartyCheck } from './PartyCheck';
import { PolicyService } from './PolicyService';
import { noteVisits } from './noteVisits';
import { ProfileService } from './ProfileService';
import { SweepStatusReader } from './SweepStatusReader';
import { SystemPartsReader } from './SystemPartsReader';
import { tierSummaryOf } from './tierSummaryOf';

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
  const shared = { ...stores, policy, access, entities, clock };
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
  const handlers = createHandlers({
    entities,
    analyses: AnalysisService.create({ ...shared, sections, parties }),
    analysisDecisions: AnalysisDecisions.create(shared),
    profiles: ProfileService.create({
      ...shared,
      hiddenEntities,
      refresh,
      parties,
    }),
    agreements: AgreementService.create(shared),
    history: HistoryService.create(shared),
    ...createCoverageServices({
      ...options,
      access,
      visibility,
      hiddenEntities,
      sweep: status,
      peopleKnown,
    }),
    policy: PolicyService.create({ ...stores, policy, care, peopleKnown }),
    labels: LabelService.create({ labels: stores.labels, mirror, visibility }),
    care,
    ...plans,
    ...findings,
    ...createExemptionServices({
      ...options,
      access,
      visibility,
      hiddenEntities,
      entities,
      exemptionSummaries,
    }),
    ...calendar,
    ...createRecordServices({
      ...options,
      access,
      visibility,
      hiddenEntities,
    }),
    ...createTestServices({
      ...options,
      ...findings,
      access,
      visibility,
      hiddenEntities,
      peopleKnown,
    }),
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
