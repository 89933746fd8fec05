import { asItStood } from './asItStood';

const end = '2026-03-01T00:00:00.000Z';
const before = '2026-02-28T23:59:59.999Z';

describe('asItStood', () => {
  it.each([
    ['done within the period', before, before],
    ['done the moment the period was over', end, null],
  ])('shows a review of a test that was %s', (_, reviewedAt, shown) => {
    const test = {
      reviewedAt,
      reviewedBy: 'user:default/rita',
      reviewNote: 'It is right.',
    };
    const { reviewedBy, reviewNote, ...seen } = asItStood.test(
      test as never,
      end,
    );
    expect(seen.reviewedAt).toBe(shown);
    expect([reviewedBy, reviewNote]).toEqual(
      shown === null ? [null, ''] : ['user:default/rita', 'It is right.'],
    );
  });

  it.each<[string, object]>([
    ['planned', { state: 'planned' }],
    ['approved', { state: 'approved', approvedAt: before }],
    ['planned', { state: 'approved', approvedAt: end }],
    [
      'approved',
      { state: 'implemented', approvedAt: before, implementedAt: end },
    ],
    ['implemented', { state: 'implemented', implementedAt: before }],
    ['withdrawn', { state: 'withdrawn', updatedAt: before }],
    ['planned', { state: 'withdrawn', updatedAt: end }],
  ])('calls a change %s that is %j by now', (state, said) => {
    const change = {
      approvedAt: null,
      approvedBy: null,
      implementedAt: null,
      reviewDoneAt: null,
      reviewDoneBy: null,
      updatedAt: end,
      ...said,
    };
    expect(asItStood.change(change as never, end).state).toBe(state);
  });

  it.each([
    ['open', { state: 'open' }],
    ['in-progress', { state: 'in-progress' }],
    ['resolved', { state: 'resolved', resolution: { at: before } }],
    ['open', { state: 'resolved', resolution: { at: end } }],
    ['accepted', { state: 'accepted', closedAt: before }],
    ['open', { state: 'accepted', closedAt: end }],
    [
      'resolved',
      { state: 'verified', closedAt: end, resolution: { at: before } },
    ],
  ])('calls a finding %s that is %j by now', (state, said) => {
    const finding = { resolution: null, closedAt: null, ...said };
    expect(asItStood.finding(finding as never, end).state).toBe(state);
  });
});
