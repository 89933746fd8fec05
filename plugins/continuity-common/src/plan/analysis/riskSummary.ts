import type { AssessedThreat, RiskContent } from './riskAssessment';
import { riskScore } from './riskLevel';

/**
 * How many threats stand in each cell of the matrix: `[likelihood - 1][impact - 1]`. What is left after treatment counts where it was rated.
 *
 * @public
 */
export function riskMatrix(
  content: RiskContent,
  which: 'rating' | 'residual',
): number[][] {
  const counts = Array.from({ length: 5 }, () => [0, 0, 0, 0, 0]);
  for (const threat of content.threats) {
    const rating =
      which === 'residual' ? threat.residual ?? threat.rating : threat.rating;
    if (rating) counts[rating.likelihood - 1][rating.impact - 1] += 1;
  }
  return counts;
}

/**
 * The threats that were rated, greatest risk first; equal ones stay in their order.
 *
 * @public
 */
export function topRisks(content: RiskContent): AssessedThreat[] {
  return content.threats
    .filter(({ rating }) => rating !== null)
    .sort((a, b) => riskScore(b.rating!) - riskScore(a.rating!));
}
