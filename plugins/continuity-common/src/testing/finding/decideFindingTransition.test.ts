import {
  decideFindingTransition,
  type FindingTransition,
} from './decideFindingTransition';
import { findingStates, type FindingState } from './findingSummary';

const owner = 'group:default/payments';
const jane = 'user:default/jane';
const joe = 'user:default/joe';

const allowed: Record<
  FindingTransition,
  Partial<Record<FindingState, FindingState>>
> = {
  update: {
    open: 'open',
    'in-progress': 'in-progress',
    resolved: 'resolved',
  },
  start: { open: 'in-progress' },
  resolve: { open: 'resolved', 'in-progress': 'resolved' },
  verify: { resolved: 'verified' },
  accept: { open: 'accepted', 'in-progress': 'accepted', resolved: 'accepted' },
  reopen: { resolved: 'open', verified: 'open', accepted: 'open' },
};

describe('decideFindingTransition', () => {
  it.each(
    Object.entries(allowed).flatMap(([transition, to]) =>
      findingStates.map(state => [transition, state, to[state]] as const),
    ),
  )('%s of a finding that is %s leads to %s', (transition, state, to) => {
    expect(
      decideFindingTransition(
        transition as FindingTransition,
        { state, owner, resolvedBy: joe },
        { by: jane },
      ),
    ).toMatchObject(
      to === undefined ? { ok: false, why: 'conflict' } : { ok: true, to },
    );
  });

  it('lets not verify who resolved', () => {
    expect(
      decideFindingTransition(
        'verify',
        { state: 'resolved', owner, resolvedBy: joe },
        { by: joe },
      ),
    ).toMatchObject({ ok: false, why: 'forbidden' });
  });

  it('puts what did not work in progress again', () => {
    expect(
      decideFindingTransition(
        'verify',
        { state: 'resolved', owner, resolvedBy: joe },
        { by: jane, worked: false },
      ),
    ).toEqual({ ok: true, to: 'in-progress' });
  });

  it.each([
    ['its owner', { owner: jane }, {}],
    ['a member of the owning group', { owner }, { ownership: [jane, owner] }],
    ['who asked for it', { owner }, { requestedBy: jane }],
  ])('lets not %s approve that nothing is done', (_, finding, options) => {
    expect(
      decideFindingTransition(
        'accept',
        { state: 'open', resolvedBy: null, ...finding },
        { by: jane, ...options },
      ),
    ).toMatchObject({ ok: false, why: 'forbidden' });
  });
});
