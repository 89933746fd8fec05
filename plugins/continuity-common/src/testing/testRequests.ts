import { z } from 'zod';
import { entityRefText } from '../terms/entityRefText';
import { findingDraftSchema } from './finding/findingRequests';
import { instantText } from '../terms/instantText';
import { lineText } from '../terms/lineText';
import { markdownText } from '../terms/markdownText';
import { reasonText } from '../terms/reasonText';
import { testContentsSchema } from './testContents';
import { testDepthSchema } from './testDepth';
import { testDetailSchema } from './testDetail';
import { testEnvironmentSchema } from './testEnvironment';
import { testEventKindSchema } from './testEvent';
import { testOutcomeSchema } from './result/testOutcome';
import { testScheduleSchema } from './testSchedule';
import { testOriginSchema, testStateSchema } from './testState';
import { testStepStateSchema } from './testStep';
import { testSummarySchema } from './testSummary';
import { testTimesSchema } from './result/testTimes';

/** Given by the sender, so that what is sent twice is kept once. */
const clientId = z
  .string()
  .regex(/^[\w-]{8,64}$/, { error: 'Write a UUID, or such as "a1b2c3d4".' });

const entityRefs = z.array(entityRefText('component:default/checkout'));

/** @public */
export const testPathSchema = z.object({ id: z.string().min(1).max(64) });

/**
 * When a test was held that is entered afterwards: from and until, or only the day.
 *
 * @public
 */
export const heldInputSchema = z.union([
  z.object({ startedAt: instantText, endedAt: instantText }).strict(),
  z.object({ on: z.iso.date() }).strict(),
]);

/** Body of `POST /tests`. @public */
export const testCreateRequestSchema = z
  .object({
    contents: testContentsSchema,
    /**
     * `invocation`: a plan was invoked in earnest. It is a failover test of all `entities`, which are everything that was lost; depth and
     * environment must say so, and `held` is needed.
     */
    origin: testOriginSchema.extract(['test', 'invocation']).default('test'),
    /** It was held already: it begins in progress, marked as entered afterwards. */
    held: heldInputSchema.optional(),
  })
  .strict();

/** @public */
export type TestCreateRequest = z.input<typeof testCreateRequestSchema>;

/**
 * Body of `PATCH /tests/:id`, with `If-Match`. Once the test has begun, only title, participants and preparation may change. Another schedule needs
 * a reason and is kept as a change of dates.
 *
 * @public
 */
export const testUpdateRequestSchema = z
  .object({ contents: testContentsSchema, reason: reasonText.optional() })
  .strict();

/** @public */
export type TestUpdateRequest = z.input<typeof testUpdateRequestSchema>;

/** Body of `POST /tests/:id/reschedule`, with `If-Match`. @public */
export const testRescheduleRequestSchema = z
  .object({ schedule: testScheduleSchema, reason: reasonText })
  .strict();

/** @public */
export type TestRescheduleRequest = z.input<typeof testRescheduleRequestSchema>;

/** Body of `POST /tests/:id/cancel`. @public */
export const testCancelRequestSchema = z
  .object({ reason: reasonText })
  .strict();

/** Body of `POST /tests/:id/start`. @public */
export const testStartRequestSchema = z
  .object({
    /** When it really began; now, if left out. */
    at: instantText.optional(),
  })
  .strict();

/** @public */
export type TestStartRequest = z.input<typeof testStartRequestSchema>;

/** Body of `POST /tests/:id/steps`: changes of the checklist, and lines that are added. @public */
export const testStepsRequestSchema = z
  .object({
    changes: z
      .array(
        z
          .object({
            id: z.string().max(64),
            /** Of the line, from which the change started; a stale one is answered with 409. */
            revision: z.number().int(),
            state: testStepStateSchema.optional(),
            startedAt: instantText.nullable().optional(),
            doneAt: instantText.nullable().optional(),
            doneBy: entityRefText('user:default/jane').nullable().optional(),
            note: z.string().max(20_000).optional(),
          })
          .strict(),
      )
      .max(200)
      .default([]),
    add: z
      .array(
        z
          .object({
            clientId,
            title: lineText({ longest: 200, hint: 'Say what to do.' }),
            what: markdownText,
          })
          .strict(),
      )
      .max(50)
      .default([]),
  })
  .strict();

