import { z } from 'zod';

/**
 * State of a business impact analysis or a risk assessment (DOMAIN.md §4). An analysis that asks for less than the one before it waits until a
 * second person confirms it; until then the earlier one holds.
 *
 * @public
 */
export const analysisStateSchema = z.enum([
  'draft',
  'agreed',
  'awaiting-second-person',
  'superseded',
  'rejected',
  'discarded',
]);

/** @public */
export type AnalysisState = z.infer<typeof analysisStateSchema>;
