import { z } from 'zod';

/** Kind of a change as change management knows it (DOMAIN.md §7). @public */
export const changeTypeSchema = z.enum(['standard', 'normal', 'emergency']);

/** @public */
export type ChangeType = z.infer<typeof changeTypeSchema>;

/** Where a recorded change stands (DOMAIN.md §7). @public */
export const changeStateSchema = z.enum([
  'planned',
  'approved',
  'implemented',
  'withdrawn',
]);

/** @public */
export type ChangeState = z.infer<typeof changeStateSchema>;

/** What a change does to an entity. @public */
export const touchActionSchema = z.enum(['modify', 'add', 'remove']);

/** @public */
export type TouchAction = z.infer<typeof touchActionSchema>;

/** @public */
export const changeVerdictSchema = z.enum(['pass', 'warn', 'block']);

/** @public */
export type ChangeVerdict = z.infer<typeof changeVerdictSchema>;

/** Rules that find what a change causes (DOMAIN.md §7); only these move the verdict beyond `warn`. @public */
export const causedRuleIds = [
  'plan-review-needed',
  'retest-needed',
  'new-entity-without-continuity',
  'removes-recovery-dependency',
  'introduces-target-conflict',
  'weakens-requirement',
  'overlaps-planned-test',
  'plan-invoked',
] as const;

/** @public */
export type CausedRuleId = (typeof causedRuleIds)[number];

/** Rules that find what was so before the change. @public */
export const standingRuleIds = [
  'plan-missing',
  'plan-stale',
  'plan-review-overdue',
  'test-overdue',
  'test-failed',
  'owner-unresolved',
] as const;

/** @public */
export type StandingRuleId = (typeof standingRuleIds)[number];

/** @public */
export const changeRuleIdSchema = z.enum([
  ...causedRuleIds,
  ...standingRuleIds,
]);

/** @public */
export type ChangeRuleId = z.infer<typeof changeRuleIdSchema>;

/** What the policy makes of a finding: nothing, a warning, or a block. @public */
export const enforcementSchema = z.enum(['off', 'warn', 'block']);

/** @public */
export type Enforcement = z.infer<typeof enforcementSchema>;

/** What a rule looks at; see `materialAspects` of the policy. @public */
export const materialAspects = [
  'dependencies',
  'owner',
  'lifecycle',
  'type',
  'system',
  'targets',
  'addition',
  'removal',
] as const;

/** @public */
export type MaterialAspect = (typeof materialAspects)[number];

/** Where a plan change request stands. @public */
export const planChangeRequestStateSchema = z.enum([
  'open',
  'done',
  'declined',
  'withdrawn',
]);

/** @public */
export type PlanChangeRequestState = z.infer<
  typeof planChangeRequestStateSchema
>;
