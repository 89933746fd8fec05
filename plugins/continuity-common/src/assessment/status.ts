import { z } from 'zod';

/**
 * The statuses in the order in which they are decided (DOMAIN.md §8).
 *
 * @public
 */
export const continuityStatuses = [
  'out-of-scope',
  'unassessed',
  'exposed',
  'at-risk',
  'exempt',
  'not-required',
  'met',
] as const;

/** @public */
export const continuityStatusSchema = z.enum(continuityStatuses);

/** @public */
export type ContinuityStatus = z.infer<typeof continuityStatusSchema>;
