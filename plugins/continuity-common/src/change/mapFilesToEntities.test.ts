import fc from 'fast-check';
import { defaultPolicy } from '../policy/defaultPolicy';
import { parsePolicy } from '../policy/parsePolicy';
import { mapFilesToEntities } from './mapFilesToEntities';

const entities = [
  { entityRef: 'component:default/root', folder: '' },
  { entityRef: 'component:default/shop', folder: 'shop' },
  { entityRef: 'component:default/checkout', folder: 'shop/checkout/' },
  { entityRef: 'resource:default/orders-db', folder: './shop/checkout' },
  { entityRef: 'component:default/ümläut', folder: 'shop/größe a' },
  { entityRef: 'component:default/windows', folder: 'win\\app' },
  { entityRef: 'component:default/odd', folder: 'a/../odd//x/' },
  { entityRef: 'component:default/outside', folder: '../elsewhere' },
];
const withRest = parsePolicy({ changes: { rootEntityTakesRest: true } });

describe('mapFilesToEntities', () => {
  it.each<[string, string, string[]]>([
    [
      'the deepest folder, with all its entities',
      'shop/checkout/main.go',
      ['component:default/checkout', 'resource:default/orders-db'],
    ],
    [
      'a folder above where there is none deeper',
      'shop/cart/main.go',
      ['component:default/shop'],
    ],
    ['whole segments only', 'shopping/main.go', []],
    ['a file of the folder’s name', 'shop', []],
    ['case', 'Shop/main.go', []],
    [
      'a path with ./ and doubled slashes',
      './shop//cart/x',
      ['component:default/shop'],
    ],
    [
      'backslashes',
      'shop\\checkout\\x',
      ['component:default/checkout', 'resource:default/orders-db'],
    ],
    [
      'spaces and letters beyond ASCII',
      'shop/größe a/b c.ts',
      ['component:default/ümläut'],
    ],
    [
      'a folder that is written with backslashes',
      'win/app/x',
      ['component:default/windows'],
    ],
    ['a folder with detours', 'odd/x/y', ['component:default/odd']],
    ['a name with a percent sign as it is', 'shop%2Fcheckout/x', []],
    ['nothing outside the repository', '../shop/x', []],
    ['a file at the root', 'README.md', []],
  ])('takes %s', (_, path, refs) => {
    const { mapped, unmapped } = mapFilesToEntities(
      [path],
      entities,
      defaultPolicy,
    );
    expect(mapped.flatMap(each => each.entityRefs)).toEqual(refs);
    expect(unmapped).toEqual(refs.length === 0 ? [path] : []);
  });

  it('gives the rest to the entity at the root, where the policy says so', () => {
    const { mapped, unmapped } = mapFilesToEntities(
      ['README.md', 'docs/a/b.md', 'shop/x', '../x'],
      entities,
      withRest,
    );
    expect(
      mapped.map(({ folder, entityRefs }) => [folder, ...entityRefs]),
    ).toEqual([
      ['', 'component:default/root'],
      ['', 'component:default/root'],
      ['shop', 'component:default/shop'],
    ]);
    expect(unmapped).toEqual(['../x']);
  });

  it('gives every file to the entities at the root, where no other folder has any', () => {
    const service = [
      { entityRef: 'component:default/root', folder: '' },
      { entityRef: 'api:default/root', folder: './' },
    ];
    const { mapped, unmapped } = mapFilesToEntities(
      ['README.md', 'src/main.go', '../x'],
      service,
      defaultPolicy,
    );
    expect(mapped.map(({ entityRefs }) => entityRefs)).toEqual([
      ['api:default/root', 'component:default/root'],
      ['api:default/root', 'component:default/root'],
    ]);
    expect(unmapped).toEqual(['../x']);
  });

  it('counts both places of a renamed file, and each path once', () => {
    const { mapped, unmapped } = mapFilesToEntities(
      [
        { path: 'shop/cart/a', previousPath: 'shop/checkout/a' },
        { path: 'new/b', previousPath: 'old/b' },
        'shop/cart/a',
      ],
      entities,
      defaultPolicy,
    );
    expect(mapped.map(({ path, folder }) => [path, folder])).toEqual([
      ['shop/cart/a', 'shop'],
      ['shop/checkout/a', 'shop/checkout'],
    ]);
    expect(unmapped).toEqual(['new/b', 'old/b']);
  });

  it('finds for any paths and folders the longest beginning in whole segments', () => {
    const segment = fc.constantFrom('a', 'b', 'A', 'ab');
    const path = fc.array(segment, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(path, { maxLength: 6 }), path, (folders, file) => {
        const all = folders.map((each, at) => ({
          entityRef: `component:default/c${at}`,
          folder: each.join('/'),
        }));
        const holding = folders.filter(
          each =>
            each.length < file.length &&
            each.every((part, at) => part === file[at]),
        );
        const longest = Math.max(0, ...holding.map(each => each.length));
        const expected = all
          .filter(({ folder }) =>
            holding.some(
              each => each.length === longest && each.join('/') === folder,
            ),
          )
          .map(({ entityRef }) => entityRef);
        const { mapped } = mapFilesToEntities(
          [file.join('/')],
          all,
          defaultPolicy,
        );
        expect(mapped.flatMap(each => each.entityRefs)).toEqual(expected);
      }),
    );
  });
});
