import { company as catalog } from '../__testUtils__/aCompany';
import { found, type Scene } from '../__testUtils__/aScene';

describe('plan-invoked', () => {
  const invoked = {
    isInvocation: true,
    state: 'in-progress' as const,
    planIds: ['p'],
  };
  it.each<[string, Partial<Scene>, string[]]>([
    [
      'something impacted',
      { tests: [{ entityRefs: ['web'], ...invoked }] },
      ['critical component:web p'],
    ],
    ['something else', { tests: [{ entityRefs: ['mailer'], ...invoked }] }, []],
    ['something impacted, once it is over', { tests: [] }, []],
    ['a test', { tests: [{ entityRefs: ['web'], state: 'in-progress' }] }, []],
  ])('for %s', (_, scene, expected) => {
    expect(
      found(
        { catalog, touched: { ledger: 'modify' }, ...scene },
        'plan-invoked',
      ),
    ).toEqual(expected);
  });
});
