import { z } from 'zod';
import { planChangeRequestSchema } from './planChangeRequest';
import { planContentKeys } from './planContents';
import { planSummarySchema } from './planSummary';
import { planVersionSchema, planVersionSummarySchema } from './planVersion';
import { staleReasonSchema } from './staleReason';

/** What the caller may do with a plan now. @public */
export const planActionSchema = z.enum([
  'plan.update',
  'plan.submit',
  'plan.return',
  'plan.approve',
  'plan.confirm',
  'plan.archive',
  'plan.primary',
  'plan.acknowledge',
  'plan.contacts.read',
  'plan.contacts.update',
]);

/** @public */
export type PlanAction = z.infer<typeof planActionSchema>;

/** An expected time to recover, added up over the steps. @public */
export const planRecoveryTimeSchema = z.object({
  /** Seconds over the critical path; a lower bound where `isComplete` is false. */
  seconds: z.number(),
  /** Whether every step says how long it takes. */
  isComplete: z.boolean(),
  /** Ids of the steps on the critical path, in order. */
  criticalPath: z.array(z.string()),
});

/** @public */
export type PlanRecoveryTime = z.infer<typeof planRecoveryTimeSchema>;

/** An entity in the scope, as it is now. @public */
export const planScopeEntrySchema = z.object({
  entityRef: z.string(),
  parts: z.boolean(),
  /** How many parts it has now; null where parts are not covered. */
  partCount: z.number().int().nullable(),
  title: z.string().nullable(),
  kind: z.string(),
  type: z.string().nullable(),
  /** False: it is not in the catalog any more. */
  exists: z.boolean(),
  tier: z.string().nullable(),
  rto: z.string().nullable(),
  /** Seconds from the start of the recovery until the last step that names it is done; null without steps. */
  expectedSeconds: z.number().nullable(),
  /** Whether that is longer than the RTO; null where one of them is not known. */
  beyondRto: z.boolean().nullable(),
});

/** @public */
export type PlanScopeEntry = z.infer<typeof planScopeEntrySchema>;

/** An entity that a plan names by a name that it had before: somebody decided that what was kept of it goes on under the new one. @public */
export const planRenameSchema = z.object({ from: z.string(), to: z.string() });

/** @public */
export type PlanRename = z.infer<typeof planRenameSchema>;

/** Something that hinders submitting a version. @public */
export const planShortcomingSchema = z.object({
  /** Which of the contents it is about; `changeReference`: a next version names the change that asked for it. */
  content: z.enum([...planContentKeys, 'changeReference']),
  /** `missing`: it is empty, and neither in the referenced document nor marked as not applicable; `wrong`: what is there can't be right. */
  problem: z.enum(['missing', 'wrong']),
  /** What is wrong and what to do, for people. */
  message: z.string(),
  /** Ids of the steps or contacts it is about. */
  items: z.array(z.string()),
});

/** @public */
export type PlanShortcoming = z.infer<typeof planShortcomingSchema>;

/**
 * Answer of `GET /plans/:id`: all that the plan's page shows. Entities that the caller may not see are counted in `redacted` and replaced in
 * texts.
 *
 * @public
 */
export const planDetailSchema = planSummarySchema.extend({
  /** Send as `If-Match` when saving the draft. Grows with every change of the plan. */
  revision: z.number().int(),
  /** The version to show: the one in force, else the open one, else the last. */
  version: planVersionSchema,
  /** The open version (draft or in review), where `version` is another one. */
  draft: planVersionSchema.nullable(),
  /** All versions, newest first. */
  versions: z.array(planVersionSummarySchema),
  /** The scope by the names of now, see `renamed`. */
  scopeEntries: z.array(planScopeEntrySchema),
  /** Entities that `version` or `draft` name by an earlier name. */
  renamed: z.array(planRenameSchema),
  /** Of `version`. */
  recoveryTime: planRecoveryTimeSchema,
  /** What hinders submitting the open version; empty where there is none. */
  shortcomings: z.array(planShortcomingSchema),
  /** Why the version in force is stale, per entity. */
  staleness: z.array(
    z.object({
      entityRef: z.string(),
      title: z.string().nullable(),
      since: z.string(),
      reasons: z.array(
        staleReasonSchema.extend({
          /** How often its kind was confirmed in a row for this version and entity. */
          confirmedTimes: z.number().int(),
          /** Whether it may be confirmed now. */
          canBeConfirmed: z.boolean(),
        }),
      ),
    }),
  ),
  /** "Still valid because …", of the version in force, newest first. */
  confirmations: z.array(
    z.object({
      entityRef: z.string().nullable(),
      reason: staleReasonSchema.nullable(),
      because: z.string(),
      by: z.string(),
      for: z.string().nullable(),
      at: z.string(),
    }),
  ),
  /** Other plans of the same kind for entities of the scope. */
  overlaps: z.array(
    z.object({
      entityRef: z.string(),
      otherPlans: z.array(z.object({ id: z.string(), title: z.string() })),
      /** Id of the plan that was named primary. */
      primary: z.string().nullable(),
    }),
  ),
  lastReviewedAt: z.string().nullable(),
  /** Who is asked to read the version in force, and when they said they had. */
  readers: z.array(
    z.object({ ref: z.string(), readAt: z.string().nullable() }),
  ),
  /** The repository file that the plan comes from, and how its last read went. */
  source: z
    .object({
      entityRef: z.string(),
      url: z.string().nullable(),
      readAt: z.string().nullable(),
      problem: z
        .object({ line: z.number().int().nullable(), message: z.string() })
        .nullable(),
    })
    .nullable(),
  /** Others who have the draft open, within the last minute. */
  editors: z.array(z.object({ by: z.string(), lastSeenAt: z.string() })),
  archived: z
    .object({ at: z.string(), by: z.string(), reason: z.string() })
    .nullable(),
  /** What everything in the answer is called, by ref. */
  names: z.record(z.string(), z.string()).optional(),
  /** What changes ask of it (DOMAIN.md §7); at most one request is open. */
  changeRequests: z.array(planChangeRequestSchema).optional(),
  allowedActions: z.array(planActionSchema),
});

/** @public */
export type PlanDetail = z.infer<typeof planDetailSchema>;
