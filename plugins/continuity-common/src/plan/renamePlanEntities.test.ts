import { renamePlanEntities } from './renamePlanEntities';
import { aStep, somePlanContents } from './somePlanContents';

const shop = 'system:default/shop';
const store = 'system:default/store';
const contents = somePlanContents({
  scope: [
    { entityRef: shop, parts: true },
    { entityRef: 'component:default/cart' },
  ],
  steps: [aStep('one', { of: [shop, 'component:default/cart'] })],
});

describe('renamePlanEntities', () => {
  it('gives scope and steps the names of now, and leaves the rest', () => {
    const now = renamePlanEntities(contents, [{ from: shop, to: store }]);
    expect(now.scope).toEqual([
      { entityRef: store, parts: true },
      { entityRef: 'component:default/cart', parts: false },
    ]);
    expect(now.steps[0].entities.map(({ entityRef }) => entityRef)).toEqual([
      store,
      'component:default/cart',
    ]);
    expect({ ...now, scope: [], steps: [] }).toEqual({
      ...contents,
      scope: [],
      steps: [],
    });
  });

  it('makes one of two that have one name now, with the parts of either', () => {
    const renamed = [{ from: shop, to: 'component:default/cart' }];
    expect(renamePlanEntities(contents, renamed).scope).toEqual([
      { entityRef: 'component:default/cart', parts: true },
    ]);
  });

  it('changes nothing where nothing was renamed', () => {
    expect(renamePlanEntities(contents, [])).toBe(contents);
  });
});
