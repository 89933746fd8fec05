import { locationTargets } from './locationTargets';

const files = [
  'catalog/catalog-info.yaml',
  'catalog/parts/a.yaml',
  'catalog/parts/b.yaml',
  'parts/c.yaml',
];

function targetsOf(spec: unknown, repository?: string): string[] {
  const document = {
    path: 'catalog/catalog-info.yaml',
    number: 1,
    entityRef: 'location:default/all',
    content: { kind: 'Location', spec },
  };
  return locationTargets(document, files, repository);
}

describe('The targets of a location', () => {
  it.each<[unknown, string[]]>([
    [{ target: './parts/a.yaml' }, ['catalog/parts/a.yaml']],
    [{ target: 'parts/a.yaml' }, ['catalog/parts/a.yaml']],
    [{ target: '../parts/c.yaml' }, ['parts/c.yaml']],
    [
      { targets: ['./parts/*.yaml', '../parts/c.yaml'] },
      ['catalog/parts/a.yaml', 'catalog/parts/b.yaml', 'parts/c.yaml'],
    ],
    [{ target: './none.yaml' }, []],
    [{ target: '../../elsewhere.yaml' }, []],
    [{ target: 'https://github.com/acme/other/blob/main/parts/c.yaml' }, []],
    [{ targets: 'parts/a.yaml' }, []],
    [{ targets: [1, null] }, []],
    [null, []],
  ])('of %j are %j', (spec, expected) => {
    expect(targetsOf(spec)).toEqual(expected);
  });

  it.each([
    [
      'https://github.com/acme/shop',
      'https://github.com/acme/shop/blob/main/parts/c.yaml',
    ],
    [
      'https://github.com/acme/shop.git',
      'https://github.com/acme/shop/tree/main/parts/c.yaml',
    ],
    [
      'https://gitlab.com/acme/shop',
      'https://gitlab.com/acme/shop/-/blob/main/parts/c.yaml',
    ],
  ])('are found in %s by its own address', (repository, target) => {
    expect(targetsOf({ target }, repository)).toEqual(['parts/c.yaml']);
  });
});
