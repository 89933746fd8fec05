import { z } from 'zod';
import { languageQuerySchema } from '../terms/textLanguage';
import { planActionSchema } from './planDetail';
import { planContentKeySchema, planContentsSchema } from './planContents';
import { planKindSchema } from './planKind';
import {
  planProblemSchema,
  planStateSchema,
  planSummarySchema,
} from './planSummary';
import { planVersionSummarySchema, planVersionSchema } from './planVersion';

const reasonSchema = z.string().trim().min(1).max(2_000);

/** Body of `POST /plans`. Without contents it begins with the template of its kind. @public */
export const planCreateRequestSchema = z
  .object({
    kind: planKindSchema,
    /** A group or user; who creates it, if left out. */
    owner: z.string().max(500).optional(),
    title: z.string().trim().min(1).max(200),
    /** Full contents to begin with; the title counts, and `scope` is added to its scope. */
    contents: planContentsSchema.optional(),
    scope: planContentsSchema.shape.scope.optional(),
    /** In which the outline is that it begins with, where no contents are given. */
    language: languageQuerySchema.shape.language,
  })
  .strict();

/** @public */
export type PlanCreateRequest = z.input<typeof planCreateRequestSchema>;

/** Body of `PUT /plans/:id/draft`; `If-Match` is the plan's revision. Begins the next version where none is open. @public */
export const planDraftRequestSchema = z
  .object({
    contents: planContentsSchema,
    /** Moves the plan to another owner. */
    owner: z.string().max(500).optional(),
  })
  .strict();

/** @public */
export type PlanDraftRequest = z.input<typeof planDraftRequestSchema>;

/** Body of `POST /plans/:id/submit`. @public */
export const planSubmitRequestSchema = z
  .object({
    /** A user or group who is asked to approve it. */
    reviewer: z.string().max(500).optional(),
    note: z.string().trim().max(2_000).optional(),
  })
  .strict();

/** @public */
export type PlanSubmitRequest = z.infer<typeof planSubmitRequestSchema>;

/** Body of `POST /plans/:id/return` and `/archive`. @public */
export const planReasonRequestSchema = z
  .object({ reason: reasonSchema })
  .strict();

/** Body of `POST /plans/:id/approve`. @public */
export const planApproveRequestSchema = z
  .object({
    /** The version that was read: another one is not approved by mistake. */
    version: z.number().int().min(1),
    /** The plan's revision that was read. */
    revision: z.number().int(),
    /** For whom a deputy approves. */
    onBehalfOf: z.string().max(500).optional(),
    note: z.string().trim().max(2_000).optional(),
  })
  .strict();

/** @public */
export type PlanApproveRequest = z.infer<typeof planApproveRequestSchema>;

/** Body of `POST /plans/:id/confirm`: "still valid because …", reason by reason, or the whole plan as reviewed. @public */
export const planConfirmRequestSchema = z
  .object({
    reasons: z
      .array(
        z
          .object({
            entityRef: z.string(),
            key: z.string().max(600),
            because: reasonSchema,
          })
          .strict(),
      )
      .max(2_000)
      .default([]),
    /** The plan was reviewed as a whole and holds: its review date moves on. */
    review: z.object({ because: reasonSchema }).strict().optional(),
    onBehalfOf: z.string().max(500).optional(),
  })
  .strict()
  .refine(body => body.reasons.length > 0 || body.review !== undefined, {
    message: 'Name the reasons that are confirmed, or the review.',
  });

/** @public */
export type PlanConfirmRequest = z.input<typeof planConfirmRequestSchema>;

/** Body of `POST /plans/:id/primary`: for these entities this plan decides, of several of its kind. @public */
export const planPrimaryRequestSchema = z
  .object({
    entityRefs: z.array(z.string()).min(1).max(500),
    reason: reasonSchema,
  })
  .strict();

/** @public */
export type PlanPrimaryRequest = z.infer<typeof planPrimaryRequestSchema>;

/** Body of `POST /plans/:id/clone`. @public */
export const planCloneRequestSchema = z
  .object({
    title: z.string().trim().min(1).max(200),
    owner: z.string().max(500).optional(),
    /** The scope of the new plan; that of the old one if left out. */
    scope: planContentsSchema.shape.scope.optional(),
  })
  .strict();

/** @public */
export type PlanCloneRequest = z.input<typeof planCloneRequestSchema>;

/** Answer of the heartbeat `POST /plans/:id/presence`. @public */
export const planPresenceSchema = z.object({
  /** Others who have the draft open. */
  editors: z.array(z.object({ by: z.string(), lastSeenAt: z.string() })),
  /** A greater one than one's own: somebody saved meanwhile. */
  revision: z.number().int(),
});

/** @public */
export type PlanPresence = z.infer<typeof planPresenceSchema>;

/** Phones and private mails of a plan's contacts, kept apart from versions. @public */
export const planPrivateContactSchema = z
  .object({
    /** Id of the contact in the plan's contents. */
    contactId: z.string().min(1).max(40),
    phone: z.string().trim().max(100).default(''),
    email: z.string().trim().max(200).default(''),
    /** When to reach them, whom to ask for. */
    note: z.string().trim().max(500).default(''),
  })
  .strict();

/** Answer of `GET /plans/:id/contacts` and body of `PUT`; who is left out is erased. @public */
export const planPrivateContactsSchema = z
  .object({ items: z.array(planPrivateContactSchema).max(200) })
  .strict();

/** @public */
export type PlanPrivateContacts = z.infer<typeof planPrivateContactsSchema>;

