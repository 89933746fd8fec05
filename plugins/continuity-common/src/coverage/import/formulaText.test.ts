import fc from 'fast-check';
import { readCellText, writeCellText } from './formulaText';

describe('cells that a spreadsheet could take for a formula', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+49 30 1234', "'+49 30 1234"],
    ['-20 %', "'-20 %"],
    ['@oncall', "'@oncall"],
    ['\tindented', "'\tindented"],
    ['\rreturned', "'\rreturned"],
    ['＝1', "'＝1"],
    ["'=1", "''=1"],
    ["''@x", "'''@x"],
    ["'tis", "'tis"],
    ['4 h', '4 h'],
    ['', ''],
    ['a=b', 'a=b'],
  ])('%j is written as %j, and read back', (text, cell) => {
    expect(writeCellText(text)).toBe(cell);
    expect(readCellText(cell)).toBe(text);
  });

  it('are read back as they were, whatever they are, and none begins a formula', () => {
    const awkward = fc.string({
      unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '"', 'ä', 'a'),
    });
    fc.assert(
      fc.property(awkward, text => {
        const cell = writeCellText(text);
        expect(readCellText(cell)).toBe(text);
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});
