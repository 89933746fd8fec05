import { z } from 'zod';

/** @public */
export const testStepStateSchema = z.enum([
  'open',
  'started',
  'done',
  'skipped',
]);

/** @public */
export type TestStepState = z.infer<typeof testStepStateSchema>;

/** One line of the checklist of a run: a recovery step of a plan under test, or one that was added while it ran. Moments are ISO, UTC. @public */
export const testStepSchema = z.object({
  id: z.string(),
  /** The step of the plan; null for one that was added. */
  plan: z
    .object({
      planId: z.string(),
      version: z.number().int(),
      stepId: z.string(),
    })
    .nullable(),
  title: z.string(),
  /** Markdown. */
  what: z.string(),
  /** Roles and people of the plan, as texts. */
  who: z.array(z.string()),
  expectedDuration: z.string().nullable(),
  /** Ids of lines that should be done before. */
  after: z.array(z.string()),
  state: testStepStateSchema,
  startedAt: z.string().nullable(),
  doneAt: z.string().nullable(),
  /** Who did it: a user ref; null while nobody has. */
  doneBy: z.string().nullable(),
  note: z.string(),
  /** Grows with every change; send it with the next one. */
  revision: z.number().int(),
  updatedAt: z.string().nullable(),
  updatedBy: z.string().nullable(),
});

/** @public */
export type TestStep = z.infer<typeof testStepSchema>;
