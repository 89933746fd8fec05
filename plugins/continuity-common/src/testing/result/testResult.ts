import { z } from 'zod';
import { testOutcomeSchema } from './testOutcome';
import { testTargetsSchema } from './testTargets';
import { testTimesSchema } from './testTimes';

/** How a measured value stands to its target; `not-assessed`: there is nothing to compare. @public */
export const againstTargetSchema = z.enum(['met', 'missed', 'not-assessed']);

/** @public */
export type AgainstTarget = z.infer<typeof againstTargetSchema>;

/**
 * Why an outcome can't be better.
 *
 * `not-recovered`, `rto-missed`, `rpo-missed`, `level-missed`: it failed. `rta-missing`, `rpa-missing`, `rto-unset`, `rpo-unset`: at best
 * inconclusive.
 *
 * @public
 */
export const outcomeReasonSchema = z.enum([
  'not-recovered',
  'rto-missed',
  'rpo-missed',
  'level-missed',
  'level-missing',
  'rta-missing',
  'rpa-missing',
  'rto-unset',
  'rpo-unset',
]);

/** @public */
export type OutcomeReason = z.infer<typeof outcomeReasonSchema>;

/** What the numbers of a result say. Times are seconds; null = can't be computed. @public */
export const resultMeasureSchema = z.object({
  /** Minimum service − disruption start. */
  rtaSeconds: z.number().nullable(),
  /** Disruption start − last consistent data. */
  rpaSeconds: z.number().nullable(),
  /** The entity's own restore work, once what it needs was back (DOMAIN.md §6). */
  ownSeconds: z.number().nullable(),
  rto: againstTargetSchema,
  rpo: againstTargetSchema,
  level: againstTargetSchema,
  /** The best outcome that the numbers allow. */
  best: testOutcomeSchema,
  reasons: z.array(outcomeReasonSchema),
});

/** @public */
export type ResultMeasure = z.infer<typeof resultMeasureSchema>;

/** The result of a test for one entity (DOMAIN.md §5). Moments are ISO, UTC. @public */
export const testResultSchema = z.object({
  /** A hidden entity is counted and not listed. */
  entityRef: z.string(),
  title: z.string().nullable(),
  times: testTimesSchema,
  /** False: it did not come back to its minimum service. Null: it did, or the depth measures nothing. */
  recovered: z.boolean().nullable(),
  /** Delivered level as a percentage of normal service. */
  deliveredPercent: z.number().nullable(),
  /** The reviewer's answer where the minimum service has no percentage; null = not asked, or not answered yet. */
  levelMet: z.boolean().nullable(),
  restoredFromBackup: z.boolean(),
  /** Whether only a part of this entity's service was tested. */
  partial: z.boolean(),
  /** As its recorder judged; null while nobody has. Never better than `measure.best`. */
  outcome: testOutcomeSchema.nullable(),
  measure: resultMeasureSchema,
  /** Of the moment when the test was held; those of now while it has not been completed. */
  targets: testTargetsSchema,
  deficiencies: z.string(),
  note: z.string(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  /** Grows with every change; send it with the next one. */
  revision: z.number().int(),
});

/** @public */
export type TestResult = z.infer<typeof testResultSchema>;
