import { z } from 'zod';
import {
  changeStateSchema,
  changeTypeSchema,
  changeVerdictSchema,
  planChangeRequestStateSchema,
} from '../terms/changeTerms';
import { entityRefText } from '../terms/entityRefText';
import { instantText } from '../terms/instantText';
import { lineText } from '../terms/lineText';
import { reasonText } from '../terms/reasonText';
import { planChangeRequestSchema } from '../plan/planChangeRequest';
import { changeAssessmentSchema } from './changeAssessment';

/** What every list says of a recorded change. @public */
export const changeSummarySchema = z.object({
  id: z.string(),
  revision: z.number().int(),
  /** The id of the tool it comes from. */
  externalId: z.string().nullable(),
  /** `portal`, `ci`, or the name of the webhook's source. */
  source: z.string(),
  url: z.string().nullable(),
  title: z.string(),
  type: changeTypeSchema,
  treatedAs: changeTypeSchema,
  model: z.string().nullable(),
  major: z.boolean(),
  state: changeStateSchema,
  plannedStart: z.string().nullable(),
  plannedEnd: z.string().nullable(),
  /** Of the latest assessment. */
  verdict: changeVerdictSchema,
  headline: z.string(),
  caused: z.number().int(),
  alreadyThere: z.number().int(),
  totalImpacted: z.number().int(),
  /** What was touched; at most 20 named, hidden ones left out. */
  touched: z.array(z.string()),
  totalTouched: z.number().int(),
  openRequests: z.number().int(),
  requestedBy: z.string(),
  createdAt: z.string(),
  implementedAt: z.string().nullable(),
  /** Emergency changes owe a review. */
  review: z
    .object({
      dueAt: z.string(),
      late: z.boolean(),
      doneAt: z.string().nullable(),
      doneBy: z.string().nullable(),
    })
    .nullable(),
});

/** @public */
export type ChangeSummary = z.infer<typeof changeSummarySchema>;

/** What a change was assessed with, and whether that can be asked again as it was. @public */
export const changeQuestionSchema = z.object({
  /** `not-kept`: it was assessed with files or documents before those were kept; `too-large`: there were too many; `hidden`: who reads it may not see all that it touches. */
  again: z.enum(['possible', 'not-kept', 'too-large', 'hidden']),
  /** Entities that were named; null where nobody knows. */
  entities: z.number().int().nullable(),
  files: z.number().int().nullable(),
  /** Proposed catalog-info documents. */
  documents: z.number().int().nullable(),
});

/** Body of `POST /changes/:id/assess`. @public */
export const changeAssessAgainRequestSchema = z.object({}).strict();

/** Answer of `GET /changes/:id`. @public */
export const changeDetailSchema = changeSummarySchema.extend({
  /** The latest one; hidden entities are counted for who reads it. */
  assessment: changeAssessmentSchema,
  /** Every assessment, newest first. */
  assessments: z.array(
    z.object({
      number: z.number().int(),
      at: z.string(),
      by: z.string(),
      verdict: changeVerdictSchema,
      caused: z.number().int(),
    }),
  ),
  /** What was asked with the latest assessment, while it can be assessed again; null where it is implemented or withdrawn. */
  question: changeQuestionSchema.nullable(),
  requests: z.array(planChangeRequestSchema),
  /** What was done with it, newest first. */
  history: z.array(
    z.object({
      at: z.string(),
      by: z.string(),
      action: z.string(),
      reason: z.string().nullable(),
    }),
  ),
  /** Posting the outcome back; null where none was configured. */
  callback: z
    .object({
      state: z.enum(['waiting', 'sent', 'failed']),
      attempts: z.number().int(),
      lastError: z.string().nullable(),
      lastAt: z.string().nullable(),
    })
    .nullable(),
  allowedActions: z.array(
    z.enum(['update', 'approve', 'implement', 'withdraw', 'review', 'assess']),
  ),
});

/** @public */
export type ChangeDetail = z.infer<typeof changeDetailSchema>;

