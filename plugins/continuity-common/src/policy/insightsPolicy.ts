import type { ContinuityPolicy } from './policy';
import { defaultInsightsConfig } from './config/defaultInsightsConfig';
import type { KpiId } from './kpiId';

/** What has to go right for continuity to work, and by which figures it is seen. @public */
export interface SuccessFactor {
  id: string;
  title: string;
  description?: string;
  kpis: KpiId[];
}

/**
 * What the policy says of figures: the critical success factors with their KPIs, what is aimed at, and how often both are reviewed.
 *
 * @public
 */
export interface InsightsPolicy {
  factors: SuccessFactor[];
  /** Shares from 0 to 1, else counts, ratios or days. A KPI without one has no target. */
  targets: Partial<Record<KpiId, number>>;
  /** A cadence: factors and targets are to be reviewed as often. */
  reviewEvery: string;
}

/** What a policy says of figures; one that was recorded before there were any says the defaults. @public */
export function insightsPolicy(policy: ContinuityPolicy): InsightsPolicy {
  return policy.insights ?? defaultInsightsConfig;
}