/** @public */
export type TestStepsRequest = z.input<typeof testStepsRequestSchema>;

/** Body of `POST /tests/:id/events`. The log is only added to. @public */
export const testEventsRequestSchema = z
  .object({
    items: z
      .array(
        z
          .object({
            clientId,
            kind: testEventKindSchema.extract([
              'note',
              'decision',
              'problem',
              'inject',
            ]),
            /** When it happened; now, if left out. */
            at: instantText.optional(),
            text: lineText({ longest: 4_000, hint: 'Say what happened.' }),
            entityRefs: entityRefs.max(500).default([]),
          })
          .strict(),
      )
      .min(1)
      .max(100),
  })
  .strict();

/** @public */
export type TestEventsRequest = z.input<typeof testEventsRequestSchema>;

/** What may be said of a result; what is left out stays as it is. Of `times`, only the ones named change. @public */
export const testResultPatchSchema = z
  .object({
    times: testTimesSchema.partial().optional(),
    outcome: testOutcomeSchema.nullable().optional(),
    recovered: z.boolean().nullable().optional(),
    deliveredPercent: z.number().min(0).max(100).nullable().optional(),
    restoredFromBackup: z.boolean().optional(),
    partial: z.boolean().optional(),
    deficiencies: z.string().max(20_000).optional(),
    note: z.string().max(20_000).optional(),
  })
  .strict();

/** @public */
export type TestResultPatch = z.output<typeof testResultPatchSchema>;

/** Body of `POST /tests/:id/results`: the same for many entities at once. A button that stamps a time sends one time. @public */
export const testResultsRequestSchema = z
  .object({
    items: z
      .array(
        z
          .object({
            entityRefs: entityRefs.min(1).max(500),
            /** By ref: the result's revision that a form started from; a stale one is answered with 409. */
            revisions: z.record(z.string(), z.number().int()).optional(),
            ...testResultPatchSchema.shape,
          })
          .strict(),
      )
      .min(1)
      .max(500),
  })
  .strict();

/** @public */
export type TestResultsRequest = z.input<typeof testResultsRequestSchema>;

/** Body of `POST /tests/:id/complete`. Each entity needs a result with an outcome. @public */
export const testCompleteRequestSchema = z
  .object({
    /** When it really ended; now, if left out. */
    endedAt: instantText.optional(),
    summary: markdownText,
    criteria: z
      .array(
        z
          .object({
            id: z.string().max(40),
            met: z.boolean().nullable(),
            note: lineText({ longest: 1_000 }).default(''),
          })
          .strict(),
      )
      .max(50)
      .default([]),
    findings: z.array(findingDraftSchema).max(50).default([]),
  })
  .strict();

/** @public */
export type TestCompleteRequest = z.input<typeof testCompleteRequestSchema>;

/** Body of `POST /tests/:id/review`: never by the facilitator, nor by who recorded a result. @public */
export const testReviewRequestSchema = z
  .object({
    /** The test's revision that was read. */
    revision: z.number().int(),
    note: lineText({ longest: 4_000 }).default(''),
    /** A reviewer makes outcomes worse, never better, and says whether a minimum service without percentage was reached. */
    results: z
      .array(
        z
          .object({
            entityRef: entityRefText('component:default/checkout'),
            outcome: testOutcomeSchema.optional(),
            levelMet: z.boolean().optional(),
            reason: reasonText.optional(),
          })
          .strict(),
      )
      .max(500)
      .default([]),
    findings: z.array(findingDraftSchema).max(50).default([]),
  })
  .strict();

/** @public */
export type TestReviewRequest = z.input<typeof testReviewRequestSchema>;

/** Body of `POST /tests/:id/attachments`. Size and types of files are policy. @public */
export const testAttachmentRequestSchema = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('link'),
      title: lineText({ longest: 200, hint: 'Say what it is.' }),
      url: z.url({ protocol: /^https?$/ }).max(2_000),
    })
    .strict(),
  z
    .object({
      kind: z.literal('file'),
      title: lineText({ longest: 200 }).default(''),
      fileName: lineText({ longest: 200, hint: 'Name the file.' }),
      mediaType: z.string().max(100),
      contentBase64: z.base64(),
    })
    .strict(),
]);

