import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  agreedValuesSchema,
  biaInputSchema,
  profilePatchSchema,
  riskInputSchema,
  targetDurationSchema,
} from 'backstage-plugin-continuity-common';
import { z } from 'zod';
import { catalogSeedSchema } from './catalogSeedSchema';
import { exemptionSeedSchema } from './exemptionSeedSchema';
import { changeSeedSchema } from './changeSeedSchema';
import { planSeedSchema } from './planSeedSchema';
import { testSeedSchema } from './testSeedSchema';

const entityRef = z.string().transform((text, ctx) => {
  try {
    return stringifyEntityRef(parseEntityRef(text));
  } catch {
    ctx.addIssue({
      code: 'custom',
      message: 'Write an entity ref such as "component:default/checkout".',
    });
    return z.NEVER;
  }
});

const AGO = /^-P(?:\d+[YMWD])+$/;

const moment = z
  .string()
  .refine(text => AGO.test(text) || z.iso.datetime().safeParse(text).success, {
    message:
      'Write a moment such as "2026-03-02T09:00:00Z", or how long ago such as "-P180D".',
  });

const day = z
  .string()
  .refine(text => AGO.test(text) || z.iso.date().safeParse(text).success, {
    message:
      'Write a day such as "2026-03-02", or how long ago such as "-P120D".',
  });

/** What `continuity.seed.file` holds: continuity records to begin with, in the order in which people made them. */
export const seedFileSchema = z
  .object({
    profiles: z
      .array(
        z
          .object({
            entityRef,
            values: profilePatchSchema,
            by: entityRef,
            at: moment,
            reason: z.string().min(1),
          })
          .strict(),
      )
      .default([]),
    agreements: z
      .array(
        z
          .object({
            entityRef,
            values: agreedValuesSchema,
            with: z.string().min(1).max(200),
            reference: z.string().min(1).max(500),
            agreedOn: day,
            by: entityRef,
            note: z.string().max(2000).optional(),
            confirmedBy: entityRef.optional(),
          })
          .strict(),
      )
      .default([]),
    bias: z
      .array(
        biaInputSchema
          .omit({ assessedOn: true })
          .extend({
            entityRef,
            assessedOn: day,
            by: entityRef,
            /** The second person, where it asks for less than the one before it. */
            confirmedBy: entityRef.optional(),
          })
          .strict(),
      )
      .default([]),
    riskAssessments: z
      .array(
        riskInputSchema
          .omit({ assessedOn: true, threats: true })
          .extend({
            entityRef,
            assessedOn: day,
            by: entityRef,
            threats: z.array(
              riskInputSchema.shape.threats.element
                .omit({ dueOn: true })
                .extend({
                  /** A day, or how long after the assessment such as "P90D". */
                  dueOn: z.string().optional(),
                })
                .strict(),
            ),
          })
          .strict(),
      )
      .default([]),
    /** What was said of dependencies that the catalog states. */
    dependencies: z
      .array(
        z
          .object({
            entityRef,
            to: entityRef,
            strength: z.enum(['hard', 'soft']),
            /** How long a soft one can be done without; left out: for any time. */
            endurable: targetDurationSchema.optional(),
            by: entityRef,
            at: moment,
            reason: z.string().min(1),
          })
          .strict(),
      )
      .default([]),
    catalog: catalogSeedSchema(moment, entityRef).default([]),
    plans: planSeedSchema(moment, entityRef).default([]),
    tests: testSeedSchema(entityRef).default([]),
    changes: changeSeedSchema(moment, entityRef).default([]),
    exemptions: exemptionSeedSchema(entityRef).default([]),
  })
  .strict();

/** A checked seed file. */
export type SeedFile = z.output<typeof seedFileSchema>;
