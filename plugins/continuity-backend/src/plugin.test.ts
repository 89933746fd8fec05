import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { aService } from './__testUtils__/anEntity';
import continuityPlugin from './index';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

async function start(config: object, id = 'SQLITE_3') {
  return startTestBackend({
    features: [
      continuityPlugin,
      mockServices.database.factory({
        knex: await databases.init(id as 'SQLITE_3'),
      }),
      mockServices.rootConfig.factory({
        data: { backend: { baseUrl: 'http://localhost' }, ...config },
      }),
      catalogServiceMock.factory({ entities: [aService('checkout').build()] }),
    ],
  });
}

describe('continuityPlugin', () => {
  it.each(databases.eachSupportedId())(
    'needs no configuration, and works without a permission system, on %s',
    async id => {
      const backend = await start({ permission: { enabled: false } }, id);
      const path =
        '/api/continuity/entities/by-name/component/default/checkout';
      const shown = await request(backend.server).get(path).expect(200);
      expect(shown.body).toMatchObject({
        status: 'unassessed',
        allowedActions: expect.arrayContaining([
          'profile.update',
          'agreement.create',
          'dependency.classify',
          'catalog.manage',
        ]),
      });
      await request(backend.server)
        .patch(`${path}/profile`)
        .set('If-Match', '0')
        .send({ values: { tier: 'tier-2' } })
        .expect(200);
      const policy = await request(backend.server)
        .get('/api/continuity/policy')
        .expect(200);
      expect(policy.body.versions).toEqual([]);
      expect(policy.body.version).toMatch(/^[0-9a-f]{64}$/);
      const document = await request(backend.server)
        .get('/api/continuity/openapi.json')
        .expect(200);
      expect(document.body.openapi).toBe('3.1.0');
      await request(backend.server)
        .get('/api/continuity/coverage')
        .set('authorization', mockCredentials.none.header())
        .expect(401);
      await backend.stop();
    },
  );

  it('does not start with a bad policy, and says in one message what is accepted', async () => {
    await expect(
      start({
        continuity: {
          timeZone: 'Mars/Olympus',
          tiers: [{ id: 'one', title: 'One', targets: { rto: '4-6 h' } }],
        },
      }),
    ).rejects.toThrow(/continuity\.timeZone[\s\S]*continuity\.tiers\[0\]/);
  });
});
