import type {
  BackstageCredentials,
  PermissionsService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type ServiceMock,
} from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import request from 'supertest';
import { continuityPlugin } from '../plugin';
import {
  continuityConditions,
  createContinuityConditionalDecision,
} from '../permissions/resources/continuityConditions';
import {
  continuityChangeConditions,
  createContinuityChangeConditionalDecision,
} from '../permissions/resources/continuityChangeConditions';
import {
  continuityFindingConditions,
  createContinuityFindingConditionalDecision,
} from '../permissions/resources/continuityFindingConditions';
import {
  continuityPlanConditions,
  createContinuityPlanConditionalDecision,
} from '../permissions/resources/continuityPlanConditions';
import {
  continuityTestConditions,
  createContinuityTestConditionalDecision,
} from '../permissions/resources/continuityTestConditions';
import { FakeCatalog } from './FakeCatalog';

/** What a person of the test may do. */
export interface Role {
  /** Everything. */
  isManager?: boolean;
  /** Users and groups by which they own; absent for somebody who only reads. */
  claims?: string[];
  /** Not even to read. */
  mayNothing?: boolean;
  /** Nothing of the catalog. */
  readsNothing?: boolean;
  /** The entities that they may read in the catalog; absent for all. */
  reads?: (entityRef: string) => boolean;
}

/** The plugin in a running backend, with a catalog and a permission policy that a test controls. */
export class Portal {
  static async start(options: {
    knex: Knex;
    catalog: FakeCatalog;
    roles?: Record<string, Role>;
    continuity?: object;
    /** What plan files are read through. */
    urlReader?: Partial<UrlReaderService>;
    /** Other plugins beside it. */
    features?: Parameters<typeof startTestBackend>[0]['features'];
  }): Promise<Portal> {
    const { knex, catalog, roles = {} } = options;
    const auditor = mockServices.auditor.mock({
      createEvent: jest.fn(async () => ({
        success: jest.fn(async () => {}),
        fail: jest.fn(async () => {}),
      })),
    });
    const permissions = permissionsOf(roles);
    const backend = await startTestBackend({
      features: [
        continuityPlugin,
        ...(options.features ?? []),
        auditor.factory,
        mockServices.database.factory({ knex }),
        mockServices.urlReader.mock(options.urlReader).factory,
        mockServices.permissions.mock(permissions).factory,
        mockServices.rootConfig.factory({
          data: {
            backend: {
              baseUrl: 'http://localhost',
              actions: { pluginSources: ['continuity'] },
            },
            continuity: options.continuity ?? {},
          },
        }),
        createServiceFactory({
          service: catalogServiceRef,
          deps: {},
          factory: () => guarded(catalog, roles) as never,
        }),
      ],
    });
    return new Portal(backend, auditor, permissions, catalog, knex);
  }

  private constructor(
    readonly backend: Awaited<ReturnType<typeof startTestBackend>>,
    readonly auditor: ServiceMock<any>,
    readonly permissions: PermissionsService,
    readonly catalog: FakeCatalog,
    readonly knex: Knex,
  ) {}

  async stop(): Promise<void> {
    await this.backend.stop();
  }

  /** Lets the catalog be read completely, as the schedule does. */
  async sweep(): Promise<void> {
    await request(this.backend.server)
      .post('/api/continuity/sweep/run')
      .set('authorization', mockCredentials.service.header())
      .expect(202);
  }

  as(user: string) {
    const userRef = `user:default/${user}`;
    return this.#caller(mockCredentials.user.header(userRef));
  }

  asService() {
    return this.#caller(mockCredentials.service.header());
  }

  asNobody() {
    return this.#caller(mockCredentials.none.header());
  }

  #caller(authorization: string) {
    const { server } = this.backend;
    const call =
      (method: 'get' | 'put' | 'post' | 'patch' | 'delete') =>
      (path: string, body?: object, headers: Record<string, string> = {}) => {
        const sent = request(server)
          [method](`/api/continuity${path}`)
          .set('authorization', authorization)
          .set(headers);
        return body === undefined ? sent : sent.send(body);
      };
    return {
      get: call('get'),
      put: call('put'),
      post: call('post'),
      patch: call('patch'),
      delete: call('delete'),
      edit: (
        entityRef: string,
        values: object,
        options: { revision: number; reason?: string },
      ) =>
        call('patch')(
          `${pathOf(entityRef)}/profile`,
          { values, ...(options.reason && { reason: options.reason }) },
          { 'If-Match': String(options.revision) },
        ),
    };
  }
}

/** Where the API has an entity. */
export function pathOf(entityRef: string): string {
  const [, kind, namespace, name] = entityRef.match(/^(.*?):(.*?)\/(.*)$/)!;
  return `/entities/by-name/${kind}/${namespace}/${name}`;
}

function userOf(credentials: BackstageCredentials): string | undefined {
  const principal = credentials.principal as {
    type: string;
    userEntityRef?: string;
  };
  return principal.type === 'user' ? principal.userEntityRef : undefined;
}

