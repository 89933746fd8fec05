import { z } from 'zod';
import { continuityStatusSchema } from '../assessment/status';
import { coverageMoveCauses } from './coverageMove';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const daySchema = z
  .string()
  .regex(DAY, { error: 'Write a day such as "2026-03-31".' });

/** Query of `GET /coverage/trend`: days in the policy's zone. @public */
export const coverageTrendQuerySchema = z
  .object({
    /** The first day; 13 steps before the last one if left out. Never before the installation. */
    from: daySchema.optional(),
    /** The last day; today if left out. */
    to: daySchema.optional(),
    step: z.enum(['day', 'week', 'month']).optional(),
  })
  .strict();

/** @public */
export type CoverageTrendQuery = z.infer<typeof coverageTrendQuerySchema>;

const countsSchema = z.record(continuityStatusSchema, z.number().int());

/** Answer of `GET /coverage/trend`. @public */
export const coverageTrendSchema = z.object({
  step: z.enum(['day', 'week', 'month']),
  timeZone: z.string(),
  /** How many services had which status, oldest first. The last one is now, where nothing else was asked. */
  points: z.array(
    z.object({
      /** The moment: the end of a day, or now. */
      at: z.string(),
      /** The day that ended then. */
      day: z.string(),
      counts: countsSchema,
      /** Services with a late gap. */
      late: z.number().int(),
    }),
  ),
  /** What happened between one point and the next: one less than there are points. A service that changed twice counts twice. */
  moves: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      /** Per cause, how many statuses became better, worse, or only other. `work` alone is what was fixed, and what broke. */
      causes: z.record(
        z.enum(coverageMoveCauses),
        z.object({
          better: z.number().int(),
          worse: z.number().int(),
          same: z.number().int(),
        }),
      ),
    }),
  ),
});

/** @public */
export type CoverageTrend = z.infer<typeof coverageTrendSchema>;
