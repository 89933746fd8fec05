import { z } from 'zod';
import { entityRefText } from '../../terms/entityRefText';
import { instantText } from '../../terms/instantText';
import { lineText } from '../../terms/lineText';
import { testedPlanSchema } from '../testContents';
import { testDepthSchema } from '../testDepth';
import { testEnvironmentSchema } from '../testEnvironment';
import { testOutcomeSchema } from './testOutcome';
import { testResultPatchSchema } from '../testRequests';
import { resultMeasureSchema } from './testResult';
import { noTestTimes, testTimesSchema } from './testTimes';

const { times: _, partial: __, ...said } = testResultPatchSchema.shape;

/**
 * Body of `POST /tests/results`: what a restore job or failover script reports of a test that it held. The policy says per token for which
 * entities and depths it may report (`continuity.testing.reporters`).
 *
 * @public
 */
export const machineResultRequestSchema = z
  .object({
    /** The same report sent twice is kept once: the id of the run, for example. */
    idempotencyKey: z.string().regex(/^[\w.:/@-]{8,200}$/, {
      error:
        'Write 8 to 200 letters, digits and ". : / @ _ -", such as the id of the run.',
    }),
    /** The planned test that this was; without it, a test of its own is made. */
    testId: z.string().min(1).max(64).optional(),
    title: lineText({ longest: 200 }).optional(),
    depth: testDepthSchema,
    environment: testEnvironmentSchema,
    partial: z.boolean().default(false),
    restoredFromBackup: z.boolean().default(false),
    /** The plan versions that the run followed; without them it proves no plan, only a restore. */
    plans: z.array(testedPlanSchema).max(50).default([]),
    startedAt: instantText,
    endedAt: instantText,
    /** Where the run can be seen. */
    runUrl: z.url({ protocol: /^https?$/ }).max(2_000),
    /** What reported it, such as "GitHub Actions". */
    tool: lineText({ longest: 100 }).default(''),
    results: z
      .array(
        z
          .object({
            entityRef: entityRefText('resource:default/orders-db'),
            ...said,
            outcome: testOutcomeSchema,
            times: testTimesSchema.partial().default(noTestTimes),
          })
          .strict(),
      )
      .min(1)
      .max(500),
  })
  .strict();

/** @public */
export type MachineResultRequest = z.input<typeof machineResultRequestSchema>;

/** Answer of `POST /tests/results`. @public */
export const machineResultResponseSchema = z.object({
  testId: z.string(),
  /** The key was known: nothing was recorded again. */
  duplicate: z.boolean(),
  items: z.array(
    z.object({
      entityRef: z.string(),
      /** What counts: never better than the numbers allow. */
      outcome: testOutcomeSchema,
      measure: resultMeasureSchema,
    }),
  ),
});

/** @public */
export type MachineResultResponse = z.infer<typeof machineResultResponseSchema>;
