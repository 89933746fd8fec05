import type {
  ChangeAssessRequest,
  ChangeDescription,
} from 'backstage-plugin-continuity-common';
import { CouldNotTell } from '../CouldNotTell';
import type { PipelineContext } from '../pipeline/pipelineContext';
import type { CheckOptions } from './CheckOptions';
import type { ChangeInGit } from './readChange';

/** What one request may hold, as the contract says. */
const most = { paths: 10_000, proposed: 500, touched: 1_000 };

/** The request for a change, or undefined where it touches nothing. */
export function assessRequest(options: {
  change: ChangeInGit;
  check: CheckOptions;
  pipeline: PipelineContext;
}): ChangeAssessRequest | undefined {
  const { change, check, pipeline } = options;
  const { proposed, removed, explained } = change.catalog;
  const paths = change.files
    .filter(({ path }) => !explained.has(path))
    .map(({ path, previousPath }) =>
      previousPath === undefined ? path : { path, previousPath },
    );
  if (paths.length + proposed.length + removed.length === 0) return undefined;

  refuseBeyond(most.paths, paths.length, 'changed files');
  refuseBeyond(most.proposed, proposed.length, 'changed catalog documents');
  refuseBeyond(most.touched, removed.length, 'removed entities');
  const description = describe(check, pipeline);
  if (check.record && description.id === undefined) {
    throw new CouldNotTell({
      message:
        'The change has no id, so its next check could not be told from another change.',
      mend: 'Name it with --id, such as --id CHG0031337. In a pull or merge request it has one.',
    });
  }
  return {
    change: description,
    touched: removed.flatMap(({ entityRef }) =>
      entityRef === undefined ? [] : [{ entityRef, action: 'remove' as const }],
    ),
    files:
      paths.length === 0
        ? undefined
        : { repository: knownRepository(change), paths },
    proposed: proposed.map(({ content }) => content),
    record: check.record || undefined,
  };
}

function describe(
  check: CheckOptions,
  pipeline: PipelineContext,
): ChangeDescription {
  return {
    id: check.id ?? pipeline.change.id,
    title: asLine(check.title ?? pipeline.change.title),
    url: check.changeUrl ?? pipeline.change.url,
    type: check.type,
    model: check.model,
    major: check.major || undefined,
    plannedStart: check.start,
    plannedEnd: check.end,
  };
}

/** Titles of pull requests may be longer than those of changes. */
function asLine(title: string | undefined): string | undefined {
  const line = title?.replace(/\s+/g, ' ').trim();
  if (!line) return undefined;
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}

function knownRepository({ repository }: ChangeInGit): string {
  if (repository !== undefined) return repository;
  throw new CouldNotTell({
    message:
      'The address of the repository is not known: the remote "origin" is missing or only a folder.',
    mend: 'Name it as the catalog knows it: --repository https://github.com/acme/shop.',
  });
}

function refuseBeyond(limit: number, found: number, what: string): void {
  if (found <= limit) return;
  throw new CouldNotTell({
    message: `There are ${found} ${what}, and one check takes ${limit}.`,
    mend: 'Leave out what belongs to no service with --exclude, such as --exclude "third_party/**", or check a smaller change.',
  });
}
