import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ContinuityOperations,
  ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import { TestSeed } from '../../seed/TestSeed';
import { DatabaseFindingStore } from '../../testing/finding/DatabaseFindingStore';
import { FindingWriter } from '../../testing/finding/FindingWriter';
import type { Stores } from '../createStores';
import { TestStarter } from '../../testing/TestStarter';

/** Makes what fills an empty store with the demo's tests; only in development, and only where a file is named. */
export function createTestSeed(options: {
  operations: ContinuityOperations;
  stores: Stores;
  policy: ContinuityPolicy;
  logger: LoggerService;
  clock: () => Date;
}): TestSeed | undefined {
  const { operations, stores, policy, logger, clock } = options;
  if (!operations.seed || process.env.NODE_ENV !== 'development') {
    return undefined;
  }
  const shared = { ...stores, policy, logger, clock };
  return TestSeed.create({
    ...shared,
    testStarter: TestStarter.create(shared),
    findingWriter: FindingWriter.create({
      ...shared,
      findingStore: DatabaseFindingStore.create(stores),
    }),
    file: operations.seed.file,
  });
}
