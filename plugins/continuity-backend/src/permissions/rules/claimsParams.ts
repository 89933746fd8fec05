import { z } from 'zod';

/** Parameters of the rules about people. */
export const claimsParams = z.object({
  claims: z
    .array(z.string())
    .describe(
      'Users and groups, as full entity refs, of which at least one must match; groups above them count',
    ),
});
