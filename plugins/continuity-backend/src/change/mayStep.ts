import type { StoredChange } from './ChangeStore';

/** What can be done with a recorded change. */
export type ChangeStepName =
  | 'update'
  | 'assess'
  | 'approve'
  | 'implement'
  | 'withdraw'
  | 'review';

/** Whether a step is possible, or why not: `conflict` for the state that it is in, `forbidden` for who asks. */
export type StepDecision =
  | { ok: true }
  | { ok: false; why: 'conflict' | 'forbidden'; message: string };

const done: Record<StoredChange['state'], string> = {
  planned: 'planned',
  approved: 'approved',
  implemented: 'implemented already',
  withdrawn: 'withdrawn',
};

function conflict(message: string): StepDecision {
  return { ok: false, why: 'conflict', message };
}

/**
 * The states of a change: `planned → approved → implemented`, or `withdrawn`. Emergency changes may be recorded as implemented without an approval
 * before. Who asked for a change neither approves nor reviews it.
 */
export function mayStep(
  step: ChangeStepName,
  change: Pick<
    StoredChange,
    'state' | 'type' | 'requestedBy' | 'verdict' | 'reviewDoneAt'
  >,
  { by }: { by: string },
): StepDecision {
  const { state, type, requestedBy } = change;
  const isOpen = state === 'planned' || state === 'approved';
  const isOwn = by === requestedBy;
  switch (step) {
    case 'approve':
      if (state !== 'planned') {
        return conflict(`This change is ${done[state]}.`);
      }
      if (isOwn) {
        return {
          ok: false,
          why: 'forbidden',
          message:
            'Who asked for a change does not approve it. Ask somebody else.',
        };
      }
      return change.verdict === 'block'
        ? conflict(
            'The check blocks this change. Settle what it found, and assess it again before it is approved.',
          )
        : { ok: true };
    case 'implement':
      if (state === 'approved') return { ok: true };
      if (state === 'planned' && type === 'emergency') return { ok: true };
      return conflict(
        state === 'planned'
          ? 'This change is not approved. Only emergency changes are implemented before that.'
          : `This change is ${done[state]}.`,
      );
    case 'review':
      if (type !== 'emergency') {
        return conflict('Only emergency changes owe a review.');
      }
      if (state !== 'implemented') {
        return conflict('It is reviewed once it is implemented.');
      }
      if (change.reviewDoneAt !== null) {
        return conflict('This change is reviewed already.');
      }
      return isOwn
        ? {
            ok: false,
            why: 'forbidden',
            message:
              'Who asked for a change does not review it. Ask somebody else.',
          }
        : { ok: true };
    case 'update':
      return state === 'withdrawn'
        ? conflict(`This change is ${done[state]}.`)
        : { ok: true };
    default:
      return isOpen ? { ok: true } : conflict(`This change is ${done[state]}.`);
  }
}
