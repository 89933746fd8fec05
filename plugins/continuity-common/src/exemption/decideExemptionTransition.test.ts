import {
  decideExemptionTransition,
  type ExemptionTransition,
} from './decideExemptionTransition';
import {
  exemptionStateAt,
  exemptionStates,
  type ExemptionState,
} from './exemptionState';

const jane = 'user:default/jane';
const joe = 'user:default/joe';
const endsAt = '2026-03-01T00:00:00.000Z';
const before = '2026-02-28T23:59:59.999Z';

const allowed: Record<
  ExemptionTransition,
  Partial<Record<ExemptionState, ExemptionState>>
> = {
  approve: { asked: 'approved' },
  refuse: { asked: 'refused' },
  withdraw: { asked: 'withdrawn' },
  end: { approved: 'ended' },
};

describe('exemptionStateAt', () => {
  it.each<[ExemptionState, string, ExemptionState]>([
    ['asked', before, 'asked'],
    ['asked', endsAt, 'ended'],
    ['approved', before, 'approved'],
    ['approved', endsAt, 'ended'],
    ['refused', endsAt, 'refused'],
    ['withdrawn', endsAt, 'withdrawn'],
    ['ended', before, 'ended'],
  ])('%s, at %s: %s', (state, now, shown) => {
    expect(exemptionStateAt({ state, endsAt }, now)).toBe(shown);
  });
});

describe('decideExemptionTransition', () => {
  it.each(
    Object.entries(allowed).flatMap(([transition, to]) =>
      exemptionStates.map(state => [transition, state, to[state]] as const),
    ),
  )('%s of one that is %s leads to %s', (transition, state, to) => {
    expect(
      decideExemptionTransition(
        transition as ExemptionTransition,
        { state, endsAt, requestedBy: joe },
        { by: jane, now: before },
      ),
    ).toMatchObject(
      to === undefined ? { ok: false, why: 'conflict' } : { ok: true, to },
    );
  });

  it.each<[ExemptionTransition, ExemptionState]>([
    ['approve', 'asked'],
    ['refuse', 'asked'],
    ['withdraw', 'asked'],
    ['end', 'approved'],
  ])('can not %s one that is over', (transition, state) => {
    expect(
      decideExemptionTransition(
        transition,
        { state, endsAt, requestedBy: joe },
        { by: jane, now: endsAt },
      ),
    ).toMatchObject({ ok: false, why: 'conflict' });
  });

  it.each<[ExemptionTransition, ExemptionState, boolean]>([
    ['approve', 'asked', false],
    ['refuse', 'asked', false],
    ['withdraw', 'asked', true],
    ['end', 'approved', true],
  ])('lets who asked for it %s it: %s, %s', (transition, state, ok) => {
    const decision = decideExemptionTransition(
      transition,
      { state, endsAt, requestedBy: jane },
      { by: jane, now: before },
    );
    expect(decision).toMatchObject(ok ? { ok } : { ok, why: 'forbidden' });
  });
});
