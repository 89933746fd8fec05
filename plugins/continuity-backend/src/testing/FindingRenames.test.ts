import { TestDatabases } from '@backstage/backend-test-utils';
import { aGroup, aService, aUser } from '../__testUtils__/anEntity';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { pathOf, Portal } from '../__testUtils__/Portal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const team = 'group:default/shop-team';
const bank = 'component:default/bank';
const vault = 'component:default/vault';
const one = 'component:default/one';

describe.each(databases.eachSupportedId())('a new name on %s', id => {
  const aBank = (name: string) =>
    aService(name)
      .ownedBy(team)
      .from('url:https://example.org/bank/catalog-info.yaml')
      .annotated('continuity/tier', 'tier-2');

  it('takes the findings along once somebody decides that it is the same', async () => {
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
      const find = async (entities: string[]) =>
        (
          await manuela
            .post('/findings', {
              title: 'Slow',
              severity: 'low',
              entities,
              owner: team,
              dueOn: '2026-01-01',
            })
            .expect(200)
        ).body.id;
      const finding = await find([bank, one]);
      catalog.remove(bank);
      catalog.put(aBank('vault'));
      await portal.sweep();
      await portal.sweep();

      const { body } = await manuela.get('/carry-overs').expect(200);
      await manuela
        .post(`/carry-overs/${body.items[0].id}/decide`, {
          decision: 'carry-over',
          reason: 'It was renamed',
        })
        .expect(200);

      const after = await manuela.get(`/findings/${finding}`).expect(200);
      expect(
        after.body.entities.map((entity: any) => entity.entityRef),
      ).toEqual([one, vault]);
      expect(after.body.history[0]).toMatchObject({
        action: 'entity-renamed',
        by: 'user:default/manuela',
        reason: 'It was renamed',
      });
      const tab = await manuela.get(pathOf(vault)).expect(200);
      expect(tab.body.findings).toMatchObject([{ id: finding }]);
      expect(tab.body.gaps.map((gap: any) => gap.code)).toContain(
        'finding-overdue',
      );
    } finally {
      await portal.stop();
    }
  });
});
