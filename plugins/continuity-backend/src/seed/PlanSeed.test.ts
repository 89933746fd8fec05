import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { planShortcomings } from 'backstage-plugin-continuity-common';
import { parse } from 'yaml';
import { aService, aSystem } from '../__testUtils__/anEntity';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { Portal } from '../__testUtils__/Portal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const file = resolvePackagePath(
  'backstage-plugin-continuity-backend',
  '../../examples/continuity-records.yaml',
);
const demoPolicy = parse(
  readFileSync(
    resolvePackagePath(
      'backstage-plugin-continuity-backend',
      '../../app-config.yaml',
    ),
    'utf8',
  ),
).continuity;
const { NODE_ENV } = process.env;

describe.each(databases.eachSupportedId())('the demo’s plans on %s', id => {
  let portal: Portal;

  beforeAll(async () => {
    Object.assign(process.env, { NODE_ENV: 'development' });
    portal = await Portal.start({
      knex: await databases.init(id),
      catalog: new FakeCatalog(
        aSystem('checkout').ownedBy('group:default/checkout-team'),
        aSystem('fraud-prevention'),
        aService('fraud-scoring').partOf('system:default/fraud-prevention'),
      ),
      roles: { manuela: { isManager: true } },
      continuity: { ...demoPolicy, seed: { file } },
    });
    await portal.sweep();
    await portal.sweep();
  });

  afterAll(async () => {
    Object.assign(process.env, { NODE_ENV });
    await portal.stop();
  });

  const list = async (query: string) =>
    (await portal.as('manuela').get(`/plans?${query}`).expect(200)).body;

  it('are there once, in every state', async () => {
    expect((await list('')).totalItems).toBe(15);
    expect((await list('state=archived')).totalItems).toBe(1);
    expect((await list('state=draft')).totalItems).toBe(1);
    expect((await list('state=in-review')).totalItems).toBe(1);
    expect((await list('problem=review-overdue')).totalItems).toBeGreaterThan(
      0,
    );
    expect((await list('problem=overlap')).totalItems).toBe(2);
    const forms = (await list('limit=50')).items.map((i: any) => i.form);
    expect(forms).toContain('by-reference');
  });

  it('lack nothing where they are in force or in review', async () => {
    const { items } = await list('state=in-force&state=in-review');
    for (const { id: planId } of items) {
      const { body } = await portal.as('manuela').get(`/plans/${planId}`);
      const { contents, version } = body.version;
      expect([
        planId,
        planShortcomings(body.kind, contents, { isFirst: version === 1 }),
      ]).toEqual([planId, []]);
    }
  });

  it('keep old versions readable', async () => {
    const { body } = await portal.as('manuela').get('/plans/plan-checkout');
    expect(body.versions.map((v: any) => v.state)).toEqual([
      'approved',
      'superseded',
    ]);
    expect(body.version.approvedFor).toBe('user:default/claudia.vogt');
  });

  it('wait until the catalog is read to its end, so that no part seems to have joined later', async () => {
    const catalog = new FakeCatalog(
      aSystem('checkout').ownedBy('group:default/checkout-team'),
    );
    const starting = await Portal.start({
      knex: await databases.init(id),
      catalog,
      roles: { manuela: { isManager: true } },
      continuity: { ...demoPolicy, seed: { file } },
    });
    await starting.sweep();
    catalog.put(aService('cart').partOf('system:default/checkout'));
    await starting.sweep();
    await starting.sweep();
    const { body } = await starting
      .as('manuela')
      .get('/entities/by-name/component/default/cart')
      .expect(200);
    const reasons = body.plans.flatMap((plan: any) =>
      plan.staleReasons.map((reason: any) => reason.code),
    );
    await starting.stop();
    expect(body.plans.map((plan: any) => plan.planId)).toContain(
      'plan-checkout',
    );
    expect(reasons).not.toContain('joined-system');
  });
});
