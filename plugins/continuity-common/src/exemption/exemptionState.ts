import { z } from 'zod';

/** @public */
export const exemptionStates = [
  'asked',
  'approved',
  'refused',
  'ended',
  'withdrawn',
] as const;

/** @public */
export const exemptionStateSchema = z.enum(exemptionStates);

/**
 * `asked`: waits for another person. `approved`: holds, or will from its start. `ended`: its end has come, or somebody ended it early; also where nobody decided before its end.
 *
 * @public
 */
export type ExemptionState = z.infer<typeof exemptionStateSchema>;

/**
 * The state at a moment of what was decided: an end needs nobody to write it down.
 *
 * @public
 */
export function exemptionStateAt(
  exemption: { state: ExemptionState; endsAt: string },
  now: string,
): ExemptionState {
  const { state, endsAt } = exemption;
  const canEnd = state === 'asked' || state === 'approved';
  return canEnd && endsAt <= now ? 'ended' : state;
}
