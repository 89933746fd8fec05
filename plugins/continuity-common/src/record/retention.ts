import { z } from 'zod';

/** What can outlive its retention, as the policy names it. @public */
export const retentionTypes = [
  'analyses',
  'planVersions',
  'agreements',
  'tests',
  'findings',
  'carryOvers',
  'calendarFeeds',
  'machineReports',
  'reminders',
  'evidencePacks',
] as const;

/** @public */
export const retentionTypeSchema = z.enum(retentionTypes);

/** @public */
export type RetentionType = z.infer<typeof retentionTypeSchema>;

/** Answer of `GET /records/retention`: what the next daily run would delete. @public */
export const retentionListSchema = z.object({
  asOf: z.string(),
  items: z.array(
    z.object({
      type: retentionTypeSchema,
      /** A cadence; null: for good. */
      keptFor: z.string().nullable(),
      /** What ceased to count before this moment goes. */
      before: z.string().nullable(),
      total: z.number().int(),
      /** The oldest hundred. */
      items: z.array(
        z.object({
          /** What it was about, or its own name in the history. */
          entityRef: z.string(),
          label: z.string(),
          /** From when on it did not count any more. */
          at: z.string(),
        }),
      ),
    }),
  ),
});

/** @public */
export type RetentionList = z.infer<typeof retentionListSchema>;
