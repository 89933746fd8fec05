import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  addCadence,
  changePolicy,
  parseCadence,
  type ContinuityPolicy,
} from 'backstage-plugin-continuity-common';
import type { StoredChange } from './ChangeStore';
import type { ChangeStep } from './ChangeWriter';
import { mayStep, type ChangeStepName } from './mayStep';

const past: Record<ChangeStepName, string> = {
  update: 'updated',
  assess: 'assessed',
  approve: 'approved',
  implement: 'implemented',
  withdraw: 'withdrawn',
  review: 'reviewed',
};

/** A step with what history says of it. */
export function steppedTo(
  after: StoredChange,
  from: { name: ChangeStepName; change: StoredChange; reason?: string },
): ChangeStep {
  const { name, change, reason } = from;
  return {
    change: after,
    record: {
      action: past[name],
      reason,
      before: { state: change.state },
      after: {
        state: after.state,
        ...(after.implementedAt !== change.implementedAt && {
          implementedAt: after.implementedAt,
        }),
        ...(after.major !== change.major && { major: after.major }),
      },
    },
  };
}

export function approvedBy(
  change: StoredChange,
  { by, at }: { by: string; at: string },
): StoredChange {
  return { ...change, state: 'approved', approvedAt: at, approvedBy: by };
}

/** The review of an emergency change is owed from when it was done. */
export function implementedBy(
  change: StoredChange,
  how: { by: string; at: string; when?: string; policy: ContinuityPolicy },
): StoredChange {
  const { by, at, when = at, policy } = how;
  return {
    ...change,
    state: 'implemented',
    implementedAt: when,
    implementedBy: by,
    reviewDueAt:
      change.type === 'emergency' ? reviewDueAfter(when, policy) : null,
  };
}

/** Until when an emergency change of a moment is to be reviewed. */
export function reviewDueAfter(at: string, policy: ContinuityPolicy): string {
  return later(at, changePolicy(policy).emergencyReview, policy);
}

/** Until when a plan is to be changed that is asked to at a moment. */
export function requestDueAfter(at: string, policy: ContinuityPolicy): string {
  return later(at, changePolicy(policy).requestDue, policy);
}

function later(at: string, time: string, { timeZone }: ContinuityPolicy) {
  const cadence = parseCadence(time);
  if (!cadence.ok) throw new RangeError(cadence.message);
  return addCadence(at, cadence.cadence, timeZone);
}

/** Refused where the state machine has no such step, or the person may not. */
export function assertMay(
  name: ChangeStepName,
  change: StoredChange,
  { by }: { by: string },
): void {
  const decision = mayStep(name, change, { by });
  if (decision.ok) return;
  throw decision.why === 'conflict'
    ? new ConflictError(decision.message)
    : new NotAllowedError(decision.message);
}
