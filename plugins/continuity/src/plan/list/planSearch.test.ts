import {
  isPlanSearchFiltered,
  readPlanSearch,
  writePlanSearch,
} from './planSearch';

describe('the address of the list of plans', () => {
  it.each([
    ['', {}],
    [
      'state=draft&state=in-review&kind=service-recovery',
      { state: ['draft', 'in-review'], kind: ['service-recovery'] },
    ],
    ['waiting=true&search=ledger', { waitingForMe: true, search: 'ledger' }],
    ['sort=-updated&limit=25', { sort: '-updated', limit: 25 }],
    ['problem=stale&cursor=abc', { problem: ['stale'], cursor: 'abc' }],
  ])('%p says %p, and is written as it was read', (address, search) => {
    expect(readPlanSearch(new URLSearchParams(address))).toEqual(search);
    expect(writePlanSearch(search as never).toString()).toBe(address);
  });

  it('leaves out what nobody can understand', () => {
    expect(
      readPlanSearch(
        new URLSearchParams(
          'state=burning&kind=wishful&problem=none&sort=mood&limit=7&waiting=1',
        ),
      ),
    ).toEqual({});
  });

  it.each([
    [{ sort: 'title', limit: 25 }, false],
    [{ waitingForMe: true }, true],
    [{ entity: ['component:default/ledger'] }, true],
  ])('knows whether %p narrows the list down', (search, filtered) => {
    expect(isPlanSearchFiltered(search as never)).toBe(filtered);
  });
});
