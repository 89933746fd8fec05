import { z } from 'zod';
import { entityRefText } from '../terms/entityRefText';
import { lineText } from '../terms/lineText';
import { reasonText } from '../terms/reasonText';
import { exemptionRequirementSchema } from './exemptionRequirement';
import { exemptionStateSchema } from './exemptionState';
import {
  exemptionLimitsSchema,
  exemptionSummarySchema,
} from './exemptionSummary';

const moment = z.string().max(40);

/** Body of `POST /exemptions`. @public */
export const exemptionAskRequestSchema = z
  .object({
    entityRef: entityRefText('component:default/checkout'),
    requirement: exemptionRequirementSchema,
    reason: lineText({
      longest: 2_000,
      hint: 'Say why it can’t be met for now, and what is done about it.',
    }),
    /** A day, which ends at its end in the policy's zone, or an instant. */
    until: moment,
    /** A day, which starts at its beginning, or an instant; without one it holds as soon as it is approved. */
    from: moment.optional(),
    /** The id of the exemption that it renews, of the same entity. */
    renews: z.string().min(1).max(64).optional(),
  })
  .strict();

/** @public */
export type ExemptionAskRequest = z.input<typeof exemptionAskRequestSchema>;

/** Body of `POST /exemptions/:id/approve`. @public */
export const exemptionApproveRequestSchema = z
  .object({ note: lineText({ longest: 2_000 }).optional() })
  .strict();

/** Body of `POST /exemptions/:id/refuse` and `POST /exemptions/:id/end`. @public */
export const exemptionReasonRequestSchema = z
  .object({ reason: reasonText })
  .strict();

/** Body of `POST /exemptions/:id/withdraw`. @public */
export const exemptionWithdrawRequestSchema = z
  .object({ reason: lineText({ longest: 2_000 }).optional() })
  .strict();

/** Filters of `GET /exemptions`. Within one filter the values are alternatives; different filters must all hold. @public */
export const exemptionQuerySchema = z
  .object({
    state: z.array(exemptionStateSchema).optional(),
    entity: z.array(z.string()).optional(),
    /** As they were asked for: `all` finds what is from everything, `plan` only what names the plan. */
    requirement: z.array(z.string().max(250)).optional(),
    requester: z.array(z.string()).optional(),
    /** Who decided. */
    approver: z.array(z.string()).optional(),
    /** Only those that the caller asked for, or of what they or their groups own or recover. */
    mine: z.boolean().optional(),
    /** The caller may decide on it. */
    waitingForMe: z.boolean().optional(),
    /** Those that wait or hold, and end before a day or an instant. */
    endingBefore: moment.optional(),
    /** `state`: what waits for the caller, what waits, what holds, the rest; those that end first first. */
    sort: z.enum(['state', 'end', '-end', 'asked', '-asked']).optional(),
    limit: z.number().int().min(1).max(500).optional(),
    cursor: z.string().max(2_000).optional(),
  })
  .strict();

/** @public */
export type ExemptionQuery = z.infer<typeof exemptionQuerySchema>;

/** Answer of `GET /exemptions`. @public */
export const exemptionListSchema = z.object({
  items: z.array(exemptionSummarySchema),
  totalItems: z.number().int(),
  /** Per state, whatever the filter on states. */
  counts: z.record(exemptionStateSchema, z.number().int()),
  /** How many hold now, of those that are counted. */
  inForce: z.number().int(),
  /** How many the caller may decide on, whatever the filters. */
  waitingForMe: z.number().int(),
  limits: exemptionLimitsSchema,
  /** The policy's zone, in which days end. */
  timeZone: z.string(),
  pageInfo: z.object({ nextCursor: z.string().optional() }),
  /** What everything in the answer is called, by ref. */
  names: z.record(z.string(), z.string()).optional(),
});

/** @public */
export type ExemptionList = z.infer<typeof exemptionListSchema>;

/** Answer of `GET /exemptions/:id` and of what changes one. @public */
export const exemptionDetailSchema = exemptionSummarySchema.extend({
  limits: exemptionLimitsSchema,
  timeZone: z.string(),
  names: z.record(z.string(), z.string()).optional(),
});

/** @public */
export type ExemptionDetail = z.infer<typeof exemptionDetailSchema>;
