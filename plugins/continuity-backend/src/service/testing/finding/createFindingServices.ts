import type {
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { ContinuityPolicy } from 'backstage-plugin-continuity-common';
import type { CatalogRefresh } from '../../../catalog/CatalogRefresh';
import { CallerAccess } from '../../../permissions/CallerAccess';
import { CatalogVisibility } from '../../../permissions/CatalogVisibility';
import { ContinuityEntityResources } from '../../../permissions/resources/ContinuityEntityResources';
import { ContinuityFindingResources } from '../../../permissions/resources/ContinuityFindingResources';
import { continuityFindingResourceRef } from '../../../permissions/resources/continuityFindingResourceRef';
import { FindingAccess } from '../../../permissions/FindingAccess';
import { HiddenEntities } from '../../../permissions/HiddenEntities';
import { DatabaseFindingStore } from '../../../testing/finding/DatabaseFindingStore';
import { FindingQueries } from '../../../testing/finding/FindingQueries';
import { FindingWriter } from '../../../testing/finding/FindingWriter';
import type { Stores } from '../../createStores';
import { FindingChecks } from './FindingChecks';
import { FindingListService } from './FindingListService';
import { FindingReader } from './FindingReader';
import { FindingService } from './FindingService';
import { FindingsOfTests } from './FindingsOfTests';
import { FindingSight } from './FindingSight';
import { FindingSummaries } from './FindingSummaries';

/** Puts together what answers the calls about findings, and what the calls about tests need of them. */
export function createFindingServices(options: {
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  resources: ContinuityEntityResources;
  stores: Stores;
  policy: ContinuityPolicy;
  access: CallerAccess;
  visibility: CatalogVisibility;
  hiddenEntities: HiddenEntities;
  refresh: CatalogRefresh;
  peopleKnown: () => Promise<boolean>;
  clock: () => Date;
}) {
  const { stores, policy, ...rest } = options;
  const { database } = stores;
  const findingAccess = FindingAccess.create({
    access: options.access,
    permissions: options.permissions,
    resources: ContinuityFindingResources.create({
      database,
      entities: options.resources,
    }),
    ruleset: options.permissionsRegistry.getPermissionRuleset(
      continuityFindingResourceRef,
    ),
  });
  const base = {
    ...rest,
    ...stores,
    timeZone: policy.timeZone,
    findingAccess,
    findingStore: DatabaseFindingStore.create({ database }),
  };
  const findingSight = FindingSight.create(base);
  const seeing = {
    ...base,
    findingSight,
    findingSummaries: FindingSummaries.create({ ...base, findingSight }),
  };
  const shared = {
    ...seeing,
    findingReader: FindingReader.create(seeing),
    findingWriter: FindingWriter.create(base),
    findingChecks: FindingChecks.create(base),
    findingQueries: FindingQueries.create({ database }),
  };
  return {
    findings: FindingService.create(shared),
    findingList: FindingListService.create(shared),
    testFindings: FindingsOfTests.create(shared),
  };
}
