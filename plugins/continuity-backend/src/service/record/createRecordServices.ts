import type {
  LoggerService,
  PermissionsService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { ContinuityPolicy } from 'backstage-plugin-continuity-common';
import { EvidencePackStore } from '../../coverage/evidence/EvidencePackStore';
import { CallerAccess } from '../../permissions/CallerAccess';
import { CatalogVisibility } from '../../permissions/CatalogVisibility';
import { HiddenEntities } from '../../permissions/HiddenEntities';
import { RecordChain } from '../../record/RecordChain';
import { createRetention } from './createRetention';
import { createInsightsServices } from '../coverage/createInsightsServices';
import type { Stores } from '../createStores';
import { EvidenceService } from '../coverage/EvidenceService';
import { PolicyDryRunService } from '../coverage/PolicyDryRunService';
import { PolicyDryRunStore } from '../../coverage/dryRun/PolicyDryRunStore';
import { RecordIntegrityService } from './RecordIntegrityService';

/** Puts together what answers the calls of those who answer for continuity as a whole. */
export function createRecordServices(options: {
  logger: LoggerService;
  permissions: PermissionsService;
  scheduler: SchedulerService;
  access: CallerAccess;
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
      retention: createRetention({ ...options, ...stores }),
      visibility,
      hiddenEntities,
    }),
    ...createInsightsServices(options),
    evidence: EvidenceService.create({
      ...options,
      ...stores,
      evidencePacks: EvidencePackStore.create({ database }),
    }),
    policyDryRun: PolicyDryRunService.create({
      ...options,
      ...stores,
      policyDryRuns: PolicyDryRunStore.create({ database }),
    }),
  };
}
