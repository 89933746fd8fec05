import { ScmIntegrations } from '@backstage/integration';

/** A place inside a repository. */
export interface RepositoryPlace {
  /** The same for every way to write it: host and repository, in lower case. */
  repository: string;
  /** Below the repository's root, with forward slashes, none at the ends; '' is the root. */
  path: string;
  /** False: a file. */
  isFolder: boolean;
}

type Parts = { repository: string[]; path: string[]; isFolder: boolean };

const RAW_GITHUB = 'raw.githubusercontent.com';

/** `git@host:group/repository.git` */
const scpLike = /^(?:[\w.-]+@)?([\w.-]+):(?!\/)(.+)$/;

/**
 * Understands addresses of repositories and of places in them, as people copy them, as git clones them and as the catalog writes them: GitHub, GitLab,
 * Bitbucket Cloud and Server, Azure DevOps and whoever writes like them, on the hosts that Backstage's `integrations` name.
 */
export class RepositoryAddresses {
  readonly #integrations: ScmIntegrations;

  static create(options: {
    config: Parameters<typeof ScmIntegrations.fromConfig>[0];
  }): RepositoryAddresses {
    return new RepositoryAddresses(ScmIntegrations.fromConfig(options.config));
  }

  private constructor(integrations: ScmIntegrations) {
    this.#integrations = integrations;
  }

  /** The repository that an address names, whatever place in it; undefined for what is no address. */
  repositoryOf(address: string): string | undefined {
    return this.#read(address.trim())?.repository;
  }

  /** Where a location of the catalog (`url:https://…`) is; undefined for what is in no repository. */
  placeOf(location: string): RepositoryPlace | undefined {
    const target = /^url:(.*)$/s.exec(location.trim())?.[1];
    return target === undefined ? undefined : this.#read(target.trim());
  }

  #read(address: string): RepositoryPlace | undefined {
    const url = urlOf(address);
    if (!url || url.hostname === '') return undefined;
    const segments = url.pathname
      .split('/')
      .filter(segment => segment !== '')
      .map(decoded);
    const endsWithSlash = url.pathname.endsWith('/');
    const parts = this.#parts(url, segments);
    if (!parts || parts.repository.length === 0) return undefined;
    const repository = [...parts.repository];
    repository.push(repository.pop()!.replace(/\.git$/i, ''));
    return {
      repository: [hostOf(url), ...repository].join('/').toLowerCase(),
      path: parts.path.join('/'),
      isFolder: parts.isFolder || endsWithSlash || parts.path.length === 0,
    };
  }

  #parts(url: URL, segments: string[]): Parts | undefined {
    if (url.hostname === RAW_GITHUB) {
      const [owner, repository, ...rest] = segments;
      return {
        repository: [owner, repository].filter(Boolean),
        path: afterBranch(rest),
        isFolder: false,
      };
    }
    const type = this.#typeOf(url);
    if (type === 'azure') return azureParts(url, segments);
    if (type === 'bitbucketServer') return bitbucketServerParts(segments);
    if (type === 'bitbucketCloud') return partsAfter(segments, ['src', 'raw']);
    if (type === 'gitlab') return gitlabParts(segments);
    return partsAfter(segments, ['tree', 'blob', 'raw', 'edit', 'src']);
  }

  #typeOf(url: URL): string | undefined {
    if (/(^|\.)(dev\.azure\.com|visualstudio\.com)$/i.test(url.hostname)) {
      return 'azure';
    }
    const asWeb = `https://${url.hostname}/`;
    return (
      this.#integrations.byUrl(`https://${url.host}/`)?.type ??
      this.#integrations.byUrl(asWeb)?.type
    );
  }
}

function urlOf(address: string): URL | undefined {
  try {
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(address)) return new URL(address);
    const [, host, path] = scpLike.exec(address) ?? [];
    if (host) return new URL(`ssh://${host}/${path}`);
    // as people write it: github.com/acme/shop
    if (/^[\w-]+(\.[\w-]+)+\/\S+$/.test(address)) {
      return new URL(`https://${address}`);
    }
  } catch {
    // no address
  }
  return undefined;
}

