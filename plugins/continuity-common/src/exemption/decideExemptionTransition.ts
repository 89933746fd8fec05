import { exemptionStateAt, type ExemptionState } from './exemptionState';

/** What somebody may want to do with an exemption. @public */
export type ExemptionTransition = 'approve' | 'refuse' | 'withdraw' | 'end';

/** An exemption, as far as what may be done depends on it. @public */
export interface ExemptionTransitionSubject {
  state: ExemptionState;
  /** ISO, UTC. */
  endsAt: string;
  requestedBy: string;
}

/** See `TestTransitionDecision`. @public */
export type ExemptionTransitionDecision =
  | { ok: true; to: ExemptionState }
  | { ok: false; why: 'conflict' | 'forbidden'; message: string };

const to: Record<ExemptionTransition, ExemptionState> = {
  approve: 'approved',
  refuse: 'refused',
  withdraw: 'withdrawn',
  end: 'ended',
};

const notNow: Record<ExemptionState, string> = {
  asked:
    'Nobody has decided on this exemption yet. Withdraw it, or have it refused.',
  approved: 'This exemption is approved. To be rid of it, end it.',
  refused: 'This exemption was refused. Ask for a new one.',
  ended: 'This exemption has ended. Ask for a new one that renews it.',
  withdrawn: 'This exemption was withdrawn. Ask for a new one.',
};

/**
 * The state machine of an exemption (DOMAIN.md §8): asked for, then approved or refused by another person, or withdrawn; what is approved may be ended before its end. What ends by
 * itself is over without anybody doing anything, so it can't be approved any more either.
 *
 * @param options - `by`: who wants it. `now`: ISO, UTC.
 * @public
 */
export function decideExemptionTransition(
  transition: ExemptionTransition,
  exemption: ExemptionTransitionSubject,
  options: { by: string; now: string },
): ExemptionTransitionDecision {
  const { by, now } = options;
  const state = exemptionStateAt(exemption, now);
  const from: ExemptionState = transition === 'end' ? 'approved' : 'asked';
  if (state !== from) {
    return { ok: false, why: 'conflict', message: notNow[state] };
  }
  const isDecision = transition === 'approve' || transition === 'refuse';
  if (isDecision && exemption.requestedBy === by) {
    return {
      ok: false,
      why: 'forbidden',
      message:
        'You asked for this exemption yourself. Another person has to decide on it.',
    };
  }
  return { ok: true, to: to[transition] };
}
