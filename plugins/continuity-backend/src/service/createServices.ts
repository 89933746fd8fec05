import type {
  AuthService,
  DiscoveryService,
  PermissionsRegistryService,
  PermissionsService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ContinuityPolicy } from 'backstage-plugin-continuity-common';
import { CarryOverService } from '../catalog/CarryOverService';
import { CatalogRefresh } from '../catalog/CatalogRefresh';
import { CatalogSweep } from '../catalog/CatalogSweep';
import { RouteHandlers } from '../contract/RouteHandlers';
import { CoverageQueries } from '../coverage/CoverageQueries';
import { CallerAccess } from '../permissions/CallerAccess';
import { CatalogVisibility } from '../permissions/CatalogVisibility';
import { ContinuityEntityResources } from '../permissions/ContinuityEntityResources';
import { continuityEntityResourceRef } from '../permissions/continuityEntityResourceRef';
import { EntityPermissions } from '../permissions/EntityPermissions';
import { HiddenEntities } from '../permissions/HiddenEntities';
import { AgreementService } from './AgreementService';
import { assessApart } from './assessApart';
import { CatalogCareService } from './CatalogCareService';
import { CoverageService } from './CoverageService';
import { createHandlers } from './createHandlers';
import { Stores } from './createStores';
import { EntityContinuityService } from './EntityContinuityService';
import { HistoryService } from './HistoryService';
import { LabelService } from './LabelService';
import { NeighbourReader } from './NeighbourReader';
import { PartyCheck } from './PartyCheck';
import { PolicyService } from './PolicyService';
import { ProfileService } from './ProfileService';
import { SweepStatusReader } from './SweepStatusReader';
import { SystemPartsReader } from './SystemPartsReader';
import { tierSummaryOf } from './tierSummaryOf';

/** Puts together what answers the calls of the API. */
export function createServices(options: {
  auth: AuthService;
  catalog: CatalogService;
  discovery: DiscoveryService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  scheduler: SchedulerService;
  policy: ContinuityPolicy;
  stores: Stores;
  resources: ContinuityEntityResources;
  refresh: CatalogRefresh;
  sweep: CatalogSweep;
  carryOverService: CarryOverService;
  clock: () => Date;
  version: string;
}): RouteHandlers {
  const { auth, catalog, permissions, policy, stores, clock } = options;
  const { database, mirror, engine } = stores;
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

  const entities = EntityContinuityService.create({
    ...stores,
    access,
    hiddenEntities,
    refresh,
    neighbours: NeighbourReader.create({ mirror }),
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
  return createHandlers({
    entities,
    profiles: ProfileService.create({
      ...shared,
      hiddenEntities,
      refresh,
      parties: PartyCheck.create({ mirror, hiddenEntities, peopleKnown }),
    }),
    agreements: AgreementService.create(shared),
    history: HistoryService.create(shared),
    coverage: CoverageService.create({
      access,
      visibility,
      hiddenEntities,
      queries: CoverageQueries.create({ database }),
      engine,
      mirror,
      sweep: status,
      peopleKnown,
    }),
    policy: PolicyService.create({ ...stores, policy, care, peopleKnown }),
    labels: LabelService.create({ labels: stores.labels, mirror, visibility }),
    care,
    discovery: options.discovery,
    version: options.version,
  });
}
