import { z } from 'zod';
import { targetDurationSchema } from '../terms/durationSchema';
import { dependencyEdgeDetailSchema } from './dependencyNode';

/** Body of `POST /dependencies/classifications`; each is answered for itself. @public */
export const classifyDependenciesRequestSchema = z
  .object({
    items: z
      .array(
        z
          .object({
            from: z.string().trim().min(3).max(200),
            /** What is depended on, or the API through which it is (`classifiedAs`). */
            to: z.string().trim().min(3).max(200),
            /** null takes back what was said in the portal. */
            strength: z.enum(['soft', 'hard']).nullable(),
            /** For `soft`: how long the workaround can be endured; absent or null: without limit. */
            endurable: targetDurationSchema.nullable().optional(),
            /** Of the classification that the edit started from; 0: nothing was said. Another one by now: refused as stale. */
            revision: z.number().int().min(0),
          })
          .strict(),
      )
      .min(1)
      .max(500),
    /** Why; it stands in the history of each entity. */
    reason: z.string().trim().min(1).max(2000),
  })
  .strict();

/** @public */
export type ClassifyDependenciesRequest = z.infer<
  typeof classifyDependenciesRequestSchema
>;

/** Answer of `POST /dependencies/classifications`. @public */
export const classifyDependenciesResponseSchema = z.object({
  items: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      result: z.enum(['changed', 'unchanged', 'refused']),
      /** `not-found` also for what the caller may not see. */
      refusal: z
        .enum([
          'not-found',
          'no-dependency',
          'locked',
          'not-allowed',
          'stale',
          'wrong',
        ])
        .nullable(),
      message: z.string().nullable(),
      /** How the dependency stands now; null where it is refused as not found. */
      edge: dependencyEdgeDetailSchema.nullable(),
    }),
  ),
});

/** @public */
export type ClassifyDependenciesResponse = z.infer<
  typeof classifyDependenciesResponseSchema
>;
