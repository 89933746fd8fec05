import { readCatalogDocuments } from './readCatalogDocuments';

describe('The documents of a catalog-info file', () => {
  it('are read one by one, and empty ones are left out', () => {
    const { documents, problems } = readCatalogDocuments(
      '---\nkind: Component\nmetadata:\n  name: shop\n---\n\n---\nkind: System\n---\n# nothing but a comment\n',
    );
    expect(documents).toEqual([
      { kind: 'Component', metadata: { name: 'shop' } },
      { kind: 'System' },
    ]);
    expect(problems).toEqual([]);
  });

  it('are read with Windows line endings as well', () => {
    expect(
      readCatalogDocuments('kind: Component\r\n---\r\nkind: API\r\n').documents,
    ).toEqual([{ kind: 'Component' }, { kind: 'API' }]);
  });

  it('do not keep each other from being read: the wrong one is named with its line', () => {
    const { documents, problems } = readCatalogDocuments(
      'kind: Component\n---\nkind: API\nmetadata: [\n---\nkind: System\n',
    );
    expect(documents).toEqual([{ kind: 'Component' }, { kind: 'System' }]);
    expect(problems).toEqual([
      { document: 2, line: expect.any(Number), message: expect.any(String) },
    ]);
    expect(problems[0].line).toBeGreaterThanOrEqual(3);
  });

  it('that refer to themselves without end are refused', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x,x]']
      .concat(
        ['b', 'c', 'd', 'e'].map((key, at) => {
          const before = 'abcd'[at];
          return `${key}: &${key} [${Array(10).fill(`*${before}`).join(',')}]`;
        }),
      )
      .join('\n');
    expect(readCatalogDocuments(bomb).problems).toHaveLength(1);
  });

  it.each([[''], ['   \n\n'], ['---\n']])('are none in %j', text => {
    expect(readCatalogDocuments(text)).toEqual({ documents: [], problems: [] });
  });
});
