import { changePolicy } from '../policy/changePolicy';
import type { ContinuityPolicy } from '../policy/policy';
import { normalisePath } from './normalisePath';

/** Where the source of an entity is in its repository. @public */
export interface EntityFolder {
  entityRef: string;
  /** Below the repository's root; empty: the root. */
  folder: string;
}

/** A changed file with the entities whose source it is. @public */
export interface MappedFile {
  path: string;
  /** The deepest folder of an entity that holds it; empty: the root. */
  folder: string;
  /** All entities of that folder, sorted. */
  entityRefs: string[];
}

/** @public */
export interface MappedFiles {
  /** In the order of the files; both places of a renamed one. */
  mapped: MappedFile[];
  /** Files in no entity's folder. */
  unmapped: string[];
}

/**
 * Which entities changed files belong to (DOMAIN.md §7): the deepest folder wins, and all its entities count. Folders compare by whole segments, with
 * case. Where the policy says so, an entity at the root of the repository takes the files that are in no other folder; else these belong to nobody, unless there is
 * no other folder: a repository of one service is its source.
 *
 * @param entities - those of the same repository; a folder may be written with `./`, backslashes and slashes around
 * @public
 */
export function mapFilesToEntities(
  files: ReadonlyArray<string | { path: string; previousPath?: string }>,
  entities: readonly EntityFolder[],
  policy: ContinuityPolicy,
): MappedFiles {
  const { rootEntityTakesRest } = changePolicy(policy);
  const byFolder = new Map<string, Set<string>>();
  for (const { entityRef, folder } of entities) {
    const normal = normalisePath(folder);
    if (normal === undefined) continue;
    const known = byFolder.get(normal);
    if (known) known.add(entityRef);
    else byFolder.set(normal, new Set([entityRef]));
  }
  const rootTakesRest = rootEntityTakesRest || byFolder.size === 1;
  const mapped: MappedFile[] = [];
  const unmapped: string[] = [];
  const seen = new Set<string>();
  const map = (path: string) => {
    const normal = normalisePath(path);
    const key = normal ?? path;
    if (seen.has(key)) return;
    seen.add(key);
    let folder = normal === undefined ? undefined : folderOf(normal);
    while (folder !== undefined) {
      const refs = byFolder.get(folder);
      if (refs && (folder !== '' || rootTakesRest)) {
        mapped.push({ path, folder, entityRefs: [...refs].sort() });
        return;
      }
      folder = folder === '' ? undefined : folderOf(folder);
    }
    unmapped.push(path);
  };
  for (const file of files) {
    if (typeof file === 'string') {
      map(file);
      continue;
    }
    map(file.path);
    if (file.previousPath !== undefined) map(file.previousPath);
  }
  return { mapped, unmapped };
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}
