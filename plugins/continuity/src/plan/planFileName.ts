/** A title as a file name without an ending: `recovery-of-the-checkout`. */
export function planFileName(title: string): string {
  return (
    title
      .normalize('NFKD')
      .toLocaleLowerCase('en-US')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80) || 'plan'
  );
}
