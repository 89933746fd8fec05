import type { PipelineContext } from '../pipeline/pipelineContext';
import type { Git } from './Git';

/**
 * The repository as the catalog knows it: what was named, what the pipeline says, or the remote `origin`. Undefined where the remote is only a folder.
 * Names and passwords in an address are never passed on.
 */
export async function repositoryAddress(
  git: Git,
  options: { repository?: string; pipeline: PipelineContext },
): Promise<string | undefined> {
  const address =
    options.repository ??
    options.pipeline.repository ??
    (await git.ask(['remote', 'get-url', 'origin']));
  return address === undefined ? undefined : withoutCredentials(address.trim());
}

/** The address without user and password; undefined for a folder. */
export function withoutCredentials(address: string): string | undefined {
  // As scp writes it: git@github.com:acme/shop.git; a drive such as C:\ has no host
  const scp = /^(?:[^@/\s]+@)?([^:/\\\s]{2,}):(?!\/\/)(.+)$/.exec(address);
  if (scp) return `git@${scp[1]}:${scp[2]}`;
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return undefined;
  }
  if (!/^(?:https?|ssh|git|git\+ssh):$/.test(url.protocol)) return undefined;
  url.username = '';
  url.password = '';
  url.search = '';
  url.hash = '';
  return url.toString().replace(/\/+$/, '');
}
