import { z } from 'zod';
import { kpiIdSchema } from '../policy/kpiId';

const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'Write a day such as "2026-03-31".' });

/** Query of `GET /kpis`: the first and the last day, in the policy's zone; the last 90 days if left out. @public */
export const kpiQuerySchema = z
  .object({ from: daySchema.optional(), to: daySchema.optional() })
  .strict();

/** @public */
export type KpiQuery = z.infer<typeof kpiQuerySchema>;

const valueSchema = z.object({
  /** Null where there is nothing to speak of. */
  value: z.number().nullable(),
  /** What was counted, or out of what. */
  base: z.number().int(),
});

const periodDaysSchema = z.object({ from: z.string(), to: z.string() });

/** One figure of a period. @public */
export const kpiSchema = z.object({
  id: kpiIdSchema,
  title: z.string(),
  definition: z.string(),
  unit: z.enum(['share', 'count', 'ratio', 'days']),
  better: z.enum(['more', 'less']),
  measured: z.enum(['end', 'period']),
  target: z.number().nullable(),
  current: valueSchema,
  /** Null where nothing is known of the period before. */
  previous: valueSchema.nullable(),
  /** Null where it has no value or no target. */
  reachesTarget: z.boolean().nullable(),
  /** The figure for periods of the same length, each a week later; `value` is null where nothing is known. */
  trend: z.array(z.object({ day: z.string(), value: z.number().nullable() })),
  /** Coverage by tier: id, and what the policy calls it. */
  parts: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      current: valueSchema,
      previous: valueSchema.nullable(),
      drillDown: z.string(),
    }),
  ),
  /** Where it is listed, below the pages of the portal: `/coverage?status=exposed`. */
  drillDown: z.string(),
});

/** @public */
export type Kpi = z.infer<typeof kpiSchema>;

/** Answer of `GET /kpis`. @public */
export const insightsSchema = z.object({
  period: periodDaysSchema,
  previousPeriod: periodDaysSchema,
  timeZone: z.string(),
  /** Up to when the answer speaks. */
  until: z.string(),
  /** The first moment of which anything is known; null before the first read of the catalog. */
  historySince: z.string().nullable(),
  items: z.array(kpiSchema),
  /** Critical success factors, each with its figures and how many of those with a target reach it. */
  factors: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      description: z.string().nullable(),
      kpis: z.array(kpiIdSchema),
      reached: z.number().int(),
      measured: z.number().int(),
    }),
  ),
  /** Reviews of factors and targets. */
  review: z.object({
    last: z
      .object({ at: z.string(), by: z.string(), note: z.string() })
      .nullable(),
    every: z.string(),
    /** Null before there was one. */
    dueBy: z.string().nullable(),
    overdue: z.boolean(),
  }),
  names: z.record(z.string(), z.string()),
  allowedActions: z.array(z.enum(['insights.review', 'evidence.create'])),
});

/** @public */
export type Insights = z.infer<typeof insightsSchema>;

/** Body of `POST /insights/review`. @public */
export const insightsReviewRequestSchema = z
  .object({
    /** What was looked at and decided. */
    note: z
      .string()
      .trim()
      .min(1, { error: 'Write what was looked at and decided.' })
      .max(2_000),
  })
  .strict();

/** @public */
export type InsightsReviewRequest = z.infer<typeof insightsReviewRequestSchema>;
