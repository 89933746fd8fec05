/** What separates the columns of a CSV, in the order in which a tie is decided. @public */
export const importSeparators = [',', ';', '\t'] as const;

/** @public */
export type ImportSeparator = (typeof importSeparators)[number];

/** As Excel says it in a line before all others. */
const SAID = /^"?sep=([,;\t])"?(?:\r|\n|$)/i;

/** The separator that a first line `sep=;` names, else the one that stands most often in the first line with words, outside of quotes; a comma where there is none. @public */
export function importSeparator(text: string): ImportSeparator {
  const said = SAID.exec(text)?.[1];
  if (said) return said as ImportSeparator;
  const counts = new Map<string, number>();
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === '\n' || character === '\r') {
      // lines before the first one with words say nothing
      if (counts.size > 0) break;
    } else counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const most = [...importSeparators].sort(
    (one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0),
  );
  return most[0];
}
