import { z } from 'zod';

/** Fields that every act of a person has in a seed file. */
function act<M extends z.ZodType, R extends z.ZodType>(moment: M, ref: R) {
  return z.object({ by: ref, at: moment }).strict();
}

/** Plans in a seed file: their versions as Markdown files beside it, with what people did to each. */
export function planSeedSchema<M extends z.ZodType, R extends z.ZodType>(
  moment: M,
  ref: R,
) {
  const done = act(moment, ref);
  const text = z.string().min(1).max(2_000);
  return z.array(
    z
      .object({
        /** Its id for ever, so that links to it can be written down. */
        id: z.string().regex(/^[a-z0-9-]{1,36}$/),
        owner: ref,
        versions: z
          .array(
            z
              .object({
                /** A Markdown file, relative to the seed file. */
                file: z.string().min(1),
                by: ref,
                at: moment,
                submitted: done.optional(),
                returned: done.extend({ reason: text }).strict().optional(),
                approved: done
                  .extend({ onBehalfOf: ref.optional() })
                  .strict()
                  .optional(),
              })
              .strict(),
          )
          .min(1),
        reviewed: done.extend({ because: text }).strict().optional(),
        archived: done.extend({ reason: text }).strict().optional(),
        /** What was otherwise when it was approved, so that the demo shows a plan that went stale. */
        remembered: z
          .array(
            z
              .object({
                /** When it changed; left out: at the approval. */
                at: moment.optional(),
                entityRef: ref,
                without: z.array(ref).default([]),
                rto: z.string().optional(),
                owner: z.string().optional(),
              })
              .strict(),
          )
          .default([]),
        contacts: z
          .array(
            z
              .object({
                contactId: z.string(),
                phone: z.string().default(''),
                email: z.string().default(''),
                note: z.string().default(''),
              })
              .strict(),
          )
          .default([]),
      })
      .strict(),
  );
}
