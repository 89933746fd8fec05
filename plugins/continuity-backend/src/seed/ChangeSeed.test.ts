import { TestDatabases } from '@backstage/backend-test-utils';
import {
  demoCatalog,
  demoPolicy,
  demoRecords,
} from '../__testUtils__/demoCatalog';
import { pathOf, Portal } from '../__testUtils__/Portal';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const { NODE_ENV } = process.env;

describe.each(databases.eachSupportedId())('the demo’s changes on %s', id => {
  let portal: Portal;

  beforeAll(async () => {
    Object.assign(process.env, { NODE_ENV: 'development' });
    portal = await Portal.start({
      knex: await databases.init(id),
      catalog: await demoCatalog(),
      roles: { manuela: { isManager: true } },
      continuity: { ...demoPolicy, seed: { file: demoRecords } },
    });
    await portal.sweep();
    await portal.sweep();
  });

  afterAll(async () => {
    Object.assign(process.env, { NODE_ENV });
    await portal.stop();
  });

  const list = async (path: string) =>
    (await portal.as('manuela').get(path).expect(200)).body;

  it.each([
    ['', 7],
    ['state=planned', 1],
    ['state=approved', 1],
    ['state=implemented', 4],
    ['state=withdrawn', 1],
    ['reviewDue=true', 1],
    ['type=emergency', 2],
  ])('are there once, in every state: "%s"', async (query, expected) => {
    expect((await list(`/changes?${query}`)).totalItems).toBe(expected);
  });

  it('ask the plan of the warehouse, and make that of the storefront stale', async () => {
    const { items } = await list('/plan-change-requests');
    expect(
      items.map(({ planId, makesStale }: any) => [planId, makesStale]).sort(),
    ).toEqual([
      ['plan-storefront', true],
      ['plan-warehouse', false],
    ]);
  });

  it('leave a review overdue, which is a gap of what was touched', async () => {
    const { gaps } = await list(pathOf('component:default/label-printing'));
    expect(gaps.map(({ code }: any) => code)).toContain(
      'change-review-overdue',
    );
  });
});
