import { z } from 'zod';
import { mbcoSchema } from '../terms/mbco';

/**
 * Where an effective value comes from, in order of precedence (DOMAIN.md §1). `bia` comes before all of them for the MTPD;
 * `entity-owner` is the fallback of the recovery owner only.
 *
 * @public
 */
export const valueSourceSchema = z.enum([
  'bia',
  'catalog',
  'portal',
  'mapped',
  'inherited',
  'tier',
  'entity-owner',
]);

/** @public */
export type ValueSource = z.infer<typeof valueSourceSchema>;

/**
 * Where exactly a value was found.
 *
 * @public
 */
export const valueOriginSchema = z.object({
  source: valueSourceSchema,
  /** The annotation, label, tag or spec path the value was read from. */
  key: z.string().optional(),
  /** The raw text as it was written, before parsing or the mapping's table. */
  raw: z.string().optional(),
  /** For `inherited`: the ref of the system. For `bia`: that of the system whose analysis it is; absent where it is the entity's own. */
  entityRef: z.string().optional(),
  /** For `inherited`: the source within the system. */
  via: z.enum(['catalog', 'portal', 'mapped']).optional(),
  /** For `portal`: who saved it and when (ISO, UTC). */
  by: z.string().optional(),
  at: z.string().optional(),
});

/** @public */
export type ValueOrigin = z.infer<typeof valueOriginSchema>;

function effective<T extends z.ZodType>(value: T) {
  return z.object({
    /** The effective value; null = unset. */
    value: value.nullable(),
    /** Null when unset. */
    source: valueSourceSchema.nullable(),
    origin: valueOriginSchema.nullable(),
    /** True where the value comes from the catalog file: the form is locked and links to the file. */
    locked: z.boolean(),
    /**
     * The value that would be effective without the portal's own value, so that "inherit" can show what it would give.
     * Null when there is none.
     */
    fallback: z
      .object({ value: value.nullable(), origin: valueOriginSchema.nullable() })
      .nullable(),
    /** For the MTPD: what is set elsewhere and gives way to the business impact analysis, since it is not stricter. */
    overruled: z.object({ value, origin: valueOriginSchema }).optional(),
  });
}

const durationValue = z.string();

/** Whether a named user or group can answer (DOMAIN.md §1). `unknown`: the catalog holds no users and groups at all. @public */
export const partyStateSchema = z.enum([
  'ok',
  'missing',
  'empty-group',
  'wrong-kind',
  'unknown',
]);

/** @public */
export type PartyState = z.infer<typeof partyStateSchema>;

/**
 * All fields with their effective value and its source.
 *
 * @public
 */
export const effectiveProfileSchema = z.object({
  tier: effective(z.string()),
  rto: effective(durationValue),
  rpo: effective(durationValue),
  mtpd: effective(durationValue),
  wrt: effective(durationValue),
  mbco: effective(mbcoSchema),
  recoveryTime: effective(durationValue),
  recoveryOwner: effective(z.string()),
  recoveryAlternates: effective(z.array(z.string())),
});

/** @public */
export type EffectiveProfile = z.infer<typeof effectiveProfileSchema>;

/** @public */
export type EffectiveValue<T> = {
  value: T | null;
  source: ValueSource | null;
  origin: ValueOrigin | null;
  locked: boolean;
  fallback: { value: T | null; origin: ValueOrigin | null } | null;
  overruled?: { value: T; origin: ValueOrigin };
};
