import { z } from 'zod';
import { findingSummarySchema } from './finding/findingSummary';
import {
  resultGlanceSchema,
  testStandingSchema,
} from './standing/requirementStanding';

/** The tests of an entity, as its tab shows them. @public */
export const entityTestsSchema = testStandingSchema.extend({
  /** Its results, newest first, at most 100: for the chart of measured times and the list. */
  history: z.array(resultGlanceSchema).optional(),
  /** How many there are. */
  totalResults: z.number().int().optional(),
});

/** @public */
export type EntityTests = z.infer<typeof entityTestsSchema>;

/** A finding on an entity's tab: open, in progress or resolved. @public */
export const entityFindingSchema = findingSummarySchema;

/** @public */
export type EntityFinding = z.infer<typeof entityFindingSchema>;
