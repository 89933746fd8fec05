import { z } from 'zod';
import { findingSummarySchema } from './findingSummary';

/** Answer of `GET /findings/:id`. @public */
export const findingDetailSchema = findingSummarySchema.extend({
  /** Markdown. */
  description: z.string(),
  /** What it comes from, in Markdown; empty while nobody knows. */
  cause: z.string(),
  resolution: z
    .object({ by: z.string(), at: z.string(), what: z.string() })
    .nullable(),
  verification: z
    .object({
      by: z.string(),
      at: z.string(),
      /** Whether what was done worked; if not, the finding is in progress again. */
      worked: z.boolean(),
      note: z.string(),
    })
    .nullable(),
  acceptance: z
    .object({
      approver: z.string(),
      at: z.string(),
      reason: z.string(),
      requestedBy: z.string().nullable(),
    })
    .nullable(),
  /** What was done with it, newest first. */
  history: z.array(
    z.object({
      at: z.string(),
      by: z.string(),
      action: z.string(),
      reason: z.string().nullable(),
    }),
  ),
  /** What everything in the answer is called, by ref. */
  names: z.record(z.string(), z.string()).optional(),
});

/** @public */
export type FindingDetail = z.infer<typeof findingDetailSchema>;
