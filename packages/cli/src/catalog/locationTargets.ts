import path from 'node:path';
import { minimatch } from 'minimatch';
import type { CatalogDocument } from './CatalogDocument';

/**
 * The files of the repository that a `Location` document points to: relative to its own file, with wildcards, or by the repository's own address. Targets
 * elsewhere are not part of this change.
 */
export function locationTargets(
  document: CatalogDocument,
  files: string[],
  repository: string | undefined,
): string[] {
  const { spec } = document.content;
  const { target, targets } = (spec ?? {}) as {
    target?: unknown;
    targets?: unknown;
  };
  const named = [target, ...(Array.isArray(targets) ? targets : [])];
  return named.flatMap(each =>
    typeof each === 'string'
      ? filesOf(each, path.posix.dirname(document.path), files, repository)
      : [],
  );
}

function filesOf(
  target: string,
  folder: string,
  files: string[],
  repository: string | undefined,
): string[] {
  const inRepository = /^[a-z][a-z0-9+.-]*:/i.test(target)
    ? pathInRepository(target, repository)
    : path.posix.normalize(path.posix.join(folder, target));
  if (inRepository === undefined || inRepository.startsWith('..')) return [];
  if (!/[*?[{]/.test(inRepository)) {
    return files.includes(inRepository) ? [inRepository] : [];
  }
  return files.filter(file => minimatch(file, inRepository, { dot: true }));
}

/** Below `/blob/<branch>/` of GitHub, GitLab (`/-/blob/`) and Gitea (`/src/branch/`); a branch's name with slashes can't be told from a folder. */
function pathInRepository(
  target: string,
  repository: string | undefined,
): string | undefined {
  const home = repository?.replace(/\.git$/, '');
  if (!home || !target.startsWith(`${home}/`)) return undefined;
  const rest = target.slice(home.length + 1).replace(/[?#].*$/, '');
  const found = /^(?:-\/)?(?:blob|tree|raw|src\/branch)\/[^/]+\/(.+)$/.exec(
    rest,
  );
  return found ? decodeURI(found[1]) : undefined;
}
