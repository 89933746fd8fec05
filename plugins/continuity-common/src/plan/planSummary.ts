import { z } from 'zod';
import { planKindSchema, planLevelSchema } from './planKind';
import { planStandingSchema } from './planStanding';

/** State of a plan: `in-force` as soon as a version is approved, whatever drafts there are beside it. @public */
export const planStateSchema = z.enum([
  'draft',
  'in-review',
  'in-force',
  'archived',
]);

/** @public */
export type PlanState = z.infer<typeof planStateSchema>;

/** What is wrong with a plan, for lists. @public */
export const planProblems = [
  'stale',
  'review-overdue',
  'overlap',
  'no-steps',
  'source-invalid',
  'owner-gone',
  'scope-gone',
] as const;

/** @public */
export const planProblemSchema = z.enum(planProblems);

/** @public */
export type PlanProblem = z.infer<typeof planProblemSchema>;

/**
 * What waits for the caller: to review it, to work on what was returned, to write what a change asks for, to read what names them; for the continuity
 * manager `orphaned`: its owner, or all that it covers, is gone.
 *
 * @public
 */
export const planWaitingSchema = z.enum([
  'review',
  'revise',
  'change',
  'orphaned',
  'read',
]);

/** @public */
export type PlanWaiting = z.infer<typeof planWaitingSchema>;

/** One row of the list of plans. Moments are ISO, UTC. @public */
export const planSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  kind: planKindSchema,
  level: planLevelSchema,
  state: planStateSchema,
  owner: z.object({
    ref: z.string(),
    title: z.string().nullable(),
    /** False: it is not in the catalog any more. */
    exists: z.boolean(),
  }),
  /** The version in force; null if none. */
  inForce: z
    .object({
      version: z.number().int(),
      approvedAt: z.string(),
      approvedBy: z.string(),
    })
    .nullable(),
  /** The version that is being written or reviewed; null if none. */
  open: z
    .object({
      version: z.number().int(),
      state: z.enum(['draft', 'in-review']),
      updatedAt: z.string(),
      updatedBy: z.string(),
    })
    .nullable(),
  /** Entries of the scope that the caller may see (a system with its parts is one), and how many it may not. */
  scope: z.object({
    entries: z.number().int(),
    redacted: z.number().int(),
    examples: z.array(
      z.object({
        entityRef: z.string(),
        title: z.string().nullable(),
        parts: z.boolean(),
      }),
    ),
  }),
  form: z.enum(['written', 'by-reference', 'from-repository']),
  reviewDueAt: z.string().nullable(),
  reviewOverdue: z.boolean(),
  problems: z.array(
    z.object({
      code: planProblemSchema,
      /** How many entities it is about; 1 where it is about the plan itself. */
      entities: z.number().int(),
    }),
  ),
  waitingForMe: planWaitingSchema.nullable(),
  updatedAt: z.string(),
});

/** @public */
export type PlanSummary = z.infer<typeof planSummarySchema>;

/** A plan in force on an entity's tab. @public */
export const entityPlanSchema = planStandingSchema.extend({
  owner: z.string(),
  reviewOverdue: z.boolean(),
  /** A newer version that is being written or reviewed. */
  open: z.enum(['draft', 'in-review']).nullable(),
});

/** @public */
export type EntityPlan = z.infer<typeof entityPlanSchema>;
