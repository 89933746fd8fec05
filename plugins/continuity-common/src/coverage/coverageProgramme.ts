import { z } from 'zod';
import { gapCodeSchema } from '../assessment/gap';

/** Answer of `GET /coverage/programme`: what must be done by when, over all services that the filters match. @public */
export const coverageProgrammeSchema = z.object({
  timeZone: z.string(),
  /** By day and gap: how many services have to settle it by the end of that day. Late ones first, then by day. */
  items: z.array(
    z.object({
      code: gapCodeSchema,
      /** The last day that is in time. */
      dueOn: z.string(),
      late: z.boolean(),
      entities: z.number().int(),
    }),
  ),
  /** How many days and gaps there are besides those listed. */
  more: z.number().int(),
  asOf: z.string().nullable(),
});

/** @public */
export type CoverageProgramme = z.infer<typeof coverageProgrammeSchema>;
