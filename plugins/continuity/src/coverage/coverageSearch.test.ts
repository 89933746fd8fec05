import {
  isFiltered,
  readCoverageSearch,
  writeCoverageSearch,
} from './coverageSearch';

const read = (query: string) => readCoverageSearch(new URLSearchParams(query));

describe('readCoverageSearch', () => {
  it.each([
    ['nothing', '', {}],
    ['one value', 'status=exposed', { status: ['exposed'] }],
    [
      'several values of one filter',
      'tier=tier-1&tier=none',
      { tier: ['tier-1', 'none'] },
    ],
    ['a value that stands twice', 'tier=a&tier=a', { tier: ['a'] }],
    ['late ones', 'late=true', { late: true }],
    ['text with spaces around it', 'search=%20db%20', { search: 'db' }],
    ['a descending order', 'sort=-rto', { sort: '-rto' }],
    ['a page', 'limit=100&cursor=abc', { limit: 100, cursor: 'abc' }],
  ])('reads %s', (_, query, search) => {
    expect(read(query)).toEqual(search);
  });

  it.each([
    ['a status that does not exist', 'status=perfect'],
    ['a gap that does not exist', 'gap=nonsense'],
    ['an order that does not exist', 'sort=colour'],
    ['late=false, which is no filter', 'late=false'],
    ['a page size that is not offered', 'limit=100000'],
    ['empty values', 'owner=&search='],
    ['filters it does not know', 'utm_source=mail'],
  ])('leaves out %s', (_, query) => {
    expect(read(query)).toEqual({});
  });
});

describe('writeCoverageSearch', () => {
  it('writes what reading gives back', () => {
    const query =
      'status=exposed&status=at-risk&tier=none&gap=plan-missing&kind=Component&type=service&owner=group%3Adefault%2Fa&system=s&domain=d&late=true&search=db&sort=-rto&limit=100&cursor=abc';
    expect(writeCoverageSearch(read(query)).toString()).toBe(query);
  });

  it('leaves out what is as always', () => {
    expect(writeCoverageSearch({ sort: 'urgency', limit: 50 }).toString()).toBe(
      '',
    );
  });
});

describe('isFiltered', () => {
  it.each([
    ['status=exposed', true],
    ['late=true', true],
    ['search=db', true],
    ['sort=rto&limit=100&cursor=x', false],
  ])('%s: %s', (query, filtered) => {
    expect(isFiltered(read(query))).toBe(filtered);
  });
});