/** Filters of `GET /plans`. Within one filter the values are alternatives; different filters must all hold. @public */
export const planQuerySchema = z
  .object({
    /** A plan in force with a newer draft is found by `in-force` and by `draft`. Without it, archived ones are left out. */
    state: z.array(planStateSchema).optional(),
    kind: z.array(planKindSchema).optional(),
    /** Users and groups, nested groups included. */
    owner: z.array(z.string()).optional(),
    /** Plans whose scope names one of these, or its system with its parts. */
    entity: z.array(z.string()).optional(),
    problem: z.array(planProblemSchema).optional(),
    /** Only what the caller or their groups own; for services nothing. */
    mine: z.boolean().optional(),
    waitingForMe: z.boolean().optional(),
    search: z.string().max(200).optional(),
    sort: z
      .enum([
        'title',
        '-title',
        'reviewDue',
        '-reviewDue',
        'updated',
        '-updated',
      ])
      .optional(),
    limit: z.number().int().min(1).max(500).optional(),
    cursor: z.string().max(2_000).optional(),
  })
  .strict();

/** @public */
export type PlanQuery = z.infer<typeof planQuerySchema>;

/** Answer of `GET /plans`. @public */
export const planListSchema = z.object({
  items: z.array(planSummarySchema),
  totalItems: z.number().int(),
  /** Of all that the caller may see, whatever the filters. */
  waitingForMe: z.number().int(),
  pageInfo: z.object({ nextCursor: z.string().optional() }),
  /** `plan.create`; and `emergency-copy`: may download all plans in force. */
  allowedActions: z.array(z.enum(['plan.create', 'emergency-copy'])),
});

/** @public */
export type PlanList = z.infer<typeof planListSchema>;

/** What a kind of plan is for, prompts for each of its contents, and contents to begin with. @public */
export const planTemplateSchema = z.object({
  kind: planKindSchema,
  title: z.string(),
  summary: z.string(),
  prompts: z.record(planContentKeySchema, z.string()),
  contents: planContentsSchema.omit({ title: true }),
});

/** @public */
export type PlanTemplate = z.infer<typeof planTemplateSchema>;

/** Answer of `GET /plans/templates`. @public */
export const planTemplatesSchema = z.object({
  items: z.array(planTemplateSchema),
});

/** Answer of `GET /plans/suggestions?entity=`: the scope to begin a plan for an entity with. @public */
export const planSuggestionSchema = z.object({
  title: z.string(),
  owner: z.string().nullable(),
  scope: planContentsSchema.shape.scope,
  /** What it hard-depends on and the caller may see, for the scope or the requirements. */
  needs: z.array(
    z.object({
      entityRef: z.string(),
      title: z.string().nullable(),
      tier: z.string().nullable(),
      rto: z.string().nullable(),
      /** Whether a plan in force covers it already. */
      hasPlan: z.boolean(),
    }),
  ),
  redacted: z.number().int(),
});

/** @public */
export type PlanSuggestion = z.infer<typeof planSuggestionSchema>;

/** Answer of `GET /plans/:id/compare?from=&to=`: two versions side by side. @public */
export const planComparisonSchema = z.object({
  from: planVersionSchema,
  to: planVersionSchema,
  differences: z.array(
    z.object({
      /** Which part: `purpose`, `strategy.description`, `steps`, `contacts`, `scope` … */
      part: z.string(),
      /** For lists: the item's id or ref; null for a text. */
      item: z.string().nullable(),
      change: z.enum(['added', 'removed', 'changed', 'moved']),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
});

/** @public */
export type PlanComparison = z.infer<typeof planComparisonSchema>;

/** Answer of `GET /plans/:id/versions/:n`. @public */
export const planVersionAnswerSchema = z.object({
  planId: z.string(),
  kind: planKindSchema,
  version: planVersionSchema,
  versions: z.array(planVersionSummarySchema),
  /** How many entities that the caller may not see it names. */
  redacted: z.number().int(),
});

/** @public */
export type PlanVersionAnswer = z.infer<typeof planVersionAnswerSchema>;

/** A file to save. @public */
export const planFileSchema = z.object({
  fileName: z.string(),
  mediaType: z.string(),
  content: z.union([z.string(), z.instanceof(Uint8Array)]),
});

/** @public */
export type PlanFile = z.infer<typeof planFileSchema>;

/** Body of `POST /plans/bulk-confirm`. @public */
export const planBulkConfirmRequestSchema = z
  .object({
    planIds: z.array(z.string().max(64)).min(1).max(200),
    because: reasonSchema,
    onBehalfOf: z.string().max(500).optional(),
  })
  .strict();

/** @public */
export type PlanBulkConfirmRequest = z.infer<
  typeof planBulkConfirmRequestSchema
>;

/** Answer of `POST /plans/bulk-confirm`: each plan for itself. @public */
export const planBulkConfirmResponseSchema = z.object({
  items: z.array(
    z.object({
      planId: z.string(),
      /** How many reasons were confirmed, and how many may not be and stay. */
      confirmed: z.number().int(),
      left: z.number().int(),
      /** Why nothing was confirmed. */
      message: z.string().optional(),
    }),
  ),
});

/** @public */
export type PlanBulkConfirmResponse = z.infer<
  typeof planBulkConfirmResponseSchema
>;

/** What a stale save of a draft is answered with (409). @public */
export const planConflictSchema = z.object({
  /** The newer revision, who saved it and when, and its contents. */
  revision: z.number().int(),
  updatedBy: z.string(),
  updatedAt: z.string(),
  contents: planContentsSchema.nullable(),
  allowedActions: z.array(planActionSchema),
});

/** @public */
export type PlanConflict = z.infer<typeof planConflictSchema>;
