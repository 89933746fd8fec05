import { minimatch } from 'minimatch';

/** Whether a path from the top of the repository matches one of the globs; files and folders that begin with a dot count, too. */
export function matchesAny(path: string, globs: string[]): boolean {
  return globs.some(glob => minimatch(path, glob, { dot: true }));
}
