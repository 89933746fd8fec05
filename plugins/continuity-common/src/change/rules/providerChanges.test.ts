import { aDocument } from '../__testUtils__/aCatalogOf';
import { found, judge, type Scene } from '../__testUtils__/aScene';

const tier = { annotations: { 'continuity/tier': 'tier-1' } };
const shop = aDocument('shop', { consumesApis: ['x'], owner: 'a' }, tier);
const catalog = [
  shop,
  aDocument('app', { dependsOn: ['api:x'], owner: 'a' }, tier),
  aDocument('old', { providesApis: ['x'], owner: 'b' }),
  aDocument('new', { owner: 'b' }),
  aDocument('API:x', { type: 'openapi', owner: 'b' }),
];
const plans = [
  { id: 'shop', covers: ['shop'], steps: ['shop', 'old'] },
  { id: 'app', covers: ['app'] },
];
const leaves = aDocument('old', { owner: 'b' });
const comes = aDocument('new', { providesApis: ['x'], owner: 'b' });
const bothPlans = ['warning component:app app', 'warning component:shop shop'];

describe('plans of who uses an API', () => {
  it.each<[string, Partial<Scene>, string[]]>([
    ['another provider', { proposed: [leaves, comes] }, bothPlans],
    ['one provider more', { proposed: [comes] }, bothPlans],
    [
      'the only provider ceases to provide it',
      { proposed: [leaves] },
      bothPlans,
    ],
    ['the provider is removed', { touched: { old: 'remove' } }, bothPlans],
    ['the API is removed', { touched: { 'api:x': 'remove' } }, bothPlans],
    [
      'the provider as it is',
      { proposed: [aDocument('old', { providesApis: ['x'], owner: 'b' })] },
      [],
    ],
    [
      'another owner of the provider',
      { proposed: [aDocument('old', { providesApis: ['x'], owner: 'c' })] },
      [],
    ],
    ['a touched API', { touched: { 'api:x': 'modify' } }, []],
    [
      'who uses it is touched, too: the provider and not a question',
      { proposed: [leaves, comes], touched: { shop: 'modify' } },
      bothPlans,
    ],
    [
      'who uses it has a document that says what the catalog has',
      { proposed: [leaves, comes, shop] },
      bothPlans,
    ],
  ])('need review by %s', (_, scene, expected) => {
    expect(
      found({ catalog, plans, ...scene }, 'plan-review-needed').sort(),
    ).toEqual(expected);
  });

  it('need none where the API is declared soft', () => {
    const soft = aDocument(
      'shop',
      { consumesApis: ['x'], owner: 'a' },
      {
        annotations: {
          ...tier.annotations,
          'continuity/soft-dependencies': 'api:x',
        },
      },
    );
    const scene = { catalog: [...catalog.slice(1), soft], plans };
    expect(
      found({ ...scene, proposed: [leaves, comes] }, 'plan-review-needed'),
    ).toEqual(['warning component:app app']);
  });

  it.each<[string, Partial<Scene>, string]>([
    [
      'a provider that is exchanged',
      { proposed: [leaves, comes] },
      'uses api:default/x, which others provide (component:default/old → component:default/new)',
    ],
    [
      'a provider that is gone',
      { proposed: [leaves] },
      'uses api:default/x, which others provide (component:default/old → nobody)',
    ],
    [
      'an API that is gone',
      { touched: { 'api:x': 'remove' } },
      'uses api:default/x, which leaves the catalog',
    ],
  ])('say of %s what it was and will be', (_, scene, text) => {
    const { findings } = judge({ catalog, plans, ...scene });
    const ofShop = findings.find(
      ({ rule, planId }) => rule === 'plan-review-needed' && planId === 'shop',
    );
    expect(ofShop?.why).toBe(
      `With the change component:default/shop, which the plan “Plan shop” (version 3) covers, ${text}.`,
    );
  });

  it('count on nobody who will not be needed any more', () => {
    expect(
      found(
        { catalog, plans, proposed: [leaves, comes] },
        'removes-recovery-dependency',
      ),
    ).toEqual(['warning component:shop shop']);
  });
});
