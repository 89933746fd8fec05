import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { ContinuityPolicy } from 'backstage-plugin-continuity-common';
import { CoverageAskStore } from '../../coverage/CoverageAskStore';
import { CoverageExportReader } from '../../coverage/CoverageExportReader';
import { CoverageGroupQueries } from '../../coverage/CoverageGroupQueries';
import { CoverageQueries } from '../../coverage/CoverageQueries';
import { CoverageTrendQueries } from '../../coverage/CoverageTrendQueries';
import { CoverageViewStore } from '../../coverage/CoverageViewStore';
import { PastReader } from '../../coverage/PastReader';
import { CallerAccess } from '../../permissions/CallerAccess';
import { CatalogVisibility } from '../../permissions/CatalogVisibility';
import { HiddenEntities } from '../../permissions/HiddenEntities';
import { policyVersionOf } from '../../policy/PolicyVersionStore';
import { CoverageAskService } from './CoverageAskService';
import { CoverageExportService } from './CoverageExportService';
import { CoverageScope } from './CoverageScope';
import { CoverageService } from './CoverageService';
import { CoverageTrendService } from './CoverageTrendService';
import { CoverageViewService } from './CoverageViewService';
import type { Stores } from '../createStores';
import { SweepStatusReader } from '../profile/SweepStatusReader';

/** Makes what answers the calls about coverage. */
export function createCoverageServices(options: {
  stores: Pick<Stores, 'database' | 'engine' | 'mirror' | 'versions'>;
  policy: ContinuityPolicy;
  access: CallerAccess;
  visibility: CatalogVisibility;
  hiddenEntities: HiddenEntities;
  sweep: SweepStatusReader;
  notifications: NotificationService;
  peopleKnown: () => Promise<boolean>;
  logger: LoggerService;
  clock: () => Date;
}) {
  const { stores, policy } = options;
  const { database, versions } = stores;
  const past = PastReader.create({ ...options, versions });
  const scope = CoverageScope.create({ ...options, ...stores, past });
  const queries = CoverageQueries.create({ database });
  const groups = CoverageGroupQueries.create({ database });
  const shared = { ...options, database, scope, queries, groups };
  return {
    coverageScope: scope,
    coverage: CoverageService.create(shared),
    coverageExport: CoverageExportService.create({
      ...shared,
      reader: CoverageExportReader.create({ database }),
      policyVersion: policyVersionOf(policy),
    }),
    coverageTrend: CoverageTrendService.create({
      ...shared,
      trends: CoverageTrendQueries.create({ database }),
      past,
      versions,
    }),
    coverageViews: CoverageViewService.create({
      ...options,
      views: CoverageViewStore.create({ database }),
    }),
    coverageAsk: CoverageAskService.create({
      ...shared,
      asks: CoverageAskStore.create({ database }),
    }),
  };
}
