import { z } from 'zod';

/** States of a test. `missed` is derived: planned, and its end is past. @public */
export const testStates = [
  'planned',
  'in-progress',
  'completed',
  'cancelled',
] as const;

/** @public */
export const testStateSchema = z.enum(testStates);

/** @public */
export type TestState = z.infer<typeof testStateSchema>;

/**
 * Where the word comes from that a test was held.
 *
 * `test`: planned, or entered afterwards. `invocation`: a plan was invoked in earnest, which is a failover test of everything that was lost.
 * `machine`: a job reported it. `supplier`: the supplier attests a test of its own.
 *
 * @public
 */
export const testOriginSchema = z.enum([
  'test',
  'invocation',
  'machine',
  'supplier',
]);

/** @public */
export type TestOrigin = z.infer<typeof testOriginSchema>;

/**
 * When a test was held. Where only the day is known, `at` is its beginning in the policy's zone, and nobody can say what of that day came first.
 *
 * @public
 */
export const heldSchema = z.object({
  at: z.string(),
  precision: z.enum(['instant', 'day']),
});

/** @public */
export type Held = z.infer<typeof heldSchema>;
