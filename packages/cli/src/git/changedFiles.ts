import type { Comparison } from './findBase';
import type { Git } from './Git';

/** A file that differs between base and head. */
export interface ChangedFile {
  change: 'added' | 'modified' | 'removed' | 'renamed';
  /** Where it is now, or was where it is removed; from the top of the repository, with forward slashes. */
  path: string;
  /** Of a renamed one. */
  previousPath?: string;
}

/** All files that a change adds, modifies, removes or renames, by path. */
export async function changedFiles(
  git: Git,
  comparison: Comparison,
  options: { uncommitted: boolean },
): Promise<ChangedFile[]> {
  const { base, head } = comparison;
  const listed = await git.read([
    '-c',
    'diff.relative=false',
    'diff',
    '-z',
    '--name-status',
    '-M',
    '--no-ext-diff',
    '--ignore-submodules=dirty',
    base,
    ...(options.uncommitted ? [] : [head]),
    '--',
  ]);
  const files = parseNameStatus(listed.toString('utf8'));
  if (options.uncommitted) {
    const untracked = await git.read([
      'ls-files',
      '-z',
      '--others',
      '--exclude-standard',
    ]);
    for (const path of untracked.toString('utf8').split('\0')) {
      if (path) files.push({ change: 'added', path });
    }
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function parseNameStatus(text: string): ChangedFile[] {
  const parts = text.split('\0');
  const files: ChangedFile[] = [];
  for (let at = 0; at + 1 < parts.length; ) {
    const status = parts[at++];
    const path = parts[at++];
    if (status.startsWith('R')) {
      files.push({ change: 'renamed', path: parts[at++], previousPath: path });
    } else if (status.startsWith('C')) {
      files.push({ change: 'added', path: parts[at++] });
    } else if (status === 'A') files.push({ change: 'added', path });
    else if (status === 'D') files.push({ change: 'removed', path });
    else files.push({ change: 'modified', path });
  }
  return files;
}
