import { z } from 'zod';
import { analysisStateSchema } from './analysisState';
import { riskRatingSchema } from './riskLevel';

/** What is done about a risk (ISO 31000). @public */
export const riskTreatmentSchema = z.enum([
  'avoid',
  'reduce',
  'share',
  'accept',
]);

/** @public */
export type RiskTreatment = z.infer<typeof riskTreatmentSchema>;

/**
 * One threat as it was assessed. A threat that is neither rated nor marked as not applicable is still open, which only a draft may have.
 *
 * @public
 */
export const assessedThreatSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** True: it was looked at, and does not apply here. */
  notApplicable: z.boolean(),
  /** Before treatment; null = not rated. */
  rating: riskRatingSchema.nullable(),
  treatment: riskTreatmentSchema.nullable(),
  /** What is done, or why it is accepted. */
  measures: z.string().optional(),
  /** Who answers for it: a user or group. */
  owner: z.string().nullable(),
  /** What is left after treatment; null = not rated. */
  residual: riskRatingSchema.nullable(),
  /** The day by which the treatment is done, `YYYY-MM-DD`. */
  dueOn: z.string().nullable(),
});

/** @public */
export type AssessedThreat = z.infer<typeof assessedThreatSchema>;

/** @public */
export const riskContentSchema = z.object({
  threats: z.array(assessedThreatSchema),
});

/** @public */
export type RiskContent = z.infer<typeof riskContentSchema>;

/**
 * A risk assessment on record.
 *
 * @public
 */
export const riskAssessmentSchema = z.object({
  id: z.string(),
  entityRef: z.string(),
  state: analysisStateSchema,
  content: riskContentSchema,
  assessor: z.string().nullable(),
  agreedWith: z.string().nullable(),
  /** The day of the assessment, `YYYY-MM-DD` in the policy's zone. */
  assessedOn: z.string(),
  revision: z.number().int(),
  recordedBy: z.string(),
  recordedAt: z.string(),
  note: z.string().optional(),
});

/** @public */
export type RiskAssessment = z.infer<typeof riskAssessmentSchema>;

/**
 * Body of `PUT /entities/by-name/…/risk-assessment`, as people write it.
 *
 * @public
 */
export const riskInputSchema = z
  .object({
    state: z.enum(['draft', 'agreed']),
    threats: z
      .array(
        z
          .object({
            id: z.string().min(1).max(64),
            /** Needed for a threat that is not of the starting list. */
            title: z.string().trim().min(1).max(120).optional(),
            notApplicable: z.boolean().optional(),
            rating: riskRatingSchema.nullable().optional(),
            treatment: riskTreatmentSchema.nullable().optional(),
            measures: z.string().max(2000).optional(),
            owner: z.string().max(255).nullable().optional(),
            residual: riskRatingSchema.nullable().optional(),
            dueOn: z.iso.date().nullable().optional(),
          })
          .strict(),
      )
      .max(40),
    /** Without it today. */
    assessedOn: z.iso.date().optional(),
    /** A user or group; without it whoever records the assessment. */
    assessor: z.string().max(255).optional(),
    agreedWith: z.string().trim().max(200).optional(),
    note: z.string().max(2000).optional(),
  })
  .strict();

/** @public */
export type RiskInput = z.infer<typeof riskInputSchema>;
