import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Entity } from '@backstage/catalog-model';
import { demoAuth } from './demoAuth';

const anna: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'anna', namespace: 'default' },
  spec: { memberOf: ['checkout-team'] },
  relations: [{ type: 'memberOf', targetRef: 'group:default/checkout-team' }],
};

const config = {
  app: { baseUrl: 'http://localhost:3000' },
  auth: { providers: { demo: {} } },
  demo: { people: [{ ref: 'user:default/anna', name: 'Anna' }] },
};

async function startBackend(options?: { data?: object }) {
  return startTestBackend({
    features: [
      authPlugin,
      demoAuth,
      catalogServiceMock.factory({ entities: [anna] }),
      mockServices.rootConfig.factory({ data: options?.data ?? config }),
    ],
  });
}

async function signIn(
  server: { port(): number },
  header?: string,
): Promise<{ status: number; body: any }> {
  const response = await fetch(
    `http://localhost:${server.port()}/api/auth/demo/refresh`,
    { headers: header ? { 'x-demo-user': header } : {} },
  );
  return { status: response.status, body: await response.json() };
}

describe('demoAuth', () => {
  const nodeEnv = process.env.NODE_ENV;

  beforeEach(() => {
    setNodeEnv('development');
  });

  afterEach(() => {
    setNodeEnv(nodeEnv);
  });

  it('signs in whoever the header names, with the groups of the catalog', async () => {
    const { server } = await startBackend();
    const response = await signIn(server, 'User:Default/Anna');
    expect(response.status).toBe(200);
    expect(response.body.profile).toEqual({ displayName: 'Anna' });
    expect(response.body.backstageIdentity.identity).toEqual({
      type: 'user',
      userEntityRef: 'user:default/anna',
      ownershipEntityRefs: ['user:default/anna', 'group:default/checkout-team'],
    });
  });

  it.each([
    ['nobody at all', undefined, 401, /send the header x-demo-user/],
    [
      'somebody not listed',
      'user:default/eve',
      403,
      /'user:default\/eve' isn't one of the people/,
    ],
    ['a group', 'group:default/anna', 403, /isn't one of the people/],
    ['no ref', ':::', 403, /isn't one of the people/],
  ])('lets %s not in', async (_, header, status, message) => {
    const { server } = await startBackend();
    const response = await signIn(server, header);
    expect(response.status).toBe(status);
    expect(response.body.error.message).toMatch(message);
  });

  it.each(['production', 'test', undefined])(
    'keeps the backend from starting with NODE_ENV %s',
    async env => {
      setNodeEnv(env);
      await expect(startBackend()).rejects.toThrow(
        /demo sign-in is configured, but NODE_ENV is .* Set auth.providers.demo to null/,
      );
    },
  );

  it('stays away where the demo is not configured, in production too', async () => {
    setNodeEnv('production');
    const { server } = await startBackend({
      data: { ...config, auth: { providers: { demo: null } } },
    });
    const response = await signIn(server, 'user:default/anna');
    expect(response.status).toBe(404);
  });
});

function setNodeEnv(value: string | undefined) {
  // Typed as read-only, yet it is what decides.
  (process.env as Record<string, string | undefined>).NODE_ENV = value;
  if (value === undefined) {
    delete (process.env as Record<string, string | undefined>).NODE_ENV;
  }
}
