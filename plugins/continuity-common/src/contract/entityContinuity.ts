import { z } from 'zod';
import { gapSchema } from '../assessment/gap';
import { continuityStatusSchema } from '../assessment/status';
import { dataAgeSchema } from '../coverage/coverage';
import { entityExemptionsSchema } from '../exemption/exemptionSummary';
import { planKindSchema } from '../plan/planKind';
import { entityPlanSchema } from '../plan/planSummary';
import { agreementSchema } from '../profile/agreement';
import {
  effectiveProfileSchema,
  partyStateSchema,
} from '../profile/effectiveProfile';
import { entityFindingSchema, entityTestsSchema } from '../testing/entityTests';
import { entityChangeSchema } from './changeRecord';
import { entityBiaSchema, entityRiskSchema } from './entityAnalyses';
import { tierSummarySchema } from './tierSummary';

/** What the caller may do with an entity's continuity. @public */
export const allowedActionSchema = z.enum([
  'analysis.update',
  'analysis.approve',
  'profile.update',
  'agreement.create',
  'agreement.approve',
  'dependency.classify',
  'exemption.create',
  'exemption.approve',
  'catalog.manage',
  'plan.create',
  'test.create',
  'finding.create',
]);

/** @public */
export type AllowedAction = z.infer<typeof allowedActionSchema>;

/** A part of a system, for the system's tab. @public */
export const systemPartSchema = z.object({
  entityRef: z.string(),
  title: z.string(),
  kind: z.string(),
  type: z.string().nullable(),
  status: continuityStatusSchema,
  tier: z.string().nullable(),
  rto: z.string().nullable(),
  late: z.boolean(),
});

/** @public */
export type SystemPart = z.infer<typeof systemPartSchema>;

/**
 * Answer of `GET /entities/by-name/:kind/:namespace/:name`: all that the tab shows.
 *
 * `plans`, `tests` and `findings` are filled by the rooms of that name.
 *
 * @public
 */
export const entityContinuitySchema = z.object({
  entityRef: z.string(),
  title: z.string(),
  kind: z.string(),
  type: z.string().nullable(),
  status: continuityStatusSchema,
  underlyingStatus: continuityStatusSchema,
  /** Late ones first, then by severity and due date. */
  gaps: z.array(gapSchema),
  profile: effectiveProfileSchema,
  tier: tierSummarySchema.nullable(),
  /** State and display name of the recovery owner and the alternates, by ref; hidden entities have no title. */
  parties: z.record(
    z.string(),
    z.object({ state: partyStateSchema, title: z.string().nullable() }),
  ),
  slack: z
    .object({ seconds: z.number(), includesWorkRecovery: z.boolean() })
    .nullable(),
  agreement: z.object({
    required: z.boolean(),
    current: agreementSchema.nullable(),
    from: z.string().nullable(),
    dueAt: z.string().nullable(),
    pending: agreementSchema.nullable(),
  }),
  bia: entityBiaSchema,
  risk: entityRiskSchema,
  /** Plans in force that scope it, those that decide first. */
  plans: z.array(entityPlanSchema),
  /** Drafts and reviews of plans that would scope it, so that nobody begins a second one. */
  plansInWork: z
    .array(
      z.object({
        planId: z.string(),
        title: z.string(),
        kind: planKindSchema,
        state: z.enum(['draft', 'in-review']),
      }),
    )
    .optional(),
  tests: entityTestsSchema,
  /** Direct neighbours in the catalog that the caller may see, and how many it may not. */
  dependencies: z.object({
    needs: z.number().int(),
    neededBy: z.number().int(),
    neededByExamples: z.array(z.string()),
    redacted: z.number().int(),
    /** Targets that don't fit, over any distance, RTOs and RPOs together. */
    conflicts: z
      .object({
        /** How many need it faster than its own target. */
        neededFasterBy: z.number().int(),
        /** How many that it needs may take longer than its own target. */
        waitsFor: z.number().int(),
      })
      .optional(),
    /** The smallest RTO among what transitively hard-depends on it. */
    demandedRtoSeconds: z.number().nullable().optional(),
    /** When it is expected back with all that it needs. */
    expected: z
      .object({
        seconds: z.number(),
        /** A lower bound. */
        atLeast: z.boolean(),
        againstRto: z.enum(['within', 'beyond', 'unproven', 'no-target']),
        againstMtpd: z.enum(['within', 'beyond', 'unproven', 'no-target']),
      })
      .nullable()
      .optional(),
  }),
  /** Findings that are open, in progress or resolved, those due first first. */
  /** What everything in the answer is called, by ref. */
  names: z.record(z.string(), z.string()).optional(),
  findings: z.array(entityFindingSchema),
  /** What it is exempt from, was, or may be soon; absent where an answer leaves it out. */
  exemptions: entityExemptionsSchema.optional(),
  /** Recorded changes that hit it, latest first. */
  changes: z.array(entityChangeSchema).optional(),
  /** For a System: its parts, worst first; null for other kinds. */
  parts: z
    .object({
      items: z.array(systemPartSchema),
      totalItems: z.number().int(),
      redacted: z.number().int(),
    })
    .nullable(),
  /** The file that sets `continuity/…` values, for viewing and editing; null where the catalog names none. */
  file: z
    .object({ view: z.string().nullable(), edit: z.string().nullable() })
    .nullable(),
  /** IANA zone of the policy, in which its days begin and end; UTC if absent. */
  timeZone: z.string().optional(),
  dataAge: dataAgeSchema,
  /** ISO moment of the last good data where the catalog can't be read now; absent when the answer is live. */
  lastKnownAt: z.string().optional(),
  /** A decision about carrying over records that waits for a person (rename or return), if any. */
  carryOver: z
    .object({
      id: z.string(),
      fromRef: z.string(),
      reason: z.string(),
      since: z.string(),
    })
    .nullable(),
  /** Send as `If-Match` with `PATCH …/profile`. */
  revision: z.number().int(),
  allowedActions: z.array(allowedActionSchema),
});

/** @public */
export type EntityContinuity = z.infer<typeof entityContinuitySchema>;
