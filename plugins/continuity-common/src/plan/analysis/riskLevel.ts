import { z } from 'zod';

/** Likelihood and impact go from 1 (least) to this. @public */
export const RISK_STEPS = 5;

/** @public */
export const riskRatingSchema = z.object({
  likelihood: z.number().int().min(1).max(RISK_STEPS),
  impact: z.number().int().min(1).max(RISK_STEPS),
});

/** @public */
export type RiskRating = z.infer<typeof riskRatingSchema>;

/** @public */
export const riskLevelSchema = z.enum(['low', 'medium', 'high', 'extreme']);

/** @public */
export type RiskLevel = z.infer<typeof riskLevelSchema>;

/** Likelihood times impact, 1 to 25. @public */
export function riskScore({ likelihood, impact }: RiskRating): number {
  return likelihood * impact;
}

/**
 * The level of a risk: low up to 4, medium up to 9, high up to 16, extreme above.
 *
 * @public
 */
export function riskLevel(rating: RiskRating): RiskLevel {
  const score = riskScore(rating);
  if (score <= 4) return 'low';
  if (score <= 9) return 'medium';
  return score <= 16 ? 'high' : 'extreme';
}
