import { TestDatabases } from '@backstage/backend-test-utils';
import {
  approvePlan,
  planContents,
  submitPlan,
} from '../../__testUtils__/aPlan';
import { aGroup, aService, aUser } from '../../__testUtils__/anEntity';
import { FakeCatalog } from '../../__testUtils__/FakeCatalog';
import { Portal } from '../../__testUtils__/Portal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const team = 'group:default/shop-team';
const managers = 'group:default/continuity';

describe.each(databases.eachSupportedId())('orphaned plans on %s', id => {
  let portal: Portal;
  let catalog: FakeCatalog;

  beforeEach(async () => {
    catalog = new FakeCatalog(
      aGroup('shop-team'),
      aGroup('bank-team'),
      aGroup('continuity'),
      aUser('olivia').memberOf(team),
      aUser('manuela').memberOf(managers),
      aService('shop').ownedBy(team),
      aService('bank').ownedBy(team),
      aService('web').ownedBy(team),
    );
    portal = await Portal.start({
      knex: await databases.init(id),
      catalog,
      roles: { manuela: { isManager: true }, martin: { isManager: true } },
      continuity: {
        continuityManager: managers,
        // three of a few may leave at once
        massLoss: { owners: 1, entities: 1 },
      },
    });
    await portal.sweep();
    for (const [name, owner] of [
      ['shop', 'group:default/bank-team'],
      ['bank', team],
      ['web', team],
    ]) {
      await approvePlan(
        portal.as('martin'),
        await submitPlan(
          portal.as('manuela'),
          planContents([`component:default/${name}`], { title: name }),
          { owner },
        ),
      );
    }
  });

  afterEach(async () => portal.stop());

  const waiting = async (user: string) => {
    const { body } = await portal
      .as(user)
      .get('/plans?waitingForMe=true&sort=title')
      .expect(200);
    return body.items.map((p: any) => `${p.title}: ${p.waitingForMe}`);
  };

  it('wait for the continuity manager as soon as their owner or all that they cover is gone, and for nobody else', async () => {
    expect(await waiting('manuela')).toEqual([]);
    catalog.remove('group:default/bank-team');
    catalog.remove('component:default/bank');
    await portal.sweep();
    expect(await waiting('manuela')).toEqual([
      'bank: orphaned',
      'shop: orphaned',
    ]);
    expect(await waiting('martin')).toEqual([]);
  });
});
