import { z } from 'zod';
import { planKindSchema } from './planKind';
import { staleReasonSchema } from './staleReason';

/**
 * How a plan in force stands for one entity, as the entity's assessment found it.
 *
 * @public
 */
export const planStandingSchema = z.object({
  planId: z.string(),
  title: z.string(),
  kind: planKindSchema,
  version: z.number().int(),
  approvedAt: z.string(),
  /** Whether the version has a recovery step for the entity or its system. */
  covers: z.boolean(),
  /** Whether plans of this kind satisfy "requires a plan". */
  satisfies: z.boolean(),
  /** `primary` decides; `other`: another plan of the kind is primary; `undecided`: none of several is; `only`: there is no other. */
  role: z.enum(['only', 'primary', 'other', 'undecided']),
  /** When its review falls due by the entity's tier (ISO); null where the tier requires no plan. */
  reviewDueAt: z.string().nullable(),
  staleReasons: z.array(staleReasonSchema),
});

/** @public */
export type PlanStanding = z.infer<typeof planStandingSchema>;
