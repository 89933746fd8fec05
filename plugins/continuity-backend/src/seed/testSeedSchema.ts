import {
  machineResultRequestSchema,
  testContentsSchema,
  testOriginSchema,
  testOutcomeSchema,
  testStateSchema,
} from 'backstage-plugin-continuity-common';
import { z } from 'zod';

const MOMENT = /^[+-]?P(?=.)(?:\d+[YMWD])*(?:T(?:\d+[HM])+)?$/;

/** Before or after the moment of seeding: `-P40D`, `P6DT2H`. */
const relative = z.string().regex(MOMENT, {
  error: 'Write how long before or after now, such as "-P40D" or "P6DT2H".',
});
const length = z.string().regex(/^P(?=.)(?:\d+D)?(?:T(?:\d+[HMS])+)?$/, {
  error: 'Write how long, such as "PT25M".',
});
const text = z.string().max(2_000);

const contents = {
  ...testContentsSchema.shape,
  schedule: z.never().optional(),
};

/** Tests in a seed file: what was planned, what people and machines did, and what came out. Moments are relative to the day of seeding. */
export function testSeedSchema<R extends z.ZodType<string>>(ref: R) {
  const done = z.object({ by: ref, at: relative }).strict();
  const result = z
    .object({
      entities: z.array(ref).min(1),
      outcome: testOutcomeSchema.nullable().default(null),
      /** How long after the start of the test service was lost. */
      disruption: length.default('PT5M'),
      /** How much was lost, how long its dependencies took, and how long it took itself; left out: not known. */
      loss: length.optional(),
      dependencies: length.optional(),
      recovery: length.optional(),
      recovered: z.boolean().optional(),
      deliveredPercent: z.number().optional(),
      levelMet: z.boolean().optional(),
      deficiencies: text.default(''),
      note: text.default(''),
    })
    .strict();
  return z.array(
    z
      .object({
        id: z.string().regex(/^[a-z0-9-]{1,36}$/),
        state: testStateSchema,
        origin: testOriginSchema.exclude(['supplier']).default('test'),
        contents: z.object(contents).strict(),
        planned: done,
        /** On that day at that time, or all day; in the policy's zone. */
        schedule: z
          .object({
            from: relative,
            at: z
              .string()
              .regex(/^\d{2}:\d{2}$/)
              .optional(),
            takes: length.default('PT3H'),
          })
          .strict(),
        moved: z
          .array(done.extend({ from: relative, reason: text.min(1) }).strict())
          .default([]),
        /** It was entered afterwards. */
        enteredAfterwards: z.boolean().default(false),
        /** Only the day on which it was held is known. */
        dayOnly: z.boolean().default(false),
        /** How many lines of the checklist are done. */
        stepsDone: z.number().int().default(0),
        log: z
          .array(
            z
              .object({
                after: length,
                kind: z.enum(['note', 'decision', 'problem', 'inject']),
                by: ref,
                text: text.min(1),
              })
              .strict(),
          )
          .default([]),
        results: z.array(result).default([]),
        summary: text.default(''),
        criteriaMet: z.array(z.string()).default([]),
        completed: done.optional(),
        reviewed: done
          .extend({ note: text.default('') })
          .strict()
          .optional(),
        cancelled: done
          .extend({ reason: text.min(1) })
          .strict()
          .optional(),
        machine: z
          .object({
            subject: z.string().min(1),
            tool: z.string(),
            runUrl: machineResultRequestSchema.shape.runUrl,
          })
          .strict()
          .optional(),
        findings: z
          .array(
            z
              .object({
                title: text.min(1),
                severity: z.enum(['high', 'medium', 'low']),
                entities: z.array(ref).min(1),
                owner: ref,
                due: relative,
                description: text.default(''),
                cause: text.default(''),
              })
              .strict(),
          )
          .default([]),
      })
      .strict(),
  );
}
