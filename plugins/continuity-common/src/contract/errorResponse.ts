import { z } from 'zod';
import { recordEntrySchema } from '../record/recordEntry';
import { entityContinuitySchema } from './entityContinuity';

/** Body of every answer that is no success. @public */
export const errorResponseSchema = z.object({
  error: z.object({
    /** `InputError`, `NotAllowedError`, `NotFoundError`, `ConflictError` … */
    name: z.string(),
    message: z.string(),
    /** With 400: each wrong field, and what is accepted there. */
    issues: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional(),
  }),
  request: z.object({ method: z.string(), url: z.string() }).optional(),
  response: z.object({ statusCode: z.number().int() }).optional(),
});

/** @public */
export type ErrorResponse = z.infer<typeof errorResponseSchema>;

/** Answer to a stale edit (409): the newer state, and what changed since the edit began. @public */
export const profileConflictResponseSchema = errorResponseSchema.extend({
  current: entityContinuitySchema,
  changedSince: z.array(recordEntrySchema),
});
