/** Reads CSV (RFC 4180) by its first line, as plainly as possible: so that what is written is not read by what wrote it. */
export function readCsv(text: string): Array<Record<string, string>> {
  const lines: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    lines[lines.length - 1].push(cell);
    cell = '';
  };
  const characters = text.replace(/^\uFEFF/, '');
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at];
    if (quoted) {
      if (character !== '"') cell += character;
      else if (characters[at + 1] === '"') cell += characters[(at += 1)];
      else quoted = false;
    } else if (character === '"') {
      quoted = true;
    } else if (character === ',') {
      endCell();
    } else if (character === '\r' && characters[at + 1] === '\n') {
      endCell();
      lines.push([]);
      at += 1;
    } else {
      cell += character;
    }
  }
  const [head, ...rows] = lines.filter(line => line.length > 0);
  return rows.map(row =>
    Object.fromEntries(head.map((title, at) => [title, row[at]])),
  );
}
