import { z } from 'zod';
import { testDepthSchema } from '../testDepth';
import { testEnvironmentSchema } from '../testEnvironment';
import { testOutcomeSchema } from '../result/testOutcome';
import { testOriginSchema } from '../testState';

/** States of a test requirement, in the order in which the first that applies is taken (DOMAIN.md §5). @public */
export const requirementStates = [
  'failed',
  'retest-needed',
  'never-tested',
  'overdue',
  'too-shallow',
  'inconclusive',
  'due-soon',
  'proven',
  'not-required',
] as const;

/** @public */
export const requirementStateSchema = z.enum(requirementStates);

/** @public */
export type RequirementState = z.infer<typeof requirementStateSchema>;

/**
 * Why a pass does not count any more: a target was tightened, the recovery steps for the entity are others than those that were tested, no plan in
 * force has them, or a major change was implemented.
 *
 * @public
 */
export const retestReasonSchema = z.enum([
  'target-tightened',
  'steps-changed',
  'no-plan-in-force',
  'major-change',
]);

/** @public */
export type RetestReason = z.infer<typeof retestReasonSchema>;

/** A result, as far as lists and the tab show it. @public */
export const resultGlanceSchema = z.object({
  testId: z.string(),
  title: z.string(),
  depth: testDepthSchema,
  outcome: testOutcomeSchema,
  /** When it was held. */
  heldAt: z.string(),
  /** `day`: only the day is known. */
  heldPrecision: z.enum(['instant', 'day']),
  environment: testEnvironmentSchema,
  partial: z.boolean(),
  restoredFromBackup: z.boolean(),
  origin: testOriginSchema,
  enteredAfterwards: z.boolean(),
  reviewed: z.boolean(),
  rtaSeconds: z.number().nullable(),
  rpaSeconds: z.number().nullable(),
  /** Targets stored with it: ISO 8601, `none` for the RPO, null = unset. */
  rto: z.string().nullable(),
  rpo: z.string().nullable(),
  /** Plan versions under test. */
  plans: z.array(z.object({ planId: z.string(), version: z.number().int() })),
});

/** @public */
export type ResultGlance = z.infer<typeof resultGlanceSchema>;

/** A test that is planned or running. @public */
export const plannedGlanceSchema = z.object({
  testId: z.string(),
  title: z.string(),
  depth: testDepthSchema,
  restoresFromBackup: z.boolean(),
  /** Where it will be held, and whether only in part: a requirement may not accept it. Absent: it is taken as accepted. */
  environment: testEnvironmentSchema.optional(),
  partial: z.boolean().optional(),
  startsAt: z.string(),
  endsAt: z.string(),
  allDay: z.boolean(),
  state: z.enum(['planned', 'in-progress']),
});

/** @public */
export type PlannedGlance = z.infer<typeof plannedGlanceSchema>;

/** How a test requirement of an entity stands, as the entity's assessment found it. @public */
export const requirementStandingSchema = z.object({
  /** `test:failover`; the same as in gaps. */
  requirement: z.string(),
  depth: testDepthSchema,
  every: z.string(),
  /** The environments that count; absent: all. */
  environments: z.array(testEnvironmentSchema).optional(),
  /** False: partial tests don't count. */
  partial: z.boolean().optional(),
  state: requirementStateSchema,
  /** When it falls, or fell, due: held + cadence, by the programme, or held + the time for reviewing (ISO, UTC); null where it is not required. */
  due: z.string().nullable(),
  /** `due` is past. */
  late: z.boolean(),
  /** Until when an exemption covers that it is not satisfied; absent where none does. */
  exemptUntil: z.string().optional(),
  /** Why a retest is needed; else empty. */
  retestReasons: z.array(retestReasonSchema),
  /** The result that decides: the failure, the pass, the one that lapsed. */
  result: resultGlanceSchema.nullable(),
  /** The next test that is planned for it. */
  planned: plannedGlanceSchema.nullable(),
});

/** @public */
export type RequirementStanding = z.infer<typeof requirementStandingSchema>;

/**
 * How the tests of an entity stand, as its assessment found it.
 *
 * @public
 */
export const testStandingSchema = z.object({
  /** The latest result by when it was held (ties: the worst). */
  last: resultGlanceSchema.nullable(),
  /** The next planned test, or the one that is running. */
  next: plannedGlanceSchema.nullable(),
  requirements: z.array(requirementStandingSchema),
});

/** @public */
export type TestStanding = z.infer<typeof testStandingSchema>;
