const NAME = '[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?';
const KINDS =
  'component|api|system|domain|resource|group|user|location|template';
/** Full refs of any kind; short ones (`group:payments`) of the kinds that everybody has. */
const REF = new RegExp(
  `(?<![\\w./-])(?:[a-z][a-z0-9._-]*:${NAME}/${NAME}|(?:${KINDS}):${NAME}(?![\\w./:-]))`,
  'gi',
);

/** The entity refs in a text, normalised. */
export function entityRefsIn(text: string): string[] {
  if (!text.includes(':')) return [];
  return [...text.matchAll(REF)].map(([written]) => normalised(written));
}

/** The text with its entity refs replaced, where `replace` gives another text for one. */
export function replaceEntityRefs(
  text: string,
  replace: (entityRef: string) => string | undefined,
): string {
  if (!text.includes(':')) return text;
  return text.replace(REF, written => replace(normalised(written)) ?? written);
}

/** What the pattern found is plain ASCII: as a ref it needs lower case and, at most, its namespace. */
function normalised(written: string): string {
  const lower = written.toLowerCase();
  return lower.includes('/') ? lower : lower.replace(':', ':default/');
}

/** All entity refs in an answer, wherever they stand: values, sentences, keys. */
export function collectEntityRefs(
  answer: unknown,
  found: Set<string> = new Set(),
): Set<string> {
  if (typeof answer === 'string') {
    for (const ref of entityRefsIn(answer)) found.add(ref);
  } else if (Array.isArray(answer)) {
    for (const item of answer) collectEntityRefs(item, found);
  } else if (typeof answer === 'object' && answer !== null) {
    for (const [key, value] of Object.entries(answer)) {
      collectEntityRefs(key, found);
      collectEntityRefs(value, found);
    }
  }
  return found;
}
