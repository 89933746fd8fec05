import { z } from 'zod';

/** From the worst. @public */
export const findingSeverities = ['high', 'medium', 'low'] as const;

/** @public */
export const findingSeveritySchema = z.enum(findingSeverities);

/** @public */
export type FindingSeverity = z.infer<typeof findingSeveritySchema>;

/** @public */
export const findingStates = [
  'open',
  'in-progress',
  'resolved',
  'verified',
  'accepted',
] as const;

/** @public */
export const findingStateSchema = z.enum(findingStates);

/** @public */
export type FindingState = z.infer<typeof findingStateSchema>;

/** What the caller may do with a finding now. @public */
export const findingActionSchema = z.enum([
  'finding.update',
  'finding.start',
  'finding.resolve',
  'finding.verify',
  'finding.accept',
  'finding.reopen',
]);

/** @public */
export type FindingAction = z.infer<typeof findingActionSchema>;

/** One row of the list of findings. Moments are ISO, UTC. @public */
export const findingSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  severity: findingSeveritySchema,
  state: findingStateSchema,
  owner: z.object({
    ref: z.string(),
    title: z.string().nullable(),
    /** False: it is not in the catalog any more. */
    exists: z.boolean(),
  }),
  /** The last day on which it is in time. */
  dueOn: z.string(),
  /** Open or in progress, and its due day is past. */
  overdue: z.boolean(),
  /** Entities that the caller may see, and how many it may not. */
  entities: z.array(
    z.object({ entityRef: z.string(), title: z.string().nullable() }),
  ),
  redacted: z.number().int(),
  source: z.object({
    kind: z.enum(['test', 'review', 'manual']),
    /** The test it came from; null by hand. */
    test: z.object({ id: z.string(), title: z.string() }).nullable(),
  }),
  ticket: z.object({ url: z.string(), title: z.string() }).nullable(),
  createdAt: z.string(),
  createdBy: z.string(),
  updatedAt: z.string(),
  revision: z.number().int(),
  allowedActions: z.array(findingActionSchema),
});

/** @public */
export type FindingSummary = z.infer<typeof findingSummarySchema>;
