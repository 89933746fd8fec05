import { writeCellText } from './formulaText';
import { importColumns } from './importColumns';
import type { ImportKind } from './importKind';

/** A CSV with the columns of a kind and one example row. @public */
export function importTemplate(kind: ImportKind): string {
  const columns = importColumns[kind];
  return [columns.map(({ name }) => name), columns.map(c => c.example)]
    .map(cells => `${cells.map(quoted).join(',')}\r\n`)
    .join('');
}

function quoted(text: string): string {
  const cell = writeCellText(text);
  return /[",;\r\n\t]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}
