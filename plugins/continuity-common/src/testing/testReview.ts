import { z } from 'zod';

/** What somebody other than the facilitator says of the results. @public */
export const testReviewSchema = z.object({
  by: z.string(),
  at: z.string(),
  /** Markdown. */
  note: z.string(),
});

/** @public */
export type TestReview = z.infer<typeof testReviewSchema>;
