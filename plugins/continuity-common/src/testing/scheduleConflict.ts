import { z } from 'zod';
import { entityRefText } from '../terms/entityRefText';
import { testEnvironmentSchema } from './testEnvironment';
import { testScheduleSchema } from './testSchedule';

/**
 * Something that speaks against a date. It is shown and forbids nothing.
 *
 * `entity`: another test of the same entity at the same time. `participant`: somebody is in two tests at once. `outside-window`: not within the
 * policy's test windows. `freeze`: within one of its freezes. `past`: it would begin in the past.
 *
 * @public
 */
export const scheduleConflictSchema = z.object({
  kind: z.enum(['entity', 'participant', 'outside-window', 'freeze', 'past']),
  /** The entities or people it is about that the caller may see. */
  refs: z.array(z.string()),
  redacted: z.number().int(),
  /** The other test; null where it is about the policy, or the caller may see none of its entities. */
  test: z
    .object({
      id: z.string(),
      title: z.string(),
      startsAt: z.string(),
      endsAt: z.string(),
    })
    .nullable(),
  /** Of the freeze. */
  title: z.string().nullable(),
  /** The overlap, or the time outside the windows (ISO, UTC). */
  from: z.string(),
  to: z.string(),
});

/** @public */
export type ScheduleConflict = z.infer<typeof scheduleConflictSchema>;

/** Body of `POST /tests/conflicts`. @public */
export const scheduleConflictsRequestSchema = z
  .object({
    /** The test itself, where it is planned already. */
    testId: z.string().max(64).optional(),
    entities: z.array(entityRefText('component:default/checkout')).max(500),
    participants: z.array(entityRefText('user:default/jane')).max(201),
    environment: testEnvironmentSchema.optional(),
    schedule: testScheduleSchema,
  })
  .strict();

/** @public */
export type ScheduleConflictsRequest = z.input<
  typeof scheduleConflictsRequestSchema
>;

/** Answer of `POST /tests/conflicts`. @public */
export const scheduleConflictsSchema = z.object({
  items: z.array(scheduleConflictSchema),
});

/** @public */
export type ScheduleConflicts = z.infer<typeof scheduleConflictsSchema>;
