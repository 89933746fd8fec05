import { exemptionRequirementSchema } from 'backstage-plugin-continuity-common';
import { z } from 'zod';

const day = z.string().regex(/^[+-]?P(?:\d+[YMWD])+$/, {
  error: 'Write how long before or after now, such as "-P40D" or "P60D".',
});
const ago = z.string().regex(/^-P(?:\d+[YMWD])+$/, {
  error: 'Write how long ago, such as "-P40D".',
});
const text = z.string().min(1).max(2_000);

/** Exemptions in a seed file: who asked, what was decided, and until when. Moments are relative to the day of seeding. */
export function exemptionSeedSchema<R extends z.ZodType<string>>(ref: R) {
  const done = z.object({ by: ref, at: ago }).strict();
  return z.array(
    z
      .object({
        /** So that a renewal can name it. */
        id: z.string().regex(/^[a-z0-9-]{1,36}$/),
        entityRef: ref,
        requirement: exemptionRequirementSchema,
        reason: text,
        asked: done,
        /** A day, which ends at its end in the policy's zone. */
        until: day,
        renews: z.string().optional(),
        approved: done
          .extend({ note: z.string().max(2_000).default('') })
          .strict()
          .optional(),
        ended: done.extend({ reason: text }).strict().optional(),
      })
      .strict(),
  );
}
