import { CatalogReader } from '../catalog/CatalogReader';
import {
  compareCatalog,
  type CatalogComparison,
} from '../catalog/compareCatalog';
import { matchesAny } from '../catalog/matchesAny';
import { changedFiles, type ChangedFile } from '../git/changedFiles';
import { CommitTree } from '../git/CommitTree';
import { findBase, type Comparison } from '../git/findBase';
import { Git } from '../git/Git';
import { repositoryAddress } from '../git/repositoryAddress';
import { WorkingTree } from '../git/WorkingTree';
import type { PipelineContext } from '../pipeline/pipelineContext';
import type { CheckOptions } from './CheckOptions';

/** A change as a Git checkout has it. */
export interface ChangeInGit extends Comparison {
  repository: string | undefined;
  files: ChangedFile[];
  /** Changed files that the caller wants to be left out. */
  excluded: number;
  catalog: CatalogComparison;
}

/** Reads what changed since the branch left its base: files, and what they say of the catalog. */
export async function readChange(options: {
  directory: string;
  pipeline: PipelineContext;
  check: Pick<
    CheckOptions,
    'base' | 'uncommitted' | 'repository' | 'catalog' | 'exclude'
  >;
}): Promise<ChangeInGit> {
  const { pipeline, check } = options;
  const git = await Git.open(options.directory);
  const comparison = await findBase(git, { base: check.base, pipeline });
  const repository = await repositoryAddress(git, {
    repository: check.repository,
    pipeline,
  });
  const all = await changedFiles(git, comparison, check);
  const files = all.filter(({ path }) => !matchesAny(path, check.exclude));
  const reader = (tree: CommitTree | WorkingTree) =>
    new CatalogReader({
      tree,
      globs: check.catalog,
      exclude: check.exclude,
      repository,
    });
  const after = check.uncommitted
    ? new WorkingTree(git)
    : new CommitTree(git, comparison.head);
  return {
    ...comparison,
    repository,
    files,
    excluded: all.length - files.length,
    catalog: await compareCatalog({
      before: reader(new CommitTree(git, comparison.base)),
      after: reader(after),
      changed: files,
    }),
  };
}
