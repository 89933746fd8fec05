import { createHash } from 'node:crypto';
import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { Visibility } from '../catalog/Visibility';
import { VisibleUidCache } from './VisibleUidCache';

/** More refs than this are compared by uid instead of being asked for. */
const MOST_REFS_ASKED = 1_000;

/** A caller's decision about reading the catalog, not yet resolved to entities. */
export interface VisibilityDecision {
  credentials: BackstageCredentials;
  decision: PolicyDecision;
}

/**
 * Whoever may not read an entity in the catalog gets nothing about it here.
 *
 * The catalog's conditions can't be evaluated in another plugin, so the catalog is asked with the caller's own credentials. Service principals
 * see everything that their route's permission lets them do; their access restrictions name this plugin's permissions, not the catalog's.
 */
export class CatalogVisibility {
  readonly #permissions: PermissionsService;
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #cache: VisibleUidCache;

  static create(options: {
    permissions: PermissionsService;
    auth: AuthService;
    catalog: CatalogService;
    clock: () => Date;
  }) {
    return new CatalogVisibility(options);
  }

  private constructor(options: {
    permissions: PermissionsService;
    auth: AuthService;
    catalog: CatalogService;
    clock: () => Date;
  }) {
    this.#permissions = options.permissions;
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#cache = new VisibleUidCache(options.clock);
  }

  async decide(credentials: BackstageCredentials): Promise<VisibilityDecision> {
    if (this.#auth.isPrincipal(credentials, 'service')) {
      return { credentials, decision: { result: AuthorizeResult.ALLOW } };
    }
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      { credentials },
    );
    return { credentials, decision };
  }

  /** For lists and counts: to be joined with the uid that the mirror stores. An unknown uid is hidden. */
  async resolve({
    credentials,
    decision,
  }: VisibilityDecision): Promise<Visibility> {
    if (decision.result === AuthorizeResult.ALLOW) return { kind: 'all' };
    if (decision.result === AuthorizeResult.DENY) return { kind: 'none' };
    const uids = await this.#cache.get(keyOf(decision, credentials), () =>
      this.#readUids(credentials),
    );
    return { kind: 'some', uids };
  }

  /** The refs among the given ones that the caller may read. */
  async visibleAmong(
    entityRefs: string[],
    options: VisibilityDecision & {
      /** The uids of the refs, for a long list. */
      uidsOf: (entityRefs: string[]) => Promise<Map<string, string>>;
    },
  ): Promise<Set<string>> {
    const { credentials, decision, uidsOf } = options;
    if (decision.result === AuthorizeResult.ALLOW) return new Set(entityRefs);
    if (decision.result === AuthorizeResult.DENY || entityRefs.length === 0) {
      return new Set();
    }
    const unique = [...new Set(entityRefs)];
    if (unique.length <= MOST_REFS_ASKED) {
      return this.#askFor(unique, credentials);
    }
    const visibility = await this.resolve({ credentials, decision });
    const known = await uidsOf(unique);
    return new Set(
      unique.filter(ref => isVisibleUid(known.get(ref), visibility)),
    );
  }

  async #askFor(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const { items } = await this.#fromCatalog(() =>
      this.#catalog.getEntitiesByRefs(
        {
          entityRefs,
          fields: ['kind', 'metadata.namespace', 'metadata.name'],
        },
        { credentials },
      ),
    );
    return new Set(
      items.flatMap(item => (item ? [stringifyEntityRef(item)] : [])),
    );
  }

  async #readUids(credentials: BackstageCredentials): Promise<Set<string>> {
    const { facets } = await this.#fromCatalog(() =>
      this.#catalog.getEntityFacets(
        { facets: ['metadata.uid'] },
        { credentials },
      ),
    );
    return new Set(
      (facets['metadata.uid'] ?? []).map(({ value }) => value.toLowerCase()),
    );
  }

  /** Nobody can tell what the caller may see while the catalog is away, so nothing is shown. */
  async #fromCatalog<T>(read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      throw new ServiceUnavailableError(
        'The catalog can’t be asked at the moment which entities you may see. Try again in a minute.',
        error,
      );
    }
  }
}

function isVisibleUid(uid: string | undefined, visibility: Visibility) {
  if (visibility.kind !== 'some') return visibility.kind === 'all';
  return uid !== undefined && visibility.uids.has(uid);
}

function keyOf(
  decision: PolicyDecision,
  credentials: BackstageCredentials,
): string {
  return createHash('sha256')
    .update(JSON.stringify([decision, credentials.principal]))
    .digest('base64');
}
