import { z } from 'zod';

/**
 * The targets of an entity that a result is measured against: those in force when the test was held, kept with the result.
 *
 * @public
 */
export const testTargetsSchema = z.object({
  tier: z.string().nullable(),
  /** ISO 8601; null = unset. */
  rto: z.string().nullable(),
  /** ISO 8601 or `none`; null = unset. */
  rpo: z.string().nullable(),
  /** Percentage of normal service; null where the minimum service has none, or is unset. */
  mbcoPercent: z.number().nullable(),
  /** Null = unset: the level is then not assessed. */
  mbcoText: z.string().nullable(),
});

/** @public */
export type TestTargets = z.infer<typeof testTargetsSchema>;
