import type {
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { ContinuityPolicy } from 'backstage-plugin-continuity-common';
import type { CatalogRefresh } from '../../catalog/CatalogRefresh';
import { CallerAccess } from '../../permissions/CallerAccess';
import { CatalogVisibility } from '../../permissions/CatalogVisibility';
import { ContinuityEntityResources } from '../../permissions/resources/ContinuityEntityResources';
import { ContinuityPlanResources } from '../../permissions/resources/ContinuityPlanResources';
import { continuityPlanResourceRef } from '../../permissions/resources/continuityPlanResourceRef';
import { HiddenEntities } from '../../permissions/HiddenEntities';
import { PlanAccess } from '../../permissions/PlanAccess';
import { PlanApproval } from '../../assessment/PlanApproval';
import { PlanChecks } from './PlanChecks';
import { PlanNotes } from '../../plan/PlanNotes';
import { PlanQueries } from '../../plan/PlanQueries';
import { PlanReader } from './PlanReader';
import { PlanSight } from './PlanSight';
import { PlanSummaries } from './PlanSummaries';
import { PlanWaitingReader } from './PlanWaitingReader';
import { PlanWriter } from '../../plan/PlanWriter';
import type { Stores } from '../createStores';
import { EmergencyCopyService } from './EmergencyCopyService';
import { EntityContinuityService } from '../profile/EntityContinuityService';
import { PlanChangeRequestReader } from './PlanChangeRequestReader';
import { PlanDecisions } from './PlanDecisions';
import { PlanDesk } from './PlanDesk';
import { PlanImporter } from './PlanImporter';
import { PlanListService } from './PlanListService';
import { PlanNotesService } from './PlanNotesService';
import { PlanReadService } from './PlanReadService';
import { PlanService } from './PlanService';
import { PlanUpkeepService } from './PlanUpkeepService';

/** Puts together what answers the calls about plans. */
export function createPlanServices(options: {
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  resources: ContinuityEntityResources;
  stores: Stores;
  policy: ContinuityPolicy;
  access: CallerAccess;
  visibility: CatalogVisibility;
  hiddenEntities: HiddenEntities;
  entities: EntityContinuityService;
  refresh: CatalogRefresh;
  peopleKnown: () => Promise<boolean>;
  clock: () => Date;
}) {
  const { stores, ...rest } = options;
  const { database } = stores;
  const planResources = ContinuityPlanResources.create({
    database,
    entities: options.resources,
  });
  const planAccess = PlanAccess.create({
    access: options.access,
    permissions: options.permissions,
    resources: planResources,
    ruleset: options.permissionsRegistry.getPermissionRuleset(
      continuityPlanResourceRef,
    ),
  });
  // the stores come last: what is started with them has a `database` of its own
  const base = { ...rest, ...stores, planAccess };
  const planSight = PlanSight.create(base);
  const planQueries = PlanQueries.create(base);
  const seeing = {
    ...base,
    planSight,
    planNotes: PlanNotes.create(base),
    planQueries,
    planWaiting: PlanWaitingReader.create({ ...base, planQueries }),
    planSummaries: PlanSummaries.create({ ...base, planSight }),
    planChangeRequestReader: PlanChangeRequestReader.create(base),
  };
  const shared = {
    ...seeing,
    planReader: PlanReader.create(seeing),
    planDesk: PlanDesk.create(seeing),
    planWriter: PlanWriter.create(base),
    planApproval: PlanApproval.create(base),
    planChecks: PlanChecks.create(seeing),
  };
  return {
    plans: PlanService.create(shared),
    planDecisions: PlanDecisions.create(shared),
    planUpkeep: PlanUpkeepService.create(shared),
    planNotes: PlanNotesService.create(shared),
    planList: PlanListService.create(shared),
    planReads: PlanReadService.create(shared),
    emergencyCopy: EmergencyCopyService.create(shared),
    planImporter: PlanImporter.create({ ...shared, planResources }),
    planAccess,
    planWaiting: seeing.planWaiting,
    planChangeRequestReader: seeing.planChangeRequestReader,
  };
}
