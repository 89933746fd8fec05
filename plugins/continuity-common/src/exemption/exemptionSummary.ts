import { z } from 'zod';
import { exemptionStateSchema } from './exemptionState';

/** What the caller may do with an exemption now. @public */
export const exemptionActionSchema = z.enum([
  'exemption.approve',
  'exemption.refuse',
  'exemption.withdraw',
  'exemption.end',
  'exemption.renew',
]);

/** @public */
export type ExemptionAction = z.infer<typeof exemptionActionSchema>;

/** An exemption. Moments are ISO, UTC. @public */
export const exemptionSummarySchema = z.object({
  id: z.string(),
  entityRef: z.string(),
  entityTitle: z.string().nullable(),
  /** `all`, or the requirement of gaps that it covers: `plan`, `test` (all tests), `test:restore`. */
  requirement: z.string(),
  reason: z.string(),
  state: exemptionStateSchema,
  /** Whether it holds now: approved, started and not ended. */
  inForce: z.boolean(),
  startsAt: z.string(),
  /** When it ends, or ended: earlier than asked for where somebody ended it. */
  endsAt: z.string(),
  /** The end as it was asked for: a day, or an instant. */
  until: z.string(),
  requestedBy: z.string(),
  requestedAt: z.string(),
  /** Who approved or refused it; null while nobody has. */
  decision: z
    .object({ by: z.string(), at: z.string(), note: z.string() })
    .nullable(),
  /** Who withdrew it, or ended it early; null: nobody did. */
  closing: z
    .object({ by: z.string(), at: z.string(), reason: z.string() })
    .nullable(),
  /** Which renewal it is; 0: the first one. */
  renewal: z.number().int(),
  /** The one that it renews. */
  renews: z.string().nullable(),
  allowedActions: z.array(exemptionActionSchema),
});

/** @public */
export type ExemptionSummary = z.infer<typeof exemptionSummarySchema>;

/** What the policy allows, as far as a form needs it. @public */
export const exemptionLimitsSchema = z.object({
  /** A cadence. */
  longest: z.string(),
  /** The last day on which one may end that starts now, in the policy's zone. */
  latestDay: z.string(),
  renewals: z.number().int(),
});

/** @public */
export type ExemptionLimits = z.infer<typeof exemptionLimitsSchema>;

/** What an entity's tab shows of exemptions. @public */
export const entityExemptionsSchema = z.object({
  /** Those that wait or hold first, then the others, newest first. */
  items: z.array(exemptionSummarySchema),
  totalItems: z.number().int(),
  limits: exemptionLimitsSchema,
});

/** @public */
export type EntityExemptions = z.infer<typeof entityExemptionsSchema>;
