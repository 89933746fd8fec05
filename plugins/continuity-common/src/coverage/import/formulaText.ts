/** What spreadsheets take for the beginning of a formula, also in full width. */
const BEGINS_FORMULA = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * The text of a cell that no spreadsheet takes for a formula: one apostrophe is put before what would begin one. Also before what begins with apostrophes
 * and a formula character, so that {@link readCellText} gives back every text as it was.
 *
 * @public
 */
export function writeCellText(text: string): string {
  return BEGINS_FORMULA.test(text) ? `'${text}` : text;
}

/** The text that was written by {@link writeCellText}: one apostrophe before a formula character is taken away. @public */
export function readCellText(cell: string): string {
  return cell.startsWith("'") && BEGINS_FORMULA.test(cell)
    ? cell.slice(1)
    : cell;
}
