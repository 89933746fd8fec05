import { importColumns, importIgnoredColumns } from './importColumns';
import { importColumnsDe } from './importColumns.de';
import { importKinds } from './importKind';
import { importSeparator } from './importSeparator';
import { MOST_IMPORT_ROWS, readImportTable } from './readImportTable';

const records = (...lines: string[][]) =>
  lines.map((cells, at) => ({ line: at + 1, cells }));

describe('readImportTable', () => {
  it('finds columns in any order and spelling, and leaves out empty rows and cells', () => {
    expect(
      readImportTable(
        'profiles',
        records(
          ['RTO', 'Entity Ref', 'rto_seconds'],
          ['4h', 'component:a', '14400'],
          ['', ' ', ''],
          ["'=x", 'component:b', ''],
        ),
      ),
    ).toEqual({
      ok: true,
      ignored: ['rto_seconds'],
      rows: [
        {
          line: 2,
          cells: {
            rto: '4h',
            entity_ref: 'component:a',
            rto_seconds: '14400',
          },
          errors: [],
        },
        {
          line: 4,
          cells: { rto: '=x', entity_ref: 'component:b' },
          errors: [],
        },
      ],
    });
  });

  it.each<[string, string[][], object[]]>([
    ['nothing', [['', '']], [{ code: 'file-empty' }]],
    ['no row', [['entity_ref']], [{ code: 'file-no-rows' }]],
    [
      'a missing column and an unknown one',
      [['rtoo'], ['4h']],
      [
        { code: 'column-missing', params: { column: 'entity_ref' } },
        { code: 'column-unknown', params: { column: 'rtoo' } },
      ],
    ],
    [
      'a column twice',
      [['entity_ref', 'tier', 'Tier'], ['a']],
      [{ code: 'column-twice', message: 'The column tier is there twice.' }],
    ],
    [
      'too many rows',
      [
        ['entity_ref'],
        ...Array.from({ length: MOST_IMPORT_ROWS + 1 }, () => ['a']),
      ],
      [{ code: 'file-too-many-rows', params: { most: 10_000, rows: 10_001 } }],
    ],
  ])('refuses a file with %s', (_, lines, problems) => {
    const table = readImportTable('profiles', records(...lines));
    expect(table).toMatchObject({ ok: false, problems });
    expect(table).toHaveProperty('problems.length', problems.length);
  });

  it('names rows with more cells than columns, and cells that are no text', () => {
    const table = readImportTable(
      'profiles',
      records(['entity_ref', 'tier'], ['a', 'b', 'c'], ['a\u0000', 'b']),
    );
    expect(table).toMatchObject({
      ok: true,
      rows: [
        { errors: [{ column: '', code: 'row-too-long', params: { cells: 3, columns: 2 } }] },
        { errors: [{ column: 'entity_ref' }] },
      ],
    });
  });
});

describe('importSeparator', () => {
  it.each([
    ['a,b;c,d', ','],
    ['a;b,c;d\n1,2,3,4,5', ';'],
    ['a\tb', '\t'],
    ['"a,b,c";d', ';'],
    ['\r\n\na;b', ';'],
    ['a', ','],
    ['', ','],
    ['sep=;\r\na,b,c;d', ';'],
    ['"sep=,"\na;b;c,d', ','],
  ])('of %j is %j', (text, separator) => {
    expect(importSeparator(text)).toBe(separator);
  });
});

describe('importColumns', () => {
  it.each(importKinds)('of %s are explained in German, each once', kind => {
    const names = importColumns[kind].map(({ name }) => name);
    expect(Object.keys(importColumnsDe[kind]).sort()).toEqual(
      [...names].sort(),
    );
    expect(new Set([...names, ...importIgnoredColumns[kind]]).size).toBe(
      names.length + importIgnoredColumns[kind].length,
    );
  });
});