/** Ports of ssh say nothing about the repository; those of the web do. */
function hostOf(url: URL): string {
  const host = /^https?:$/.test(url.protocol) ? url.host : url.hostname;
  if (/(^|\.)(ssh\.dev\.azure\.com|visualstudio\.com)$/i.test(url.hostname)) {
    return 'dev.azure.com';
  }
  if (url.hostname === RAW_GITHUB) return 'github.com';
  return host.replace(/^www\./i, '');
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/**
 * What stands after the branch, which may be written as `refs/heads/main`. Where else a branch has slashes that are not encoded
 * nobody can tell where it ends: it is taken for one segment.
 */
function afterBranch(segments: string[]): string[] {
  const [first, second] = segments;
  if (first === 'refs' && /^(heads|tags)$/.test(second)) {
    return segments.slice(3);
  }
  return segments.slice(1);
}

/** `owner/repository/tree/branch/path`: what stands after the marker and the branch is the path. */
function partsAfter(segments: string[], markers: string[]): Parts {
  const [owner, repository, marker, ...rest] = segments;
  const isPlace = markers.includes(marker);
  return {
    repository: [owner, repository].filter(Boolean),
    path: isPlace ? afterBranch(rest) : [],
    isFolder: !isPlace || marker === 'tree',
  };
}

/** Groups may be nested: the repository ends at `/-/`, in old addresses at the first marker. */
function gitlabParts(segments: string[]): Parts {
  const dash = segments.indexOf('-');
  const old = segments.findIndex(
    (segment, at) => at >= 2 && /^(tree|blob|raw|edit)$/.test(segment),
  );
  const end = dash === -1 ? old : dash;
  if (end === -1) return { repository: segments, path: [], isFolder: true };
  const [marker, ...rest] = segments.slice(dash === -1 ? end : end + 1);
  return {
    repository: segments.slice(0, end),
    path: afterBranch(rest),
    isFolder: marker === 'tree',
  };
}

/** `projects/KEY/repos/name/browse/path`, `scm/key/name.git`, over ssh `key/name.git`. */
function bitbucketServerParts(segments: string[]): Parts {
  const repos = segments.indexOf('repos');
  if (repos > 0 && segments.length > repos + 1) {
    const isUser = segments[repos - 2] === 'users';
    const [marker, ...path] = segments.slice(repos + 2);
    return {
      repository: [
        `${isUser ? '~' : ''}${segments[repos - 1]}`,
        segments[repos + 1],
      ],
      path: /^(browse|raw)$/.test(marker ?? '') ? path : [],
      isFolder: false,
    };
  }
  const scm = segments.indexOf('scm');
  const named = segments.slice(scm + 1, scm + 3);
  return { repository: named, path: [], isFolder: true };
}

/**
 * `org/project/_git/repository?path=/a/b`, over ssh `v3/org/project/repository`; old hosts have the organisation in their name, servers of one's own more before the
 * project.
 */
function azureParts(url: URL, segments: string[]): Parts | undefined {
  const [organisation] = /^([\w-]+)\.visualstudio\.com$/i
    .exec(url.hostname)
    ?.slice(1) ?? [undefined];
  const prefix =
    organisation && !/^(vs-ssh)$/i.test(organisation) ? [organisation] : [];
  const isPart = (segment: string) =>
    !/^(v3|_git|_ssh|_full|_optimized|DefaultCollection)$/i.test(segment);
  const git = segments.indexOf('_git');
  const plain = segments.filter(isPart);
  const above =
    git === -1 ? plain.slice(0, -1) : segments.slice(0, git).filter(isPart);
  const repository =
    git === -1 ? plain.at(-1) : segments.slice(git).find(isPart);
  const owners = [...prefix, ...above];
  if (repository === undefined || owners.length === 0) return undefined;
  // a project's first repository has its name, and is written once
  if (owners.length === 1) owners.push(repository);
  const place = url.searchParams.get('path') ?? '';
  const path = place.split('/').filter(segment => segment !== '');
  return {
    repository: [...owners, repository],
    path,
    isFolder: place.endsWith('/'),
  };
}
