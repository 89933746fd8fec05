const LONGEST = 300;

/** What went wrong with the catalog, for people: without addresses, tokens and stack traces. */
export function describeCatalogError(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const plain = text
    .split('\n')[0]
    .replace(/\b[a-z][a-z0-9+.-]*:\/\/\S+/gi, '(address)')
    .replace(/\b(bearer|basic)\s+\S+/gi, '$1 (hidden)')
    .replace(/\beyJ[\w-]+\.[\w.-]+/g, '(hidden)')
    .trim();
  if (plain === '') {
    return 'The catalog could not be read';
  }
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
}
