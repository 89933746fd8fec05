import { z } from 'zod';
import { testDepthSchema } from './testDepth';
import { testEnvironmentSchema } from './testEnvironment';
import { testOutcomeSchema } from './result/testOutcome';
import { testOriginSchema, testStateSchema } from './testState';

/** A user or group that a test names; a hidden or lost one has no title. */
export const testPartySchema = z.object({
  ref: z.string(),
  title: z.string().nullable(),
});

/** @public */
export type TestParty = z.infer<typeof testPartySchema>;

/** What waits for the caller: to hold the test, to record its results, to review them. @public */
export const testWaitingSchema = z.enum(['hold', 'record', 'review']);

/** @public */
export type TestWaiting = z.infer<typeof testWaitingSchema>;

/** One row of the list of tests, and one entry of the calendar. Moments are ISO, UTC. @public */
export const testSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  depth: testDepthSchema,
  origin: testOriginSchema,
  state: testStateSchema,
  /** Planned, and its end is past. */
  missed: z.boolean(),
  environment: testEnvironmentSchema,
  partial: z.boolean(),
  restoresFromBackup: z.boolean(),
  /** As planned; all day: from the beginning of the first day until the end of the last, in `timeZone`. */
  startsAt: z.string(),
  endsAt: z.string(),
  allDay: z.boolean(),
  timeZone: z.string(),
  /** When it was really held; null while it was not. */
  heldAt: z.string().nullable(),
  enteredAfterwards: z.boolean(),
  /** Null for what a machine reported. */
  facilitator: testPartySchema.nullable(),
  /** Entities that the caller may see, up to five of them, and how many it may not. */
  entities: z.object({
    count: z.number().int(),
    redacted: z.number().int(),
    examples: z.array(
      z.object({ entityRef: z.string(), title: z.string().nullable() }),
    ),
  }),
  /** The worst outcome; null while there is none. */
  outcome: testOutcomeSchema.nullable(),
  /** How many entities came out how. */
  outcomes: z.record(testOutcomeSchema, z.number().int()),
  reviewed: z.boolean(),
  /** Until when passes count without a review; null where it was reviewed, or not held. */
  reviewDueAt: z.string().nullable(),
  /** Findings of it that are open, in progress or resolved. */
  openFindings: z.number().int(),
  waitingForMe: testWaitingSchema.nullable(),
  updatedAt: z.string(),
  /** Grows with every change. Send as `If-Match` where a call asks for it. */
  revision: z.number().int(),
});

/** @public */
export type TestSummary = z.infer<typeof testSummarySchema>;
