import { z } from 'zod';
import { continuityStatusSchema } from '../assessment/status';
import { dataAgeSchema } from '../coverage/coverage';
import { changeFindingSchema } from '../change/changeFinding';
import { changeProblemSchema } from '../change/changeProblem';
import {
  changeTypeSchema,
  changeVerdictSchema,
  touchActionSchema,
} from '../terms/changeTerms';
import { impactEffectSchema } from '../change/impactEffect';
import { materialChangeSchema } from '../change/materialChange';
import { tierSummarySchema } from './tierSummary';

/** @public */
export const impactedEntitySchema = z.object({
  entityRef: z.string(),
  effect: impactEffectSchema,
  /** For `touched`. */
  action: touchActionSchema.nullable(),
  /** From it to what was touched; itself alone where it was touched. */
  path: z.array(z.string()),
  tier: tierSummarySchema.nullable(),
  status: continuityStatusSchema.nullable(),
  /** False: neither the catalog nor the proposal has it. */
  resolved: z.boolean(),
});

/** @public */
export type ImpactedEntity = z.infer<typeof impactedEntitySchema>;

/** A plan that covers something of the impacted set. @public */
export const impactedPlanSchema = z.object({
  planId: z.string(),
  /** Such as `CP-12`. */
  key: z.string().optional(),
  title: z.string(),
  kind: z.string(),
  /** Null: none in force. */
  version: z.number().int().nullable(),
  state: z.enum(['in-force', 'in-review', 'draft', 'archived']),
  stale: z.boolean(),
  reviewOverdue: z.boolean(),
  owner: z.string().nullable(),
  /** Of the impacted set, what it covers; at most 50 named. */
  entityRefs: z.array(z.string()),
  /** All that it covers of the impacted set and the caller may see. */
  totalEntities: z.number().int(),
  openRequestId: z.string().nullable(),
});

/** @public */
export type ImpactedPlan = z.infer<typeof impactedPlanSchema>;

/**
 * The verdict over a change with everything that led to it; also what is kept of it. Deterministic: the same data and request give the same
 * answer, in the same order.
 *
 * @public
 */
export const changeAssessmentSchema = z.object({
  verdict: changeVerdictSchema,
  /** A sentence with the result. */
  headline: z.string(),
  /** As it was treated: a standard change without a pre-approved model is `normal`. */
  treatedAs: changeTypeSchema,
  assessedAt: z.string(),
  /** What was touched, after files and documents were read. At most `limit`. */
  touched: z.array(
    z.object({
      entityRef: z.string(),
      action: touchActionSchema,
      /** `unknown`: nobody can say from the request what changes in it. */
      content: z.enum(['known', 'unknown', 'none']),
      /** What led to it: request, document, or the files (at most 10). */
      by: z.array(z.string()),
    }),
  ),
  material: z.array(materialChangeSchema),
  impacted: z.array(impactedEntitySchema),
  /** All that the caller may see. */
  totalImpacted: z.number().int(),
  byTier: z.array(
    z.object({
      tier: tierSummarySchema.nullable(),
      impacted: z.number().int(),
    }),
  ),
  plans: z.array(impactedPlanSchema),
  /** Impacted, its tier requires a plan, and none is in force; the caller may see them. */
  withoutPlan: z.number().int(),
  /** Caused first, then by severity, tier and ref. */
  findings: z.array(changeFindingSchema),
  counts: z.object({
    caused: z.number().int(),
    alreadyThere: z.number().int(),
    blocking: z.number().int(),
    warning: z.number().int(),
    information: z.number().int(),
  }),
  /** Changed files, and the entities that their deepest folder belongs to; at most 500. */
  mapped: z.array(
    z.object({
      path: z.string(),
      folder: z.string(),
      entityRefs: z.array(z.string()),
    }),
  ),
  /** Files that belong to no entity. */
  unmapped: z.array(z.string()),
  problems: z.array(changeProblemSchema),
  /** Refs by what they are called. */
  names: z.record(z.string(), z.string()),
  graphRevision: z.number().int(),
  dataAge: dataAgeSchema,
  /** What was left out for its number, by list. */
  truncated: z.object({
    impacted: z.number().int(),
    findings: z.number().int(),
    mapped: z.number().int(),
    unmapped: z.number().int(),
  }),
  /** What the caller may not see: counted, never named. */
  redacted: z.object({
    touched: z.number().int(),
    impacted: z.number().int(),
    findings: z.number().int(),
    plans: z.number().int(),
  }),
  /** For emergency changes: until when the review is owed. */
  reviewDueAt: z.string().nullable(),
  /** Where it was recorded. */
  changeId: z.string().optional(),
});

/** @public */
export type ChangeAssessment = z.infer<typeof changeAssessmentSchema>;
