import { z } from 'zod';
import { biaSchema } from '../plan/analysis/bia';
import { tierRecommendationSchema } from '../plan/analysis/recommendTier';
import { riskAssessmentSchema } from '../plan/analysis/riskAssessment';

const shared = {
  /** Whether the entity's tier requires one. */
  required: z.boolean(),
  /** The cadence of renewal; null where none is required. */
  every: z.string().nullable(),
  /** Ref of the system whose analysis is taken over; null where it is the entity's own, or there is none. */
  from: z.string().nullable(),
  /** Ref of the entity's system, which carries the analysis for its parts; null for a system and what has none. */
  system: z.string().nullable(),
  /** The day by which `current` must be renewed; null where no renewal is required. */
  dueOn: z.string().nullable(),
  /** The end of that day (ISO, UTC). */
  dueAt: z.string().nullable(),
  /** Send as `If-Match` with an edit. */
  revision: z.number().int(),
};

/**
 * The business impact analysis of an entity, as its tab shows it.
 *
 * @public
 */
export const entityBiaSchema = z.object({
  ...shared,
  /** The agreed one that counts: its own, or its system's. */
  current: biaSchema.nullable(),
  /** The entity's own draft. */
  draft: biaSchema.nullable(),
  /** The entity's own that asks for less than the one before it, and waits for a second person. */
  pending: biaSchema.nullable(),
  /** The tier that `current` asks for; null without an analysis that says enough. */
  recommendation: tierRecommendationSchema.nullable(),
});

/** @public */
export type EntityBia = z.infer<typeof entityBiaSchema>;

/**
 * The risk assessment of an entity, as its tab shows it.
 *
 * @public
 */
export const entityRiskSchema = z.object({
  ...shared,
  current: riskAssessmentSchema.nullable(),
  draft: riskAssessmentSchema.nullable(),
});

/** @public */
export type EntityRisk = z.infer<typeof entityRiskSchema>;

/** Answer of `GET …/bia`: what the tab shows, and all that the entity ever had of its own, newest first. @public */
export const biaAnswerSchema = entityBiaSchema.extend({
  history: z.array(biaSchema),
});

/** @public */
export type BiaAnswer = z.infer<typeof biaAnswerSchema>;

/** Answer of `GET …/risk-assessment`; see {@link biaAnswerSchema}. @public */
export const riskAnswerSchema = entityRiskSchema.extend({
  history: z.array(riskAssessmentSchema),
});

/** @public */
export type RiskAnswer = z.infer<typeof riskAnswerSchema>;
