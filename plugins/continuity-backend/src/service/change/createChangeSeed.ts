import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  changeAssessRequestSchema,
  type ChangeAssessment,
  type ContinuityOperations,
  type ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import { ChangeSeed } from '../../seed/ChangeSeed';
import type { ChangeQuestion } from './ChangeQuestionReader';
import type { Stores } from '../createStores';

/** Makes what fills an empty store with the demo's changes; only in development, and only where a file is named. */
export function createChangeSeed(options: {
  operations: ContinuityOperations;
  /** Checks a change as one who sees everything. */
  checkWhole: (question: ChangeQuestion) => Promise<ChangeAssessment>;
  stores: Stores;
  policy: ContinuityPolicy;
  logger: LoggerService;
  clock: () => Date;
}): ChangeSeed | undefined {
  const { operations, checkWhole, stores, policy, logger, clock } = options;
  if (!operations.seed || process.env.NODE_ENV !== 'development') {
    return undefined;
  }
  return ChangeSeed.create({
    ...stores,
    policy,
    logger,
    clock,
    assess: question => checkWhole(changeAssessRequestSchema.parse(question)),
    file: operations.seed.file,
  });
}
