import {
  changeTypeSchema,
  touchActionSchema,
} from 'backstage-plugin-continuity-common';
import { z } from 'zod';

/** Changes in a seed file: what was recorded, and what people did with it. Moments are relative to the day of seeding. */
export function changeSeedSchema<
  M extends z.ZodType<string>,
  R extends z.ZodType<string>,
>(moment: M, ref: R) {
  const done = z
    .object({ by: ref, at: moment, note: z.string().max(2_000).optional() })
    .strict();
  return z.array(
    z
      .object({
        /** Of the tool that it comes from. */
        id: z.string().min(1).max(200),
        source: z.string().max(100).default('portal'),
        url: z.url().optional(),
        title: z.string().min(1).max(300),
        type: changeTypeSchema.default('normal'),
        model: z.string().max(100).optional(),
        major: z.boolean().default(false),
        touched: z
          .array(
            z
              .object({
                entityRef: ref,
                action: touchActionSchema.default('modify'),
              })
              .strict(),
          )
          .min(1),
        /** Hours from now on; negative ones are past. */
        window: z
          .object({ startsIn: z.number(), endsIn: z.number() })
          .strict()
          .optional(),
        recorded: done,
        approved: done.optional(),
        implemented: done.optional(),
        withdrawn: done.optional(),
        reviewed: done.optional(),
      })
      .strict(),
  );
}
