import { z } from 'zod';

/** How a figure is read. Shares are 0–1; ratios are plain numbers; days may be broken. @public */
export type KpiUnit = 'share' | 'count' | 'ratio' | 'days';

/**
 * The key performance indicators (DOMAIN.md §8), in the order in which they are shown. Policies name them for their targets and critical success
 * factors.
 *
 * @public
 */
export const kpiIds = [
  'coverage',
  'tests-held',
  'test-objectives-met',
  'rta-to-rto',
  'plan-reviews-overdue',
  'plans-stale',
  'findings-open',
  'findings-overdue',
  'findings-days-to-close',
  'changes-assessed',
  'change-requests-on-time',
  'exemptions-in-force',
] as const;

/** @public */
export const kpiIdSchema = z.enum(kpiIds);

/** @public */
export type KpiId = z.infer<typeof kpiIdSchema>;
