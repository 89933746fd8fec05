import type {
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { ContinuityPolicy } from 'backstage-plugin-continuity-common';
import { PlanFileReader } from '../plan/PlanFileReader';
import { PlanImport } from '../plan/PlanImport';
import { PlanSources } from '../plan/PlanSources';
import { PlanWriter } from '../plan/PlanWriter';
import type { Stores } from './createStores';

/** Makes what reads the plans that repositories hold. */
export function createPlanSources(options: {
  urlReader: UrlReaderService;
  stores: Stores;
  policy: ContinuityPolicy;
  logger: LoggerService;
  clock: () => Date;
}): PlanSources {
  const { stores, policy, logger, clock } = options;
  const shared = { ...stores, policy, logger, clock };
  return PlanSources.create({
    ...shared,
    files: PlanFileReader.create(options),
    imports: PlanImport.create({
      ...shared,
      planWriter: PlanWriter.create(shared),
    }),
  });
}
