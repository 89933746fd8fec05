import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { CouldNotTell } from '../CouldNotTell';
import { pipelineContext } from '../pipeline/pipelineContext';
import type { Terminal } from '../Terminal';
import type { CommentOptions } from './CommentOptions';
import { GitHubComments } from './GitHubComments';
import { GitLabComments } from './GitLabComments';
import type { RequestComments } from './RequestComments';

/** `continuity comment`: writes a report below a pull or merge request, or renews the one that is there. @returns what was done, in words */
export async function runComment(
  terminal: Terminal,
  options: CommentOptions,
): Promise<string> {
  const report = await readReport(
    path.resolve(terminal.directory, options.file),
  );
  const comments = commentsOf(terminal.environment, options);
  const text = shortened(report, comments.longest);
  const found = await comments.find(markerOf(report));
  if (found?.text.trim() === text.trim()) {
    return `The comment on ${comments.called} says the same already.`;
  }
  if (found && (await comments.update(found.id, text))) {
    return `The comment on ${comments.called} is renewed.`;
  }
  await comments.create(text);
  return `There is a comment on ${comments.called} now.`;
}

async function readReport(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new CouldNotTell({
      message: `The report can’t be read: ${(error as Error).message}`,
      mend: 'Write it first: continuity check --format markdown --output report.md.',
      cause: error,
    });
  }
}

/** The first line, by which the comment is found again: an HTML comment that nobody sees. */
function markerOf(report: string): string {
  const [line] = report.split(/\r?\n/, 1);
  if (/^<!--.*-->$/.test(line)) return line;
  throw new CouldNotTell({
    message: 'The file is no report of "continuity check".',
    mend: 'Write it with continuity check --format markdown --output report.md.',
  });
}

function shortened(report: string, longest: number): string {
  if (report.length <= longest) return report;
  const note =
    '\n\n_The report is longer than a comment may be; the rest is in the log of the job._\n';
  const cut = report.slice(0, longest - note.length);
  return `${cut.slice(0, cut.lastIndexOf('\n'))}${note}`;
}

function commentsOf(
  environment: Terminal['environment'],
  options: CommentOptions,
): RequestComments {
  const request = options.request ?? pipelineContext(environment).request;
  if (!request || !/^\d+$/.test(request)) {
    throw new CouldNotTell({
      message: 'There is no pull or merge request to comment on.',
      mend: 'Run this in a pipeline of a pull or merge request, or name its number with --request.',
    });
  }
  if (options.provider === 'github') {
    return new GitHubComments({
      api: environment.GITHUB_API_URL,
      token: needed(environment, ['GITHUB_TOKEN']),
      repository:
        options.repository ?? needed(environment, ['GITHUB_REPOSITORY']),
      request,
    });
  }
  return new GitLabComments({
    api: environment.CI_API_V4_URL,
    token: needed(environment, ['CONTINUITY_GITLAB_TOKEN', 'GITLAB_TOKEN']),
    repository:
      options.repository ??
      needed(environment, ['CI_MERGE_REQUEST_PROJECT_ID', 'CI_PROJECT_ID']),
    request,
  });
}

function needed(environment: Terminal['environment'], names: string[]): string {
  const name = names.find(each => environment[each]);
  const value = name && environment[name];
  if (value) return value;
  throw new CouldNotTell({
    message: `${names[0]} is not set.`,
    mend: 'The documentation for pipelines says where it comes from: docs/ci.md.',
  });
}
