import { z } from 'zod';
import { entityRefText } from '../terms/entityRefText';
import { lineText } from '../terms/lineText';

/** Body of `POST /coverage/ask`: whoever answers for these is asked about them. @public */
export const coverageAskRequestSchema = z
  .object({
    entityRefs: z
      .array(entityRefText('component:default/checkout'))
      .min(1)
      .max(500),
    message: lineText({ longest: 1_000, hint: 'Say what you ask for.' }),
  })
  .strict();

/** @public */
export type CoverageAskRequest = z.input<typeof coverageAskRequestSchema>;

/** Answer of `POST /coverage/ask`, for each who answers for something. @public */
export const coverageAskResponseSchema = z.object({
  items: z.array(
    z.object({
      /** Recovery owner, else owner; null where there is neither. */
      ownerRef: z.string().nullable(),
      entityRefs: z.array(z.string()),
      /** `asked-before`: about the same services, less than a day ago. */
      result: z.enum(['asked', 'asked-before', 'nobody', 'failed']),
      message: z.string().optional(),
    }),
  ),
  /** Refs that no service has that the caller may see. */
  unknown: z.array(z.string()),
  /** What owners are called. */
  names: z.record(z.string(), z.string()),
});

/** @public */
export type CoverageAskResponse = z.infer<typeof coverageAskResponseSchema>;
