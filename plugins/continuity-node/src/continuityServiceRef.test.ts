import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { ContinuityService } from './ContinuityService';
import { continuityServiceRef } from './continuityServiceRef';

/** Stands for the continuity plugin: answers over HTTP who asked for what. */
const continuityPlugin = createBackendPlugin({
  pluginId: 'continuity',
  register(env) {
    env.registerInit({
      deps: {
        httpRouter: coreServices.httpRouter,
        httpAuth: coreServices.httpAuth,
      },
      async init({ httpRouter, httpAuth }) {
        httpRouter.use(async (req, res) => {
          const { principal } = await httpAuth.credentials(req);
          const status = Number(req.path.match(/status-(\d+)/)?.[1] ?? 200);
          res
            .status(status)
            .json(
              status === 200
                ? { path: req.path, principal }
                : { error: { name: 'SomeError', message: 'as it was asked' } },
            );
        });
      },
    });
  },
});

describe('continuityServiceRef', () => {
  let service: ContinuityService;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const otherPlugin = createBackendPlugin({
      pluginId: 'other',
      register(env) {
        env.registerInit({
          deps: { continuity: continuityServiceRef },
          async init({ continuity }) {
            service = continuity;
          },
        });
      },
    });
    const backend = await startTestBackend({
      features: [continuityPlugin, otherPlugin],
    });
    stop = () => backend.stop();
  });

  afterAll(async () => stop());

  it('asks for the entity on behalf of the caller', async () => {
    const answer = await service.getEntityContinuity(
      'Component:default/Checkout',
      { credentials: mockCredentials.user('user:default/olivia') },
    );
    expect(answer).toMatchObject({
      path: '/entities/by-name/component/default/checkout',
      principal: { type: 'user', userEntityRef: 'user:default/olivia' },
    });
  });

  it('gives nothing for an entity that the caller may not see', async () => {
    const credentials = mockCredentials.user();
    expect(
      await service.getEntityContinuity('component:default/status-404', {
        credentials,
      }),
    ).toBeUndefined();
  });

  it.each([403, 503])('passes on a refusal with %s', async status => {
    const credentials = mockCredentials.user();
    await expect(
      service.getEntityContinuity(`component:default/status-${status}`, {
        credentials,
      }),
    ).rejects.toMatchObject({ statusCode: status });
  });
});
