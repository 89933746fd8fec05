import { z } from 'zod';
import { mbcoSchema } from '../terms/mbco';

/**
 * Parsed values of a profile, every field optional: a missing key is *unset*.
 *
 * Durations are normalised ISO 8601 (`PT4H`, `PT0S` for zero); the RPO may be `none` (holds no data).
 * Owner and alternates are full, normalised entity refs.
 *
 * @public
 */
export const profileValuesSchema = z.object({
  tier: z.string().optional(),
  rto: z.string().optional(),
  rpo: z.string().optional(),
  mtpd: z.string().optional(),
  wrt: z.string().optional(),
  mbco: mbcoSchema.optional(),
  recoveryTime: z.string().optional(),
  recoveryOwner: z.string().optional(),
  recoveryAlternates: z.array(z.string()).optional(),
});

/** @public */
export type ProfileValues = z.infer<typeof profileValuesSchema>;

/**
 * What somebody sends to change a profile in the portal: a value sets the field, `null` clears the
 * portal value (so that the next source decides), a missing key leaves it alone. Texts are parsed with the
 * rules of DOMAIN.md §1, so `4h` and `PT4H` are the same.
 *
 * @public
 */
export const profilePatchSchema = z
  .object({
    tier: z.string().nullable().optional(),
    rto: z.string().nullable().optional(),
    rpo: z.string().nullable().optional(),
    mtpd: z.string().nullable().optional(),
    wrt: z.string().nullable().optional(),
    mbco: z
      .union([mbcoSchema, z.string().max(2000)])
      .nullable()
      .optional(),
    recoveryTime: z.string().nullable().optional(),
    recoveryOwner: z.string().nullable().optional(),
    recoveryAlternates: z.array(z.string()).max(20).nullable().optional(),
  })
  .strict();

/** @public */
export type ProfilePatch = z.infer<typeof profilePatchSchema>;

/**
 * What the portal keeps for one entity.
 *
 * `revision` counts the changes of this profile, starting at 1; 0 = nobody saved anything yet.
 *
 * @public
 */
export const portalProfileSchema = z.object({
  entityRef: z.string(),
  values: profileValuesSchema,
  revision: z.number().int().nonnegative(),
  updatedAt: z.string().optional(),
  updatedBy: z.string().optional(),
});

/** @public */
export type PortalProfile = z.infer<typeof portalProfileSchema>;
