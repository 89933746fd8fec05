import { z } from 'zod';
import { analysisStateSchema } from './analysisState';

/** @public */
export const criticalPeriodSchema = z.object({
  /** For example "Month end". */
  text: z.string(),
  /** How often it comes, a cadence such as `P1M`. */
  every: z.string().optional(),
});

/** @public */
export type CriticalPeriod = z.infer<typeof criticalPeriodSchema>;

/**
 * One impact category as it was rated. `impacts` has a rating's id per point in time; a point that is missing was not rated.
 *
 * @public
 */
export const biaCategorySchema = z.object({
  id: z.string(),
  title: z.string(),
  /** The id of the rating from which the impact is intolerable. */
  intolerableFrom: z.string(),
  impacts: z.record(z.string(), z.string()),
  note: z.string().optional(),
});

/** @public */
export type BiaCategory = z.infer<typeof biaCategorySchema>;

/**
 * What a business impact analysis says (DOMAIN.md §4), with the points and words of its day, so that it stays readable when the policy's scale changes.
 *
 * @public
 */
export const biaContentSchema = z.object({
  /** `quick`: two questions were asked; see {@link quickBia}. */
  method: z.enum(['full', 'quick']),
  /** How long the disruption has lasted, earliest first; normalised durations. */
  points: z.array(z.string()),
  /** Least first. */
  ratings: z.array(z.object({ id: z.string(), title: z.string() })),
  categories: z.array(biaCategorySchema),
  /** How much lost data can be endured: a duration, `none` (holds no data), or null while nobody has said. */
  rpo: z.string().nullable(),
  /** What losing data means, in words. */
  dataLoss: z.string().optional(),
  criticalPeriods: z.array(criticalPeriodSchema),
});

/** @public */
export type BiaContent = z.infer<typeof biaContentSchema>;

/**
 * What follows from a business impact analysis. Exactly one of `mtpd` and `beyond` is set where anything was rated.
 *
 * @public
 */
export const biaResultSchema = z.object({
  categories: z.array(
    z.object({
      id: z.string(),
      /** The earliest point that was rated as intolerable. */
      mtpd: z.string().nullable(),
      /** The last point that was rated, where none of them is intolerable. */
      beyond: z.string().nullable(),
    }),
  ),
  /** The least of the categories' MTPDs; null = unset. */
  mtpd: z.string().nullable(),
  /** "Beyond 1 week": the time that is tolerable in every category, where nothing was rated as intolerable. */
  beyond: z.string().nullable(),
  rpo: z.string().nullable(),
});

/** @public */
export type BiaResult = z.infer<typeof biaResultSchema>;

/** What a new analysis asks less of than the one before it. @public */
export const loosenedBiaFieldSchema = z.enum(['mtpd', 'rpo', 'tier']);

/** @public */
export type LoosenedBiaField = z.infer<typeof loosenedBiaFieldSchema>;

/**
 * A business impact analysis on record.
 *
 * @public
 */
export const biaSchema = z.object({
  id: z.string(),
  entityRef: z.string(),
  state: analysisStateSchema,
  content: biaContentSchema,
  result: biaResultSchema,
  /** Who made it: a user or group. */
  assessor: z.string().nullable(),
  /** With whom in the business it was agreed; free text, for example a role. Null in drafts that nobody agreed to yet. */
  agreedWith: z.string().nullable(),
  /** The day of the analysis, `YYYY-MM-DD` in the policy's zone. */
  assessedOn: z.string(),
  looserThanBefore: z.array(loosenedBiaFieldSchema),
  /** Counts the changes to an entity's analyses of this sort; that of the latest one is what an edit starts from. */
  revision: z.number().int(),
  recordedBy: z.string(),
  recordedAt: z.string(),
  confirmedBy: z.string().optional(),
  confirmedAt: z.string().optional(),
  note: z.string().optional(),
});

/** @public */
export type Bia = z.infer<typeof biaSchema>;

/**
 * Body of `PUT /entities/by-name/…/bia`, as people write it. Either `quick` (two questions) or `categories` (the full form).
 *
 * @public
 */
export const biaInputSchema = z
  .object({
    state: z.enum(['draft', 'agreed']),
    /** `intolerableAfter`: a time, or `beyond` where it is tolerable up to the last point. */
    quick: z
      .object({ intolerableAfter: z.string().max(60) })
      .strict()
      .optional(),
    /** The points that were rated; without them those of the policy. */
    points: z.array(z.string().max(60)).max(12).optional(),
    categories: z
      .array(
        z
          .object({
            id: z.string().min(1).max(32),
            /** Needed for a category that the policy doesn't name. */
            title: z.string().trim().min(1).max(80).optional(),
            intolerableFrom: z.string().max(32).optional(),
            impacts: z.record(
              z.string().max(60),
              z.string().max(32).nullable(),
            ),
            note: z.string().max(2000).optional(),
          })
          .strict(),
      )
      .max(20)
      .optional(),
    rpo: z.string().max(60).nullable().optional(),
    dataLoss: z.string().max(2000).optional(),
    criticalPeriods: z
      .array(
        z
          .object({
            text: z.string().trim().min(1).max(200),
            every: z.string().max(60).optional(),
          })
          .strict(),
      )
      .max(20)
      .optional(),
    /** Without it today. */
    assessedOn: z.iso.date().optional(),
    /** A user or group; without it whoever records the analysis. */
    assessor: z.string().max(255).optional(),
    agreedWith: z.string().trim().max(200).optional(),
    note: z.string().max(2000).optional(),
  })
  .strict();

/** @public */
export type BiaInput = z.infer<typeof biaInputSchema>;
