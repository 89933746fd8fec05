import { anEntity } from './anEntity';
import { catalogOwner } from './catalogOwner';

describe('catalogOwner', () => {
  it.each([
    ['the relation', { ownedBy: ['group:default/a'] }, 'group:default/a'],
    [
      'the relation that spec.owner names, of several',
      {
        ownedBy: ['group:default/a', 'group:default/b'],
        spec: { owner: 'B' },
      },
      'group:default/b',
    ],
    [
      'the first relation where spec.owner names none of them',
      { ownedBy: ['group:default/a', 'user:default/b'], spec: { owner: 'c' } },
      'group:default/a',
    ],
    [
      'spec.owner in the namespace of the entity',
      { ref: 'component:shop/checkout', spec: { owner: 'Payments' } },
      'group:shop/payments',
    ],
    [
      'a spec.owner that can be no ref, so that it is named all the same',
      { spec: { owner: 'group:' } },
      'group:default/group:',
    ],
  ])('takes %s', (_, said, owner) => {
    expect(catalogOwner(anEntity(said))).toBe(owner);
  });

  it.each([{}, { spec: { owner: ' ' } }, { spec: { owner: 7 } }])(
    'finds none in %j',
    said => {
      expect(catalogOwner(anEntity(said))).toBeUndefined();
    },
  );
});
