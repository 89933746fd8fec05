import { z } from 'zod';

/** The tier as the policy describes it, so that the tab needs no second request. @public */
export const tierSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  /** Position in the policy, 0 = most critical. */
  rank: z.number().int(),
});

/** @public */
export type TierSummary = z.infer<typeof tierSummarySchema>;
