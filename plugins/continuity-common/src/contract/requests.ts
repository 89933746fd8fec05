import { z } from 'zod';
import { profilePatchSchema } from '../profile/profileValues';
import { recordEntrySchema } from '../record/recordEntry';
import { dataAgeSchema } from '../coverage/coverage';
import { refusalSchema } from '../terms/refusal';

/** Body of `PATCH …/profile`. The revision it started from travels in `If-Match`. @public */
export const profileUpdateRequestSchema = z
  .object({
    values: profilePatchSchema,
    reason: z.string().trim().max(2000).optional(),
  })
  .strict();

/** @public */
export type ProfileUpdateRequest = z.infer<typeof profileUpdateRequestSchema>;

/** Body of `POST /profiles/bulk`: the same values for many entities; each is answered for itself. @public */
export const bulkProfileRequestSchema = z
  .object({
    entityRefs: z.array(z.string().min(3)).min(1).max(500),
    values: profilePatchSchema,
    reason: z.string().trim().min(1).max(2000),
  })
  .strict();

/** @public */
export type BulkProfileRequest = z.infer<typeof bulkProfileRequestSchema>;

/** @public */
export const bulkProfileResponseSchema = z.object({
  items: z.array(
    z.object({
      entityRef: z.string(),
      result: z.enum(['changed', 'unchanged', 'refused']),
      /** Why it was refused. An entity the caller may not see is `refused` like one that does not exist. */
      ...refusalSchema.partial().shape,
    }),
  ),
});

/** @public */
export type BulkProfileResponse = z.infer<typeof bulkProfileResponseSchema>;

/** Body of `POST …/agreement/:id/confirm` and `/reject`. @public */
export const agreementDecisionRequestSchema = z
  .object({ reason: z.string().trim().max(2000).optional() })
  .strict();

/** @public */
export const historySchema = z.object({
  items: z.array(recordEntrySchema),
  totalItems: z.number().int(),
  pageInfo: z.object({ nextCursor: z.string().optional() }),
});

/** @public */
export type History = z.infer<typeof historySchema>;

/** State of the catalog sweep. @public */
export const sweepStatusSchema = z.object({
  state: z.enum(['never', 'idle', 'running', 'held', 'failed']),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  /** Entities read so far in the running sweep, or in the last one. */
  read: z.number().int(),
  /** Rows written in the last finished sweep. */
  written: z.number().int(),
  archived: z.number().int(),
  /** What went wrong, in words, without secrets; only with `continuity.audit.read`. */
  lastError: z.string().nullable(),
  lastErrorAt: z.string().nullable(),
  /** Why the last sweep was held (much was lost at once), and what would be archived; a person releases it. */
  held: z
    .object({
      since: z.string(),
      reason: z.string(),
      entitiesGone: z.number().int(),
      entitiesBefore: z.number().int(),
      ownersGone: z.number().int(),
      ownersBefore: z.number().int(),
      /** Whether a second sweep saw the same, so that it may be released. */
      seenAgain: z.boolean(),
    })
    .nullable(),
  mirroredEntities: z.number().int(),
  dataAge: dataAgeSchema,
  allowedActions: z.array(z.enum(['catalog.manage'])),
});

/** @public */
export type SweepStatus = z.infer<typeof sweepStatusSchema>;

/** A probable rename or a late return: a person decides whether the old records are carried over. @public */
export const carryOverSchema = z.object({
  id: z.string(),
  fromRef: z.string(),
  toRef: z.string(),
  reason: z.enum([
    'same-source-location',
    'returned-late',
    'returned-elsewhere',
  ]),
  since: z.string(),
  state: z.enum(['open', 'carried-over', 'declined']),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
});

/** @public */
export type CarryOver = z.infer<typeof carryOverSchema>;

/** @public */
export const carryOverListSchema = z.object({
  items: z.array(carryOverSchema),
  totalItems: z.number().int(),
});

/** Body of `POST /carry-overs/:id/decide`. @public */
export const carryOverDecisionSchema = z
  .object({
    decision: z.enum(['carry-over', 'decline']),
    reason: z.string().trim().min(1).max(2000),
  })
  .strict();

/** Answer of `GET /policy`. @public */
export const policyResponseSchema = z.object({
  /** The effective policy; see `ContinuityPolicy`. */
  policy: z.record(z.string(), z.unknown()),
  /** SHA-256 of the canonical policy. */
  version: z.string(),
  inForceSince: z.string(),
  /** Earlier versions, newest first. */
  versions: z.array(
    z.object({
      version: z.string(),
      from: z.string(),
      to: z.string().nullable(),
    }),
  ),
  sweep: sweepStatusSchema,
  /** False where the catalog holds no users and groups at all. */
  peopleKnown: z.boolean(),
});
