import { readFindingSearch, writeFindingSearch } from './findingSearch';

describe('the address of the findings', () => {
  it('comes back as it was written', () => {
    const search = {
      state: ['open' as const, 'resolved' as const],
      severity: ['high' as const],
      owner: ['group:default/payments-oncall'],
      entity: ['component:default/checkout'],
      view: 'board' as const,
      overdue: true as const,
      waitingForMe: true as const,
      search: 'backup',
      sort: '-severity' as const,
      limit: 25,
      cursor: 'next',
    };
    expect(readFindingSearch(writeFindingSearch(search))).toEqual(search);
  });

  it('leaves out what it does not understand', () => {
    expect(
      readFindingSearch(
        new URLSearchParams('state=lost&sort=colour&limit=7&view=map'),
      ),
    ).toEqual({});
  });
});
