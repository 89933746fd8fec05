import { metShare } from './metShare';

describe('metShare', () => {
  it.each([
    ['everything is met', { met: 4 }, 1],
    ['nothing is met', { exposed: 4 }, 0],
    ['a part is met', { met: 1, 'at-risk': 1, exposed: 2 }, 0.25],
    ['an exemption counts as not met', { met: 1, exempt: 1 }, 0.5],
    ['a missing tier counts as not met', { met: 1, unassessed: 3 }, 0.25],
    ['what is not required is left out', { met: 1, 'not-required': 9 }, 1],
    ['what is out of scope is left out', { met: 1, 'out-of-scope': 9 }, 1],
  ])('%s', (_, counts, share) => {
    expect(metShare(counts)).toBe(share);
  });

  it('is the same before an exemption is granted and after', () => {
    const before = { met: 2, exposed: 3, 'at-risk': 1, unassessed: 4 };
    const after = { ...before, exposed: 2, 'at-risk': 0, exempt: 2 };
    expect(metShare(after)).toBe(metShare(before));
  });

  it('is unknown, not complete, where nothing counts', () => {
    expect(metShare({ 'not-required': 3 })).toBeNull();
    expect(metShare({})).toBeNull();
  });
});
