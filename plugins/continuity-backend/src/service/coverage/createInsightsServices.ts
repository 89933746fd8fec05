import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { ContinuityPolicy } from 'backstage-plugin-continuity-common';
import { KpiDays } from '../../coverage/KpiDays';
import { KpiFactsReader } from '../../coverage/KpiFactsReader';
import { CatalogVisibility } from '../../permissions/CatalogVisibility';
import { HiddenEntities } from '../../permissions/HiddenEntities';
import type { Stores } from '../createStores';
import { InsightsService } from './InsightsService';

/** Puts together what answers the calls about figures. */
export function createInsightsServices(options: {
  permissions: PermissionsService;
  stores: Pick<Stores, 'database' | 'records' | 'engine'>;
  policy: ContinuityPolicy;
  visibility: CatalogVisibility;
  hiddenEntities: HiddenEntities;
  clock: () => Date;
}) {
  const { stores, policy, clock } = options;
  const { database } = stores;
  const { timeZone } = policy;
  const kpiDays = KpiDays.create({ database, timeZone, clock });
  return {
    insights: InsightsService.create({
      ...options,
      ...stores,
      kpiDays,
      kpiFacts: KpiFactsReader.create({ database, kpiDays, timeZone }),
    }),
  };
}
