import { z } from 'zod';
import { findingSummarySchema } from './finding/findingSummary';
import { testAttachmentSchema } from './testAttachment';
import { testContentsSchema } from './testContents';
import { testEventSchema } from './testEvent';
import { testResultSchema } from './result/testResult';
import { testReviewSchema } from './testReview';
import { testStepSchema } from './testStep';
import { testPartySchema, testSummarySchema } from './testSummary';

/** What the caller may do with a test now. @public */
export const testActionSchema = z.enum([
  'test.update',
  'test.reschedule',
  'test.cancel',
  'test.start',
  /** To tick steps, write the log, stamp times and record results. */
  'test.run',
  'test.complete',
  'test.review',
  'test.attach',
]);

/** @public */
export type TestAction = z.infer<typeof testActionSchema>;

/** A change of dates. @public */
export const rescheduleSchema = z.object({
  from: z.object({ startsAt: z.string(), endsAt: z.string() }),
  to: z.object({ startsAt: z.string(), endsAt: z.string() }),
  reason: z.string(),
  at: z.string(),
  by: z.string(),
});

/** @public */
export type Reschedule = z.infer<typeof rescheduleSchema>;

/** Whether a success criterion was fulfilled. @public */
export const criterionAnswerSchema = z.object({
  id: z.string(),
  /** Null: nobody said. */
  met: z.boolean().nullable(),
  note: z.string(),
});

/** @public */
export type CriterionAnswer = z.infer<typeof criterionAnswerSchema>;

/**
 * Answer of `GET /tests/:id`: all that the test's page, its run page and its report show. Entities that the caller may not see are counted in
 * `entities.redacted` and left out of contents and results.
 *
 * @public
 */
export const testDetailSchema = testSummarySchema.extend({
  contents: testContentsSchema,
  /** The entities that the caller may see, as they are now. */
  scope: z.array(
    z.object({
      entityRef: z.string(),
      title: z.string().nullable(),
      exists: z.boolean(),
      tier: z.string().nullable(),
      rto: z.string().nullable(),
      rpo: z.string().nullable(),
      mbco: z
        .object({ text: z.string(), percent: z.number().optional() })
        .nullable(),
      owner: z.string().nullable(),
    }),
  ),
  participants: z.array(testPartySchema),
  /** The plan versions under test. */
  plans: z.array(
    z.object({
      planId: z.string(),
      version: z.number().int(),
      title: z.string(),
      /** Of the version, now. */
      state: z.string(),
      /** Whether it is the one in force now. */
      inForce: z.boolean(),
    }),
  ),
  startedAt: z.string().nullable(),
  startedBy: z.string().nullable(),
  endedAt: z.string().nullable(),
  completedAt: z.string().nullable(),
  completedBy: z.string().nullable(),
  /** `day`: only the day on which it was held is known. */
  heldPrecision: z.enum(['instant', 'day']).nullable(),
  /** What came out of it as a whole, and what to learn, in Markdown. */
  summary: z.string(),
  criteria: z.array(criterionAnswerSchema),
  steps: z.array(testStepSchema),
  /** By when they happened. */
  events: z.array(testEventSchema),
  results: z.array(testResultSchema),
  review: testReviewSchema.nullable(),
  findings: z.array(findingSummarySchema),
  attachments: z.array(testAttachmentSchema),
  /** Oldest first. */
  reschedules: z.array(rescheduleSchema),
  cancelled: z
    .object({ at: z.string(), by: z.string(), reason: z.string() })
    .nullable(),
  /** For what a machine reported. */
  machine: z
    .object({
      subject: z.string(),
      runUrl: z.string().nullable(),
      tool: z.string(),
    })
    .nullable(),
  /** For supplier evidence. */
  supplier: z
    .object({
      name: z.string(),
      document: z.string(),
      url: z.string().nullable(),
      issuedOn: z.string(),
    })
    .nullable(),
  createdAt: z.string(),
  createdBy: z.string(),
  /** What everything in the answer is called, by ref. */
  names: z.record(z.string(), z.string()).optional(),
  allowedActions: z.array(testActionSchema),
});

/** @public */
export type TestDetail = z.infer<typeof testDetailSchema>;

/**
 * Answer of `GET /tests/:id/run`: what changes while several people run a test. `run` is null where nothing changed since the revision that was
 * asked with.
 *
 * @public
 */
export const testRunSchema = z.object({
  revision: z.number().int(),
  /** The server's clock, so that all clocks show the same (ISO, UTC). */
  now: z.string(),
  run: testDetailSchema
    .pick({
      state: true,
      startedAt: true,
      startedBy: true,
      endedAt: true,
      steps: true,
      events: true,
      results: true,
      allowedActions: true,
    })
    .nullable(),
  /** Who else has the run open, within the last minute. */
  present: z.array(z.object({ by: z.string(), lastSeenAt: z.string() })),
});

/** @public */
export type TestRun = z.infer<typeof testRunSchema>;
