/**
 * A path inside a repository as whole segments: with forward slashes, percent-decoded where `decode` says so, without `./`, empty segments and slashes
 * around; `..` is taken back. Case stays. Undefined where it leads out of the repository.
 *
 * @param options - `decode`: it is part of an address; file names of git are no addresses, and may hold a `%`
 */
export function normalisePath(
  path: string,
  options: { decode?: boolean } = {},
): string | undefined {
  const segments: string[] = [];
  for (const raw of path.replace(/\\/g, '/').split('/')) {
    const segment = options.decode ? decoded(raw) : raw;
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join('/');
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
