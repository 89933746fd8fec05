import type { PlanConflict } from '../plan/planRequests';

/**
 * Reads the newer state out of the error of a stale save of a draft; undefined for any other error.
 *
 * @public
 */
export function readPlanConflict(error: unknown): PlanConflict | undefined {
  const { statusCode, body } = (error ?? {}) as {
    statusCode?: number;
    body?: { planConflict?: PlanConflict };
  };
  return statusCode === 409 ? body?.planConflict : undefined;
}