/** Filters of `GET /changes`. Within one filter the values are alternatives; different filters must all hold. @public */
export const changeQuerySchema = z
  .object({
    state: z.array(changeStateSchema).optional(),
    type: z.array(changeTypeSchema).optional(),
    verdict: z.array(changeVerdictSchema).optional(),
    /** Touched or impacted. */
    entity: z.array(z.string()).optional(),
    plan: z.array(z.string()).optional(),
    /** Planned windows that overlap this time. */
    from: instantText.optional(),
    to: instantText.optional(),
    /** Emergency changes whose review is owed. */
    reviewDue: z.boolean().optional(),
    mine: z.boolean().optional(),
    /** The caller may approve it, or review it as an emergency change. */
    waitingForMe: z.boolean().optional(),
    search: z.string().max(200).optional(),
    sort: z
      .enum([
        'created',
        '-created',
        'start',
        '-start',
        'verdict',
        '-verdict',
        'title',
        '-title',
      ])
      .optional(),
    limit: z.number().int().min(1).max(500).optional(),
    cursor: z.string().max(400).optional(),
  })
  .strict();

/** @public */
export type ChangeQuery = z.input<typeof changeQuerySchema>;

/** @public */
export const changeListSchema = z.object({
  items: z.array(changeSummarySchema),
  totalItems: z.number().int(),
  /** Changes that touch only what the caller may not see. */
  redacted: z.number().int(),
  pageInfo: z.object({ nextCursor: z.string().optional() }),
  names: z.record(z.string(), z.string()),
  allowedActions: z.array(z.enum(['record'])),
});

/** @public */
export type ChangeList = z.infer<typeof changeListSchema>;

/** Body of `PATCH /changes/:id`, with `If-Match`; what is left out stays. @public */
export const changeUpdateRequestSchema = z
  .object({
    title: lineText({ longest: 300 }).optional(),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .nullable()
      .optional(),
    plannedStart: instantText.nullable().optional(),
    plannedEnd: instantText.nullable().optional(),
    reason: reasonText.optional(),
  })
  .strict();

/** Body of `POST /changes/:id/approve`. @public */
export const changeApproveRequestSchema = z
  .object({ note: lineText({ longest: 2_000 }).optional() })
  .strict();

/** Body of `POST /changes/:id/implement`. @public */
export const changeImplementRequestSchema = z
  .object({
    /** When it was done; now, if left out; never in the future. */
    at: instantText.optional(),
    note: lineText({ longest: 2_000 }).optional(),
  })
  .strict();

/** Body of `POST /changes/:id/withdraw`. @public */
export const changeWithdrawRequestSchema = z
  .object({ reason: reasonText })
  .strict();

/** Body of `POST /changes/:id/review`: the review after the fact of an emergency change. @public */
export const changeReviewRequestSchema = z
  .object({
    outcome: lineText({
      longest: 2_000,
      hint: 'Say what the review found.',
    }),
    major: z.boolean().optional(),
  })
  .strict();

/** Body of a 409 about a change. @public */
export const changeConflictSchema = z.object({
  error: z.object({ name: z.string(), message: z.string() }),
  current: changeDetailSchema,
});

/** Filters of `GET /plan-change-requests`. @public */
export const planChangeRequestQuerySchema = z
  .object({
    /** Without it: open ones. */
    state: z.array(planChangeRequestStateSchema).optional(),
    plan: z.array(z.string()).optional(),
    owner: z.array(entityRefText('group:default/payments')).optional(),
    late: z.boolean().optional(),
    waitingForMe: z.boolean().optional(),
    limit: z.number().int().min(1).max(500).optional(),
    cursor: z.string().max(400).optional(),
  })
  .strict();

/** @public */
export type PlanChangeRequestQuery = z.input<
  typeof planChangeRequestQuerySchema
>;

/** @public */
export const planChangeRequestListSchema = z.object({
  items: z.array(planChangeRequestSchema),
  totalItems: z.number().int(),
  pageInfo: z.object({ nextCursor: z.string().optional() }),
  names: z.record(z.string(), z.string()),
});

/** @public */
export type PlanChangeRequestList = z.infer<typeof planChangeRequestListSchema>;

/** Body of `POST /plan-change-requests/:id/decline`. @public */
export const planChangeRequestDeclineSchema = z
  .object({ reason: reasonText })
  .strict();

/** A change as the tab of an entity shows it. @public */
export const entityChangeSchema = changeSummarySchema
  .pick({
    id: true,
    externalId: true,
    url: true,
    title: true,
    type: true,
    state: true,
    verdict: true,
    plannedStart: true,
    plannedEnd: true,
    implementedAt: true,
    createdAt: true,
    review: true,
  })
  .extend({
    /** How it hits this entity. */
    effect: z.enum(['touched', 'affected', 'system', 'degraded']),
    /** What it asked for here: sentences of caused findings. */
    asked: z.array(z.string()),
  });

/** @public */
export type EntityChange = z.infer<typeof entityChangeSchema>;
