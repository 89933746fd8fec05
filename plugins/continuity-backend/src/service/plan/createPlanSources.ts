import type {
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type {
  ContinuityOperations,
  ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import { PlanApproval } from '../../assessment/PlanApproval';
import { PlanNotes } from '../../plan/PlanNotes';
import { PlanSeed } from '../../seed/PlanSeed';
import { PlanFileReader } from '../../plan/PlanFileReader';
import { PlanImport } from '../../plan/PlanImport';
import { PlanSources } from '../../plan/PlanSources';
import { PlanWriter } from '../../plan/PlanWriter';
import type { Stores } from '../createStores';

/** Makes what fills an empty store with the demo's plans; only in development, and only where a file is named. */
export function createPlanSeed(options: {
  operations: ContinuityOperations;
  stores: Stores;
  policy: ContinuityPolicy;
  logger: LoggerService;
  clock: () => Date;
}): PlanSeed | undefined {
  const { operations, stores, policy, logger, clock } = options;
  if (!operations.seed || process.env.NODE_ENV !== 'development') {
    return undefined;
  }
  const shared = { ...stores, policy, logger, clock };
  return PlanSeed.create({
    ...shared,
    planNotes: PlanNotes.create(shared),
    planApproval: PlanApproval.create(shared),
    file: operations.seed.file,
  });
}

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
