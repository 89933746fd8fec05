import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { ContinuityPolicy } from 'backstage-plugin-continuity-common';
import { CatalogVisibility } from '../permissions/CatalogVisibility';
import { HiddenEntities } from '../permissions/HiddenEntities';
import { RecordChain } from '../record/RecordChain';
import { createInsightsServices } from './createInsightsServices';
import type { Stores } from './createStores';
import { RecordIntegrityService } from './RecordIntegrityService';

/** Puts together what answers the calls of those who answer for continuity as a whole. */
export function createRecordServices(options: {
  permissions: PermissionsService;
  stores: Stores;
  policy: ContinuityPolicy;
  visibility: CatalogVisibility;
  hiddenEntities: HiddenEntities;
  clock: () => Date;
}) {
  const { stores, visibility, hiddenEntities, clock } = options;
  const { database } = stores;
  return {
    recordIntegrity: RecordIntegrityService.create({
      recordChain: RecordChain.create({ database, clock }),
      visibility,
      hiddenEntities,
    }),
    ...createInsightsServices(options),
  };
}
