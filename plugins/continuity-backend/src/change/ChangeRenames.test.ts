import { TestDatabases } from '@backstage/backend-test-utils';
import { aGroup, aService, aUser } from '../__testUtils__/anEntity';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { pathOf, Portal } from '../__testUtils__/Portal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const team = 'group:default/shop-team';
const bank = 'component:default/bank';
const vault = 'component:default/vault';

describe.each(databases.eachSupportedId())('a new name on %s', id => {
  const aBank = (name: string) =>
    aService(name)
      .ownedBy(team)
      .from('url:https://example.org/bank/catalog-info.yaml');

  it('takes the changes along once somebody decides that it is the same', async () => {
    const catalog = new FakeCatalog(
      aGroup('shop-team'),
      aUser('olivia').memberOf(team),
      aBank('bank'),
      // so that one of them is not too much to vanish at once
      ...['one', 'two', 'three', 'four', 'five'].map(name =>
        aService(name).ownedBy(team),
      ),
    );
    const portal = await Portal.start({
      knex: await databases.init(id),
      catalog,
      roles: { manuela: { isManager: true } },
    });
    try {
      const manuela = portal.as('manuela');
      await portal.sweep();
      const { body: recorded } = await manuela
        .post('/changes/assess', {
          change: { title: 'Move it' },
          touched: [{ entityRef: bank }],
          record: true,
        })
        .expect(200);
      catalog.remove(bank);
      catalog.put(aBank('vault'));
      await portal.sweep();
      await portal.sweep();
      const { body } = await manuela.get('/carry-overs').expect(200);
      await manuela
        .post(`/carry-overs/${body.items[0].id}/decide`, {
          decision: 'carry-over',
          reason: 'It is the same',
        })
        .expect(200);
      const tab = await manuela.get(pathOf(vault)).expect(200);
      expect(tab.body.changes).toMatchObject([
        { id: recorded.changeId, effect: 'touched' },
      ]);
      const change = await manuela.get(`/changes/${recorded.changeId}`);
      expect(change.body.touched).toEqual([vault]);
      expect(change.body.assessment.touched).toMatchObject([
        { entityRef: bank },
      ]);
    } finally {
      await portal.stop();
    }
  });
});
