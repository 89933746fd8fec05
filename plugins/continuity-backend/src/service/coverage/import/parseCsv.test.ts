import { parseCsv } from './parseCsv';

const head = ['entity_ref', 'reason'];

describe('parseCsv', () => {
  it.each<[string, string, Array<[line: number, ...cells: string[]]>]>([
    ['commas', 'entity_ref,reason\na,b\n', [[2, 'a', 'b']]],
    ['semicolons, as German Excel', 'entity_ref;reason\r\na;b,c\r\n', [[2, 'a', 'b,c']]],
    ['tabs', 'entity_ref\treason\na\tb', [[2, 'a', 'b']]],
    ['a byte order mark', '\uFEFF"entity_ref",reason\na,b', [[2, 'a', 'b']]],
    ['the separator in a line before', 'sep=;\r\nentity_ref;reason\r\na;b,c', [[3, 'a', 'b,c']]],
    ['that line with its own quotes', '"sep=,"\nentity_ref,reason\na,b;c', [[3, 'a', 'b;c']]],
    ['line ends of old Macs', 'entity_ref,reason\ra,b\rc,d', [[2, 'a', 'b'], [3, 'c', 'd']]],
    [
      'line ends and quotes in a cell',
      'entity_ref,reason\r\na,"one\r\ntwo ""three"""\r\nc,d\r\n',
      [[2, 'a', 'one\r\ntwo "three"'], [4, 'c', 'd']],
    ],
    [
      'what spreadsheets take for formulas',
      "entity_ref,reason\na,'=1+1\nb,'@x\nc,'+1\nd,'-1\ne,\"'\tx\"",
      [[2, 'a', "'=1+1"], [3, 'b', "'@x"], [4, 'c', "'+1"], [5, 'd', "'-1"], [6, 'e', "'\tx"]],
    ],
  ])('reads %s', (_, text, rows) => {
    const parsed = parseCsv(text);
    expect(parsed).toEqual({
      ok: true,
      records: [
        expect.objectContaining({ cells: head }),
        ...rows.map(([line, ...cells]) => ({ line, cells })),
      ],
    });
  });

  it.each<[string, string, object]>([
    ['a quote that is never closed', 'a,b\r\n1,2\r\n"x,4h\r\n5,6\r\n', { code: 'file-quote-open', params: { line: 3 } }],
    ['text after a quote', 'a,b\r\n1,"4"h\r\n', { code: 'file-no-csv', params: { line: 2 } }],
    ['a quote within a text', 'a,b\n1,2\nx"y,1\n', { code: 'file-no-csv', params: { line: 3 } }],
  ])('names the line of %s', (_, text, problem) => {
    expect(parseCsv(text)).toMatchObject({ ok: false, problem });
  });
});
