import { z } from 'zod/v3';

/** Parameters of the rules about people. The permission framework types rule parameters on zod 3. */
export const claimsParams = z.object({
  claims: z
    .array(z.string())
    .describe(
      'Users and groups, as full entity refs, of which at least one must match; groups above them count',
    ),
});
