import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { parse } from 'yaml';
import { anEntity, aService, aSystem } from '../__testUtils__/anEntity';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { pathOf, Portal } from '../__testUtils__/Portal';
import { readSeedFile } from './readSeedFile';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const inProject = (path: string) =>
  resolvePackagePath('backstage-plugin-continuity-backend', `../../${path}`);
const file = inProject('examples/continuity-records.yaml');
const demoPolicy = parse(
  readFileSync(inProject('app-config.yaml'), 'utf8'),
).continuity;
const { NODE_ENV } = process.env;

describe.each(databases.eachSupportedId())('the demo’s changes on %s', id => {
  let portal: Portal;

  beforeAll(async () => {
    Object.assign(process.env, { NODE_ENV: 'development' });
    const { changes, tests } = readSeedFile(file);
    // the changes come last: what is tested must be there as well
    const named = new Set([
      ...tests.flatMap(({ contents }) => contents.entities),
      ...changes.flatMap(({ touched }) =>
        touched.map(({ entityRef }) => entityRef),
      ),
    ]);
    const systems: Record<string, string> = {
      'component:default/search-service': 'system:default/storefront',
      'resource:default/search-index': 'system:default/storefront',
      'resource:default/warehouse-db': 'system:default/warehouse',
    };
    portal = await Portal.start({
      knex: await databases.init(id),
      catalog: new FakeCatalog(
        aSystem('storefront'),
        aSystem('warehouse'),
        ...[...named].map(ref => {
          const entity = (
            ref.startsWith('component:default/')
              ? aService(ref.split('/')[1])
              : anEntity(ref)
          ).annotated('continuity/tier', 'tier-2');
          return systems[ref] ? entity.partOf(systems[ref]) : entity;
        }),
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
