import { z } from 'zod';
import { coordinationPlanKinds, recoveryPlanKinds } from '../policy/planKinds';

/** Every kind of plan, coordination plans first (DOMAIN.md §4). @public */
export const planKinds = [
  ...coordinationPlanKinds,
  ...recoveryPlanKinds,
] as const;

/** @public */
export const planKindSchema = z.enum(planKinds);

/** @public */
export type PlanKind = z.infer<typeof planKindSchema>;

/**
 * The level of a kind: `coordination` plans direct a response, `support` plans bring back what services stand on, and `service` plans bring back
 * a service.
 *
 * @public
 */
export const planLevelSchema = z.enum(['coordination', 'support', 'service']);

/** @public */
export type PlanLevel = z.infer<typeof planLevelSchema>;

/** On which level plans of a kind are. @public */
export function planLevelOf(kind: PlanKind): PlanLevel {
  if (kind === 'service-recovery') return 'service';
  return (coordinationPlanKinds as readonly string[]).includes(kind)
    ? 'coordination'
    : 'support';
}
