import { z } from 'zod';
import {
  changeStateSchema,
  planChangeRequestStateSchema,
} from '../terms/changeTerms';

/** One duty that an approved change gave a plan; it collects the changes that ask for the same plan. @public */
export const planChangeRequestSchema = z.object({
  id: z.string(),
  planId: z.string(),
  planTitle: z.string(),
  state: planChangeRequestStateSchema,
  /** User or group who answers for the plan. */
  owner: z.string().nullable(),
  dueAt: z.string(),
  late: z.boolean(),
  openedAt: z.string(),
  /** Every change that asked, with what it asks; withdrawn ones are gone. */
  changes: z.array(
    z.object({
      changeId: z.string(),
      externalId: z.string().nullable(),
      title: z.string(),
      state: changeStateSchema,
      implementedAt: z.string().nullable(),
      /** Sentences of the findings. */
      reasons: z.array(z.string()),
    }),
  ),
  /** Whether a change in it is implemented: then the plan is stale. */
  makesStale: z.boolean(),
  /** The approved version that settled it. */
  doneByVersion: z.number().int().nullable(),
  closedAt: z.string().nullable(),
  closedBy: z.string().nullable(),
  /** Why it was declined. */
  reason: z.string().nullable(),
  allowedActions: z.array(z.enum(['decline'])),
});

/** @public */
export type PlanChangeRequest = z.infer<typeof planChangeRequestSchema>;
