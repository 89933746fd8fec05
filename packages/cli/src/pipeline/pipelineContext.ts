import { readFileSync } from 'node:fs';
import type { Terminal } from '../Terminal';

/** What a pipeline says in its environment of the change that it runs for. */
export interface PipelineContext {
  /** Where the change is compared to, the best first: names of commits or branches, and what to call them. */
  bases: Array<{ name: string; called: string }>;
  /** Address of the repository that the change goes into. */
  repository?: string;
  change: { id?: string; title?: string; url?: string };
  /** Number of the pull or merge request. */
  request?: string;
}

type Environment = Terminal['environment'];

/** GitHub Actions, GitLab CI, and the branch that other tools name; nothing outside a pipeline. */
export function pipelineContext(environment: Environment): PipelineContext {
  if (environment.GITHUB_ACTIONS) return github(environment);
  if (environment.GITLAB_CI) return gitlab(environment);
  const target =
    environment.BITBUCKET_PR_DESTINATION_BRANCH ??
    environment.SYSTEM_PULLREQUEST_TARGETBRANCH ??
    environment.CHANGE_TARGET ??
    environment.GITHUB_BASE_REF ??
    environment.CI_MERGE_REQUEST_TARGET_BRANCH_NAME;
  return { bases: branch(target), change: {} };
}

function branch(target: string | undefined): PipelineContext['bases'] {
  if (!target) return [];
  const name = target.replace(/^refs\/heads\//, '');
  return [`origin/${name}`, name].map(each => ({ name: each, called: each }));
}

interface PullRequestEvent {
  pull_request?: { number?: number; title?: string; html_url?: string };
}

function github(environment: Environment): PipelineContext {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_BASE_REF } = environment;
  const asked = pullRequest(environment.GITHUB_EVENT_PATH);
  return {
    bases: branch(GITHUB_BASE_REF),
    repository:
      GITHUB_SERVER_URL && GITHUB_REPOSITORY
        ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}`
        : undefined,
    change: {
      id:
        GITHUB_REPOSITORY && asked?.number
          ? `${GITHUB_REPOSITORY}#${asked.number}`
          : undefined,
      title: asked?.title,
      url: asked?.html_url,
    },
    request: asked?.number?.toString(),
  };
}

function pullRequest(file: string | undefined) {
  if (!file) return undefined;
  try {
    const event: PullRequestEvent = JSON.parse(readFileSync(file, 'utf8'));
    return event.pull_request;
  } catch {
    // Only what it would have added is missing
    return undefined;
  }
}

function gitlab(environment: Environment): PipelineContext {
  const {
    CI_MERGE_REQUEST_TARGET_BRANCH_SHA: targetCommit,
    CI_MERGE_REQUEST_DIFF_BASE_SHA: diffBase,
    CI_MERGE_REQUEST_TARGET_BRANCH_NAME: target,
    CI_MERGE_REQUEST_PROJECT_URL: project = environment.CI_PROJECT_URL,
    CI_MERGE_REQUEST_PROJECT_PATH: projectPath,
    CI_MERGE_REQUEST_IID: request,
    CI_MERGE_REQUEST_TITLE: title,
  } = environment;
  // Of a merged result the target's commit is set, and the base of the source branch would be too old
  const commits = [targetCommit, diffBase].flatMap(commit =>
    commit ? [{ name: commit, called: target ?? commit.slice(0, 12) }] : [],
  );
  return {
    bases: [...commits, ...branch(target)],
    repository: project,
    change: {
      id: request && projectPath ? `${projectPath}!${request}` : undefined,
      title,
      url:
        request && project
          ? `${project}/-/merge_requests/${request}`
          : undefined,
    },
    request,
  };
}
