import { z } from 'zod';
import { changeRuleIdSchema, enforcementSchema } from '../terms/changeTerms';

/** One thing that the check found, explained. @public */
export const changeFindingSchema = z.object({
  rule: changeRuleIdSchema,
  /** A line: what the rule says. */
  title: z.string(),
  severity: z.enum(['critical', 'warning', 'information']),
  origin: z.enum(['caused', 'already-there']),
  /** What is made of it for this change: `off` where it moves nothing, be it for its severity, the policy or the change's type. */
  enforcement: enforcementSchema,
  entityRef: z.string().nullable(),
  planId: z.string().nullable(),
  /** Of an overlapping test. */
  testId: z.string().nullable(),
  /** The way that explains it: from the entity to what was touched, or along a conflict. */
  path: z.array(z.string()),
  /** A sentence: why it matters here. */
  why: z.string(),
  /** A sentence: what to do. */
  what: z.string(),
  /** Users and groups who can settle it. */
  ask: z.array(z.string()),
  /** The values in the sentences, so that a UI can say them in another language. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** @public */
export type ChangeFinding = z.infer<typeof changeFindingSchema>;
