import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  ContinuityClient,
  type EntityContinuity,
} from 'backstage-plugin-continuity-common';
import type { ContinuityService } from './ContinuityService';

/** Asks the continuity plugin over HTTP, on behalf of the caller. */
export class DefaultContinuityService implements ContinuityService {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  static create(options: { auth: AuthService; discovery: DiscoveryService }) {
    return new DefaultContinuityService(options);
  }

  private constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  async getEntityContinuity(
    entityRef: string,
    options: { credentials: BackstageCredentials },
  ): Promise<EntityContinuity | undefined> {
    try {
      return await this.#client(options.credentials).getEntity(entityRef);
    } catch (error) {
      if ((error as { statusCode?: unknown }).statusCode === 404) {
        return undefined;
      }
      throw error;
    }
  }

  #client(credentials: BackstageCredentials): ContinuityClient {
    return new ContinuityClient({
      discoveryApi: this.#discovery,
      fetchApi: {
        fetch: async (url, init) => {
          const { token } = await this.#auth.getPluginRequestToken({
            onBehalfOf: credentials,
            targetPluginId: 'continuity',
          });
          const headers = new Headers(init?.headers);
          headers.set('Authorization', `Bearer ${token}`);
          return fetch(url, { ...init, headers });
        },
      },
    });
  }
}
