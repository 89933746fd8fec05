import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { CatalogReader } from '../catalog/CatalogReader';
import { matchesAny } from '../catalog/matchesAny';
import { CouldNotTell } from '../CouldNotTell';
import type { FileTree } from '../git/FileTree';
import { Git } from '../git/Git';
import { WorkingTree } from '../git/WorkingTree';
import { FolderTree } from './FolderTree';
import type { LintOptions } from './LintOptions';

/** A file to lint. */
export interface LintFile {
  path: string;
  kind: 'catalog' | 'plan';
  text: string;
}

/** What is linted, and what entities name but is not there. */
export interface LintFiles {
  files: LintFile[];
  missingPlans: Array<{ path: string; plan: string }>;
}

/** Finds catalog files and the plan files that their entities name. */
export async function findLintFiles(
  directory: string,
  options: LintOptions,
): Promise<LintFiles> {
  const { folder, tree } = await open(directory);
  const asked = await Promise.all(
    options.paths.map(each => askedFor(path.resolve(directory, each), folder)),
  );
  const all = (await tree.list()).filter(
    file => !matchesAny(file, options.exclude),
  );
  const isAsked = (file: string) =>
    asked.length === 0 ||
    asked.some(
      ({ below }) =>
        below !== undefined && (below === '' || file.startsWith(`${below}/`)),
    );

  const reader = new CatalogReader({
    tree,
    globs: options.catalog,
    exclude: options.exclude,
    repository: undefined,
  });
  const catalog = new Set([
    ...[...(await reader.paths())].filter(isAsked),
    ...(await reader.withEntities(all.filter(isAsked))),
  ]);
  const plans = new Set(
    all.filter(file => isAsked(file) && matchesAny(file, options.plans)),
  );
  for (const { file } of asked) {
    if (file === undefined) continue;
    (/\.(?:md|markdown)$/i.test(file) ? plans : catalog).add(file);
  }
  const named = await plansOf(reader, catalog, new Set(all));
  named.there.forEach(plan => plans.add(plan));

  const read = async (paths: Set<string>, kind: LintFile['kind']) =>
    [...(await tree.read([...paths].sort()))].map(([each, text]) => ({
      path: each,
      kind,
      text,
    }));
  return {
    files: [
      ...(await read(catalog, 'catalog')),
      ...(await read(plans, 'plan')),
    ],
    missingPlans: named.missing,
  };
}

async function open(
  directory: string,
): Promise<{ folder: string; tree: FileTree }> {
  try {
    const git = await Git.open(directory);
    return { folder: git.folder, tree: new WorkingTree(git) };
  } catch (error) {
    if (!(error instanceof CouldNotTell)) throw error;
    return {
      folder: await realpath(directory),
      tree: new FolderTree(directory),
    };
  }
}

/** A path as it was written, from the top of the checkout: a folder, or one file. */
async function askedFor(
  target: string,
  folder: string,
): Promise<{ below?: string; file?: string }> {
  const found = await stat(target).catch(() => undefined);
  // As Git tells its folder: without links
  const real = found ? await realpath(target) : target;
  const inside = path.relative(folder, real).split(path.sep).join('/');
  if (!found || inside.startsWith('..')) {
    throw new CouldNotTell({
      message: found
        ? `${target} is outside of ${folder}.`
        : `There is no file or folder ${target}.`,
      mend: 'Name files or folders of this checkout.',
    });
  }
  return found.isDirectory() ? { below: inside } : { file: inside };
}

/** The files that `continuity/plan` names beside its catalog file. An address, or a source elsewhere, can't be followed here. */
async function plansOf(
  reader: CatalogReader,
  catalog: Set<string>,
  all: Set<string>,
): Promise<{
  there: string[];
  missing: LintFiles['missingPlans'];
}> {
  const there: string[] = [];
  const missing: LintFiles['missingPlans'] = [];
  for (const [file, { documents }] of await reader.files(catalog)) {
    for (const { content } of documents) {
      const { annotations } = (content.metadata ?? {}) as {
        annotations?: Record<string, unknown> | null;
      };
      const plan = annotations?.['continuity/plan'];
      if (
        typeof plan !== 'string' ||
        /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(plan) ||
        annotations?.['backstage.io/source-location'] !== undefined
      ) {
        continue;
      }
      const target = path.posix.join(path.posix.dirname(file), plan);
      if (all.has(target)) there.push(target);
      else missing.push({ path: file, plan });
    }
  }
  return { there, missing };
}
