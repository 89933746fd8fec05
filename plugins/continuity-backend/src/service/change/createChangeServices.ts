import type {
  AuthService,
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type {
  ChangeAssessment,
  ChangeWebhookAnswer,
  ContinuityOperations,
  ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import type { CatalogRefresh } from '../../catalog/CatalogRefresh';
import { CallbackStore } from '../../change/CallbackStore';
import { ChangeQueries } from '../../change/ChangeQueries';
import { ChangeWriter } from '../../change/ChangeWriter';
import { DeliveryStore } from '../../change/DeliveryStore';
import { MachineScopes } from '../../change/MachineScopes';
import { PlanChangeRequestQueries } from '../../change/PlanChangeRequestQueries';
import { RepositoryAddresses } from '../../change/RepositoryAddresses';
import { SourceLocations } from '../../change/SourceLocations';
import { GraphLog } from '../../dependency/GraphLog';
import { CallerAccess } from '../../permissions/CallerAccess';
import { CatalogVisibility } from '../../permissions/CatalogVisibility';
import { ChangeAccess } from '../../permissions/ChangeAccess';
import { ContinuityChangeResources } from '../../permissions/resources/ContinuityChangeResources';
import { continuityChangeResourceRef } from '../../permissions/resources/continuityChangeResourceRef';
import { ContinuityEntityResources } from '../../permissions/resources/ContinuityEntityResources';
import { HiddenEntities } from '../../permissions/HiddenEntities';
import { PlanAccess } from '../../permissions/PlanAccess';
import { ChangeAssessService } from './ChangeAssessService';
import { ChangeCheckService } from './ChangeCheckService';
import { ChangeDrafter } from './ChangeDrafter';
import { ChangeFactsReader } from './ChangeFactsReader';
import { ChangeIntegrationsService } from './ChangeIntegrationsService';
import { ChangeListService } from './ChangeListService';
import { ChangeQuestionKeeper } from './ChangeQuestionKeeper';
import {
  ChangeQuestionReader,
  type ChangeQuestion,
} from './ChangeQuestionReader';
import { ChangeReader } from './ChangeReader';
import { ChangeRecorder } from '../../change/ChangeRecorder';
import { requestDueAfter } from '../../change/changeSteps';
import { ChangeService } from './ChangeService';
import { ChangeSight } from './ChangeSight';
import { ChangeSummaries } from './ChangeSummaries';
import { ChangeWaitingReader } from './ChangeWaitingReader';
import { ChangeWebhookService } from './ChangeWebhookService';
import type { Stores } from '../createStores';
import { DependencySight } from '../dependency/DependencySight';
import { machinesOf } from './createChangeCallbacks';
import { PlanChangeRequestReader } from '../plan/PlanChangeRequestReader';
import { PlanChangeRequestService } from '../plan/PlanChangeRequestService';
import { SweepStatusReader } from '../profile/SweepStatusReader';

/** Puts together what answers the calls about changes. */
export function createChangeServices(options: {
  auth: AuthService;
  config: RootConfigService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  resources: ContinuityEntityResources;
  operations: ContinuityOperations;
  stores: Stores;
  policy: ContinuityPolicy;
  access: CallerAccess;
  visibility: CatalogVisibility;
  hiddenEntities: HiddenEntities;
  planAccess: PlanAccess;
  planChangeRequestReader: PlanChangeRequestReader;
  refresh: CatalogRefresh;
  sweep: SweepStatusReader;
  clock: () => Date;
}) {
  const { stores, policy, operations, ...rest } = options;
  const { database } = stores;
  const base = {
    ...rest,
    ...stores,
    policy,
    integrations: operations.changes,
    sight: DependencySight.create(options),
    machineScopes: MachineScopes.create({
      database,
      machines: machinesOf(operations),
    }),
    sourceLocations: SourceLocations.create({
      database,
      log: GraphLog.create({ database }),
      addresses: RepositoryAddresses.create(options),
    }),
    changeAccess: ChangeAccess.create({
      ...options,
      resources: ContinuityChangeResources.create({
        database,
        entities: options.resources,
      }),
      ruleset: options.permissionsRegistry.getPermissionRuleset(
        continuityChangeResourceRef,
      ),
    }),
    callbackStore: CallbackStore.create({ database }),
    changeQueries: ChangeQueries.create({ database }),
    planChangeRequestQueries: PlanChangeRequestQueries.create({ database }),
    changeWriter: ChangeWriter.create({
      ...stores,
      requestDueAt: at => requestDueAfter(at, policy),
      clock: options.clock,
    }),
  };
  const seeing = { ...base, changeSight: ChangeSight.create(base) };
  const reading = {
    ...seeing,
    changeQuestionKeeper: ChangeQuestionKeeper.create(seeing),
    changeSummaries: ChangeSummaries.create(seeing),
    changeWaiting: ChangeWaitingReader.create(base),
    changeCheck: ChangeCheckService.create({
      ...seeing,
      changeQuestions: ChangeQuestionReader.create(base),
      changeDrafter: ChangeDrafter.create(base),
      changeFacts: ChangeFactsReader.create(base),
    }),
    changeRecorder: ChangeRecorder.create(base),
  };
  const deliveries = DeliveryStore.create<ChangeWebhookAnswer>({ database });
  const shared = { ...reading, changeReader: ChangeReader.create(reading) };
  return {
    /** What a check finds with nothing hidden, for what is kept without a caller. */
    checkWhole: async (question: ChangeQuestion): Promise<ChangeAssessment> => {
      const own = await options.auth.getOwnServiceCredentials();
      const { whole } = await reading.changeCheck.check(question, {
        access: await options.access.of(own),
        keep: true,
      });
      return whole!;
    },
    changes: ChangeService.create(shared),
    changeAssess: ChangeAssessService.create(shared),
    changeIntegrations: ChangeIntegrationsService.create({
      ...shared,
      deliveries,
    }),
    changeList: ChangeListService.create(shared),
    planChangeRequestService: PlanChangeRequestService.create(shared),
    changeWebhook: ChangeWebhookService.create({
      ...shared,
      deliveries,
    }),
  };
}
