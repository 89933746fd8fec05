import { defaultPolicy } from './defaultPolicy';
import { tierById } from './tierById';
import { tierRank } from './tierRank';

describe('tierRank', () => {
  it('counts from the most critical tier, which is 0', () => {
    expect(
      defaultPolicy.tiers.map(({ id }) => tierRank(defaultPolicy, id)),
    ).toEqual([0, 1, 2, 3]);
  });

  it.each(['tier-9', 'Tier-1', ''])('knows no rank of %p', id => {
    expect(tierRank(defaultPolicy, id)).toBeUndefined();
    expect(tierById(defaultPolicy, id)).toBeUndefined();
  });
});

describe('tierById', () => {
  it('finds a tier by its id', () => {
    expect(tierById(defaultPolicy, 'tier-3')?.title).toBe('Important');
  });
});
