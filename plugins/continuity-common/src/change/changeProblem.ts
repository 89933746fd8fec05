import { z } from 'zod';

/** What of the request could not be taken; the rest was assessed. @public */
export const changeProblemSchema = z.object({
  /** Such as `proposed[2].spec.owner`, `touched[0].entityRef`, `files.paths[3]`. */
  at: z.string(),
  kind: z.enum([
    'document-invalid',
    'document-not-an-entity',
    'annotation-invalid',
    'ref-unknown',
    'duplicate',
  ]),
  message: z.string(),
});

/** @public */
export type ChangeProblem = z.infer<typeof changeProblemSchema>;