function roleOf(
  roles: Record<string, Role>,
  credentials: BackstageCredentials,
): Role {
  const user = userOf(credentials);
  return user === undefined
    ? { isManager: true }
    : roles[user.replace('user:default/', '')] ?? {};
}

/** The catalog as its own permissions show it to each caller. */
function guarded(catalog: FakeCatalog, roles: Record<string, Role>) {
  const visible = (credentials: BackstageCredentials) =>
    roleOf(roles, credentials).reads ?? (() => true);
  return {
    streamEntities: (...args: Parameters<FakeCatalog['streamEntities']>) =>
      catalog.streamEntities(...args),
    async getEntitiesByRefs(
      query: { entityRefs: string[] },
      { credentials }: { credentials: BackstageCredentials },
    ) {
      const { items } = await catalog.getEntitiesByRefs(query);
      return {
        items: items.map(item =>
          item && visible(credentials)(stringifyEntityRef(item))
            ? item
            : undefined,
        ),
      };
    },
    async getEntityFacets(
      _query: unknown,
      { credentials }: { credentials: BackstageCredentials },
    ) {
      const { items } = await catalog.getEntitiesByRefs({
        entityRefs: catalog.refs(),
      });
      const uids = items.flatMap(item =>
        item && visible(credentials)(stringifyEntityRef(item))
          ? [item.metadata.uid!]
          : [],
      );
      return {
        facets: {
          'metadata.uid': uids.map(value => ({ value, count: 1 })),
        },
      };
    },
  };
}

function permissionsOf(roles: Record<string, Role>): PermissionsService {
  const decide = (permission: Permission, role: Role): PolicyDecision => {
    if (permission.name === 'catalog.entity.read') {
      if (role.readsNothing) return { result: AuthorizeResult.DENY };
      return role.reads
        ? {
            result: AuthorizeResult.CONDITIONAL,
            pluginId: 'catalog',
            resourceType: 'catalog-entity',
            conditions: {
              resourceType: 'catalog-entity',
              rule: 'IS_ENTITY_OWNER',
              params: { claims: ['group:default/some'] },
            },
          }
        : { result: AuthorizeResult.ALLOW };
    }
    if (role.mayNothing) return { result: AuthorizeResult.DENY };
    if (
      role.isManager ||
      (permission.attributes.action === 'read' &&
        !/contacts|emergency/.test(permission.name))
    ) {
      return { result: AuthorizeResult.ALLOW };
    }
    if (
      role.claims &&
      permission.type === 'resource' &&
      permission.resourceType === 'continuity-plan'
    ) {
      return createContinuityPlanConditionalDecision(permission as never, {
        anyOf: [
          continuityPlanConditions.isPlanOwner({ claims: role.claims }),
          continuityPlanConditions.isScopeOwner({ claims: role.claims }),
        ],
      });
    }
    if (
      role.claims &&
      permission.type === 'resource' &&
      permission.resourceType === 'continuity-test'
    ) {
      return createContinuityTestConditionalDecision(permission as never, {
        anyOf: [
          continuityTestConditions.isTestFacilitator({ claims: role.claims }),
          continuityTestConditions.isTestEntityOwner({ claims: role.claims }),
          continuityTestConditions.isTestRecoveryOwner({ claims: role.claims }),
        ],
      });
    }
    if (
      role.claims &&
      permission.type === 'resource' &&
      permission.resourceType === 'continuity-change' &&
      !permission.name.endsWith('.approve')
    ) {
      return createContinuityChangeConditionalDecision(permission as never, {
        anyOf: [
          continuityChangeConditions.isChangeRequester({ claims: role.claims }),
          continuityChangeConditions.isTouchedOwner({ claims: role.claims }),
        ],
      });
    }
    if (
      role.claims &&
      permission.type === 'resource' &&
      permission.resourceType === 'continuity-finding' &&
      !permission.name.endsWith('.accept')
    ) {
      return createContinuityFindingConditionalDecision(permission as never, {
        anyOf: [
          continuityFindingConditions.isFindingOwner({ claims: role.claims }),
          continuityFindingConditions.isAffectedOwner({ claims: role.claims }),
        ],
      });
    }
    if (
      role.claims &&
      /^continuity\.(plan|test|finding|change|calendar-feed)\.create$/.test(
        permission.name,
      )
    ) {
      return { result: AuthorizeResult.ALLOW };
    }
    if (
      role.claims &&
      permission.type === 'resource' &&
      !/\.(approve|accept)$/.test(permission.name)
    ) {
      return createContinuityConditionalDecision(permission as never, {
        anyOf: [
          continuityConditions.isRecoveryOwner({ claims: role.claims }),
          continuityConditions.isEntityOwner({ claims: role.claims }),
        ],
      });
    }
    return { result: AuthorizeResult.DENY };
  };
  const answer = async (
    queries: Array<{ permission: Permission }>,
    { credentials }: { credentials: BackstageCredentials },
  ) =>
    queries.map(({ permission }) =>
      decide(permission, roleOf(roles, credentials)),
    );
  return {
    authorize: jest.fn(answer) as never,
    authorizeConditional: jest.fn(answer) as never,
  };
}
