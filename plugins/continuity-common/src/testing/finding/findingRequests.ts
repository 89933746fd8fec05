import { z } from 'zod';
import { entityRefText } from '../../terms/entityRefText';
import { findingDetailSchema } from './findingDetail';
import {
  findingSeveritySchema,
  findingStateSchema,
  findingSummarySchema,
} from './findingSummary';
import { lineText } from '../../terms/lineText';
import { markdownText } from '../../terms/markdownText';
import { reasonText } from '../../terms/reasonText';

const ticketSchema = z
  .object({
    url: z.url({ protocol: /^https?$/ }).max(2_000),
    title: lineText({ longest: 200 }).default(''),
  })
  .strict();

const titleText = lineText({
  longest: 200,
  hint: 'Say in a line what is wrong.',
});

const contents = {
  title: titleText,
  severity: findingSeveritySchema,
  entities: z
    .array(entityRefText('component:default/checkout'))
    .min(1, { error: 'Name at least one entity.' })
    .max(500),
  /** A user or group. */
  owner: entityRefText('group:default/payments'),
  /** The last day on which it is in time. */
  dueOn: z.iso.date(),
};

/** A finding as it is written down together with a result or a review. @public */
export const findingDraftSchema = z
  .object({
    ...contents,
    description: markdownText,
    cause: markdownText,
    ticket: ticketSchema.nullable().default(null),
  })
  .strict();

/** @public */
export type FindingDraft = z.output<typeof findingDraftSchema>;

/** Body of `POST /findings`. @public */
export const findingCreateRequestSchema = z
  .object({
    ...findingDraftSchema.shape,
    /** The test it comes from. */
    testId: z.string().min(1).max(64).optional(),
  })
  .strict();

/** @public */
export type FindingCreateRequest = z.input<typeof findingCreateRequestSchema>;

/** Body of `PATCH /findings/:id`; what is left out stays. `If-Match` is the finding's revision. @public */
export const findingUpdateRequestSchema = z
  .object({
    title: titleText.optional(),
    severity: findingSeveritySchema.optional(),
    entities: contents.entities.optional(),
    owner: contents.owner.optional(),
    dueOn: contents.dueOn.optional(),
    description: z.string().max(20_000).optional(),
    cause: z.string().max(20_000).optional(),
    ticket: ticketSchema.nullable().optional(),
    /** Needed where the due day moves, or the severity falls. */
    reason: reasonText.optional(),
  })
  .strict();

/** @public */
export type FindingUpdateRequest = z.input<typeof findingUpdateRequestSchema>;

/** Body of `POST /findings/:id/start`. @public */
export const findingStartRequestSchema = z
  .object({ note: lineText({ longest: 2_000 }).optional() })
  .strict();

/** Body of `POST /findings/:id/resolve`. @public */
export const findingResolveRequestSchema = z
  .object({
    what: lineText({ longest: 2_000, hint: 'Say what was done.' }),
    /** May be written down now at the latest. */
    cause: z.string().max(20_000).optional(),
  })
  .strict();

/** Body of `POST /findings/:id/verify`: another person says whether it worked. @public */
export const findingVerifyRequestSchema = z
  .object({
    worked: z.boolean(),
    note: lineText({ longest: 2_000, hint: 'Say how you know.' }),
  })
  .strict();

/** Body of `POST /findings/:id/accept`: the caller approves that nothing will be done. @public */
export const findingAcceptRequestSchema = z
  .object({
    reason: reasonText,
    /** Who asked for it; never the caller. */
    requestedBy: entityRefText('user:default/jane').optional(),
  })
  .strict();

/** Body of `POST /findings/:id/reopen`. @public */
export const findingReopenRequestSchema = z
  .object({ reason: reasonText })
  .strict();

/** @public */
export type FindingResolveRequest = z.input<typeof findingResolveRequestSchema>;

/** @public */
export type FindingVerifyRequest = z.input<typeof findingVerifyRequestSchema>;

/** @public */
export type FindingAcceptRequest = z.input<typeof findingAcceptRequestSchema>;

/** Filters of `GET /findings`. Within one filter the values are alternatives; different filters must all hold. @public */
export const findingQuerySchema = z
  .object({
    /** Without it: open, in progress and resolved. */
    state: z.array(findingStateSchema).optional(),
    severity: z.array(findingSeveritySchema).optional(),
    overdue: z.boolean().optional(),
    /** Users and groups, nested groups included. */
    owner: z.array(z.string()).optional(),
    entity: z.array(z.string()).optional(),
    test: z.array(z.string()).optional(),
    /** The caller owns it, or may verify it. */
    waitingForMe: z.boolean().optional(),
    search: z.string().max(200).optional(),
    sort: z
      .enum([
        'due',
        '-due',
        'severity',
        '-severity',
        'updated',
        '-updated',
        'title',
        '-title',
      ])
      .optional(),
    limit: z.number().int().min(1).max(500).optional(),
    cursor: z.string().max(2_000).optional(),
  })
  .strict();

/** @public */
export type FindingQuery = z.infer<typeof findingQuerySchema>;

/** Answer of `GET /findings`. @public */
export const findingListSchema = z.object({
  items: z.array(findingSummarySchema),
  totalItems: z.number().int(),
  /** Per state, whatever the filter on states: the columns of the board. */
  counts: z.record(findingStateSchema, z.number().int()),
  overdue: z.number().int(),
  pageInfo: z.object({ nextCursor: z.string().optional() }),
  allowedActions: z.array(z.enum(['finding.create'])),
});

/** @public */
export type FindingList = z.infer<typeof findingListSchema>;

/** What a stale edit of a finding is answered with (409), as `findingConflict`. @public */
export const findingConflictSchema = findingDetailSchema;
