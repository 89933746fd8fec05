import { z } from 'zod';
import { materialAspects } from '../terms/changeTerms';

/** What is known to be material of a touched entity, or of one of which a proposed document says something else; with before and after. @public */
export const materialChangeSchema = z.object({
  entityRef: z.string(),
  aspect: z.enum(materialAspects),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

/** @public */
export type MaterialChange = z.infer<typeof materialChangeSchema>;
