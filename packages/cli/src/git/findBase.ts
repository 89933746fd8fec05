import { CouldNotTell } from '../CouldNotTell';
import type { PipelineContext } from '../pipeline/pipelineContext';
import type { Git } from './Git';

/** What a change is compared with. */
export interface Comparison {
  /** Where the change branched off. */
  base: string;
  head: string;
  /** What the base is called in words, such as `origin/main`. */
  baseOf: string;
}

const deepen =
  'Fetch the whole history: "fetch-depth: 0" for actions/checkout, "GIT_DEPTH: 0" in GitLab CI, or "git fetch --unshallow".';

/**
 * The merge base of the checked-out commit with the named base, with the branch that a pipeline names, or with the default branch. What the other branch
 * got since is not part of the change.
 */
export async function findBase(
  git: Git,
  options: { base?: string; pipeline: PipelineContext },
): Promise<Comparison> {
  const head = await git.commitOf('HEAD');
  if (!head) {
    throw new CouldNotTell({
      message: 'There is no commit in this checkout yet.',
      mend: 'Commit the change first.',
    });
  }
  const target = await findTarget(git, options);
  const base = await git.ask(['merge-base', target.commit, head]);
  if (base) return { base, head, baseOf: target.called };

  if (await git.isShallow()) {
    throw new CouldNotTell({
      message: `The history was fetched only in part (a shallow clone), so it does not reach to where this change left ${target.called}.`,
      mend: deepen,
    });
  }
  throw new CouldNotTell({
    message: `This commit and ${target.called} have no common history.`,
    mend: 'Name the commit or branch that the change is compared with: --base.',
  });
}

async function findTarget(
  git: Git,
  options: { base?: string; pipeline: PipelineContext },
) {
  const { base, pipeline } = options;
  if (base !== undefined) {
    return firstOf(git, [base, `origin/${base}`].map(named), {
      missing: `There is no commit or branch "${base}" in this checkout.`,
      mend: 'Name one that is there with --base, or fetch it first.',
    });
  }
  if (pipeline.bases.length > 0) {
    const { called } = pipeline.bases[0];
    return firstOf(git, pipeline.bases, {
      missing: `The branch that this goes into (${called}) is not in this checkout.`,
      mend: `Fetch it: "git fetch origin ${called.replace(
        /^origin\//,
        '',
      )}". ${deepen}`,
    });
  }
  return firstOf(
    git,
    ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'].map(
      named,
    ),
    {
      missing: 'The default branch could not be found.',
      mend: 'Name what the change is compared with: --base origin/trunk.',
    },
  );
}

function named(name: string) {
  return { name, called: name };
}

async function firstOf(
  git: Git,
  candidates: PipelineContext['bases'],
  otherwise: { missing: string; mend: string },
): Promise<{ commit: string; called: string }> {
  for (const { name, called } of candidates) {
    const commit = await git.commitOf(name);
    if (!commit) continue;
    return {
      commit,
      called:
        name === 'origin/HEAD'
          ? (await git.ask(['rev-parse', '--abbrev-ref', name])) ?? called
          : called,
    };
  }
  throw new CouldNotTell(
    (await git.isShallow())
      ? {
          message: `${otherwise.missing} It was fetched only in part (a shallow clone).`,
          mend: deepen,
        }
      : { message: otherwise.missing, mend: otherwise.mend },
  );
}
