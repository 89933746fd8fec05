/** A title as a file name without an ending: `recovery-of-the-checkout`; the other word where nothing is left of the title. */
export function fileName(title: string, otherwise: string): string {
  return (
    title
      .normalize('NFKD')
      .toLocaleLowerCase('en-US')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80) || otherwise
  );
}
