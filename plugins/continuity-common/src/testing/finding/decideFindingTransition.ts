import type { FindingState } from './findingSummary';

/** What somebody may want to do with a finding. @public */
export type FindingTransition =
  | 'update'
  | 'start'
  | 'resolve'
  | 'verify'
  | 'accept'
  | 'reopen';

/** A finding, as far as what may be done depends on it. @public */
export interface FindingTransitionSubject {
  state: FindingState;
  owner: string;
  /** Who said what was done; null while nobody has. */
  resolvedBy: string | null;
}

/** See `TestTransitionDecision`. @public */
export type FindingTransitionDecision =
  | { ok: true; to: FindingState }
  | { ok: false; why: 'conflict' | 'forbidden'; message: string };

const from: Record<FindingTransition, readonly FindingState[]> = {
  update: ['open', 'in-progress', 'resolved'],
  start: ['open'],
  resolve: ['open', 'in-progress'],
  verify: ['resolved'],
  accept: ['open', 'in-progress', 'resolved'],
  reopen: ['resolved', 'verified', 'accepted'],
};

const to: Partial<Record<FindingTransition, FindingState>> = {
  start: 'in-progress',
  resolve: 'resolved',
  verify: 'verified',
  accept: 'accepted',
  reopen: 'open',
};

const notNow: Record<FindingState, string> = {
  open: 'This finding is open. Say first what was done about it.',
  'in-progress':
    'Somebody works on this finding. Say first what was done about it.',
  resolved: 'This finding is resolved and waits for somebody to verify it.',
  verified: 'This finding is verified and closed. Reopen it first.',
  accepted: 'This finding is accepted and closed. Reopen it first.',
};

/**
 * The state machine of a finding (DOMAIN.md §5): `open → in-progress → resolved → verified` by another person who says whether it worked, or `accepted`
 * with an approver. What did not work is in progress again.
 *
 * @param options - `ownership`: the caller and all groups that they stand for; an owning group's members don't approve its own acceptance.
 * `worked`: for `verify`. `requestedBy`: for `accept`.
 * @public
 */
export function decideFindingTransition(
  transition: FindingTransition,
  finding: FindingTransitionSubject,
  options: {
    by: string;
    ownership?: readonly string[];
    worked?: boolean;
    requestedBy?: string | null;
  } = { by: '' },
): FindingTransitionDecision {
  const { by, ownership = [], worked = true, requestedBy } = options;
  const forbid = (message: string): FindingTransitionDecision => ({
    ok: false,
    why: 'forbidden',
    message,
  });
  if (!from[transition].includes(finding.state)) {
    return { ok: false, why: 'conflict', message: notNow[finding.state] };
  }
  if (transition === 'verify') {
    if (finding.resolvedBy === by) {
      return forbid(
        'You resolved this finding yourself. Another person has to verify it.',
      );
    }
    return { ok: true, to: worked ? 'verified' : 'in-progress' };
  }
  if (transition === 'accept') {
    if (finding.owner === by || ownership.includes(finding.owner)) {
      return forbid(
        'You answer for this finding. Somebody else has to approve that nothing will be done about it.',
      );
    }
    if (requestedBy === by) {
      return forbid(
        'You asked for this yourself. Somebody else has to approve it.',
      );
    }
  }
  return { ok: true, to: to[transition] ?? finding.state };
}
