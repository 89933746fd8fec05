import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ContinuityPolicy } from 'backstage-plugin-continuity-common';
import { PolicyDryRunStore } from '../../coverage/dryRun/PolicyDryRunStore';
import type { Stores } from '../createStores';
import { SweepStatusReader } from '../profile/SweepStatusReader';
import { PolicyDryRunner } from './PolicyDryRunner';
import { PolicyTrial } from './PolicyTrial';

/** Makes what works out the dry runs of policies. */
export function createPolicyDryRunner(options: {
  stores: Stores;
  catalog: CatalogService;
  auth: AuthService;
  policy: ContinuityPolicy;
  logger: LoggerService;
  clock: () => Date;
}): PolicyDryRunner {
  const { stores, clock } = options;
  const { database } = stores;
  return PolicyDryRunner.create({
    ...options,
    ...stores,
    policyDryRuns: PolicyDryRunStore.create({ database }),
    policyTrial: PolicyTrial.create({ ...options, ...stores }),
    sweep: SweepStatusReader.create({ database, clock }),
  });
}
