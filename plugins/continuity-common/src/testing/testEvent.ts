import { z } from 'zod';
import { testTimeKeys } from './result/testTimes';

/** @public */
export const testEventKindSchema = z.enum([
  'note',
  'decision',
  'problem',
  /** What came up by the scenario: an inject was given out. */
  'inject',
  /** A time of one or more entities was stamped or typed. */
  'time',
  /** A line of the checklist was started, done or skipped. */
  'step',
  /** The test began, ended, or was changed. */
  'test',
]);

/** @public */
export type TestEventKind = z.infer<typeof testEventKindSchema>;

/** One entry of a run's log, which is only added to. `at` is when it happened, `recordedAt` when it was written down. @public */
export const testEventSchema = z.object({
  id: z.string(),
  /** Given by the writer, so that an entry that is sent twice is kept once. */
  clientId: z.string().nullable(),
  kind: testEventKindSchema,
  at: z.string(),
  recordedAt: z.string(),
  by: z.string(),
  text: z.string(),
  entityRefs: z.array(z.string()),
  /** For `time`: which one. */
  time: z.enum(testTimeKeys).nullable(),
  /** For `step`: the line of the checklist. */
  stepId: z.string().nullable(),
});

/** @public */
export type TestEvent = z.infer<typeof testEventSchema>;
