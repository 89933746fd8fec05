import type {
  ContinuityOperations,
  ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import { SeedHistory } from '../seed/SeedHistory';

/** Makes what lets a portal begin in the past; only in development, and only where the seed asks for it. */
export function createSeedHistory(options: {
  operations: ContinuityOperations;
  policy: ContinuityPolicy;
}): SeedHistory | undefined {
  const { operations, policy } = options;
  const length = operations.seed?.history;
  if (!length || process.env.NODE_ENV !== 'development') return undefined;
  return SeedHistory.create({ length, policy, now: new Date() });
}