/** @public */
export type TestAttachmentRequest = z.input<typeof testAttachmentRequestSchema>;

/** Body of `POST /tests/:id/attachments/:attachmentId/remove`; not once the test is reviewed. @public */
export const testAttachmentRemovalSchema = z
  .object({ reason: reasonText })
  .strict();

/** Body of `POST /tests/plan-due`: one test for all items, or one each. @public */
export const planDueRequestSchema = z
  .object({
    items: z
      .array(
        z
          .object({
            entityRef: entityRefText('component:default/checkout'),
            depth: testDepthSchema,
          })
          .strict(),
      )
      .min(1)
      .max(500),
    /** `one`: one test per depth for all its entities. */
    tests: z.enum(['one', 'one-per-entity']).default('one'),
    schedule: testScheduleSchema,
    /** The environment; the best that a requirement asks for, if left out. */
    environment: testEnvironmentSchema.optional(),
    facilitator: entityRefText('user:default/jane'),
    participants: z
      .array(entityRefText('user:default/jane'))
      .max(200)
      .default([]),
    /** Left out, it is made of depth and entities. */
    title: lineText({ longest: 200 }).optional(),
  })
  .strict();

/** @public */
export type PlanDueRequest = z.input<typeof planDueRequestSchema>;

/** Answer of `POST /tests/plan-due`. @public */
export const planDueResponseSchema = z.object({
  /** The tests that were planned. */
  tests: z.array(testSummarySchema),
  /** Items that were not planned, and why. An entity the caller may not see is refused like one that does not exist. */
  refused: z.array(
    z.object({
      entityRef: z.string(),
      depth: testDepthSchema,
      message: z.string(),
    }),
  ),
});

/** @public */
export type PlanDueResponse = z.infer<typeof planDueResponseSchema>;

/** Filters of `GET /tests`. Within one filter the values are alternatives; different filters must all hold. @public */
export const testQuerySchema = z
  .object({
    /** Tests that are, or were held, at least partly from this moment or day on (in the policy's zone) … */
    from: z.string().max(40).optional(),
    /** … and before this moment, or until the end of this day. */
    to: z.string().max(40).optional(),
    /** Without it, cancelled ones are left out. */
    state: z.array(testStateSchema).optional(),
    missed: z.boolean().optional(),
    depth: z.array(testDepthSchema).optional(),
    origin: z.array(testOriginSchema).optional(),
    environment: z.array(testEnvironmentSchema).optional(),
    outcome: z.array(testOutcomeSchema).optional(),
    reviewed: z.boolean().optional(),
    entity: z.array(z.string()).optional(),
    /** Recovery owners of its entities, nested groups included. */
    owner: z.array(z.string()).optional(),
    tier: z.array(z.string()).optional(),
    /** Facilitator or participant, nested groups included. */
    person: z.array(z.string()).optional(),
    plan: z.array(z.string().max(64)).optional(),
    /** Only those that the caller or their groups facilitate, take part in, or whose entities they recover; for services nothing. */
    mine: z.boolean().optional(),
    waitingForMe: z.boolean().optional(),
    search: z.string().max(200).optional(),
    sort: z
      .enum(['start', '-start', 'title', '-title', 'updated', '-updated'])
      .optional(),
    limit: z.number().int().min(1).max(500).optional(),
    cursor: z.string().max(2_000).optional(),
  })
  .strict();

/** @public */
export type TestQuery = z.infer<typeof testQuerySchema>;

/** Answer of `GET /tests`. @public */
export const testListSchema = z.object({
  items: z.array(testSummarySchema),
  totalItems: z.number().int(),
  /** Of all that the caller may see, whatever the filters. */
  waitingForMe: z.number().int(),
  pageInfo: z.object({ nextCursor: z.string().optional() }),
  allowedActions: z.array(
    z.enum(['test.create', 'test.supplier-evidence', 'calendar-feed.create']),
  ),
});

/** @public */
export type TestList = z.infer<typeof testListSchema>;

/** What a stale edit of a test is answered with (409), as `testConflict`. @public */
export const testConflictSchema = testDetailSchema;

/** @public */
export type TestConflict = z.infer<typeof testConflictSchema>;
