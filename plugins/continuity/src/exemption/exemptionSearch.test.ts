import {
  exemptionFilters,
  isExemptionSearchFiltered,
  readExemptionSearch,
  writeExemptionSearch,
  type ExemptionSearch,
} from './exemptionSearch';

describe('the address of the exemptions', () => {
  it.each<[ExemptionSearch, string]>([
    [{}, ''],
    [
      { state: ['asked', 'approved'], waitingForMe: true },
      'state=asked&state=approved&waiting=true',
    ],
    [
      { entity: ['component:default/a'], requester: ['user:default/jane'] },
      'entity=component%3Adefault%2Fa&requester=user%3Adefault%2Fjane',
    ],
    [
      { endingBefore: '2026-12-31', sort: 'end', limit: 100, cursor: 'x' },
      'ending=2026-12-31&sort=end&limit=100&cursor=x',
    ],
  ])('of %j is ?%s, and back', (search, query) => {
    expect(writeExemptionSearch(search).toString()).toBe(query);
    expect(readExemptionSearch(new URLSearchParams(query))).toEqual(search);
  });

  it('leaves out what it does not understand', () => {
    const query = 'state=done&ending=soon&sort=x&limit=7&waiting=1';
    expect(readExemptionSearch(new URLSearchParams(query))).toEqual({});
  });

  it('knows what narrows the list down', () => {
    expect(isExemptionSearchFiltered({ sort: 'end', limit: 100 })).toBe(false);
    expect(isExemptionSearchFiltered({ endingBefore: '2026-12-31' })).toBe(
      true,
    );
    expect(exemptionFilters({ sort: 'end', state: ['asked'] })).toEqual({
      state: ['asked'],
    });
  });
});
