import { TestDatabases } from '@backstage/backend-test-utils';
import { DateTime } from 'luxon';
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
      .from('url:https://example.org/bank/catalog-info.yaml')
      .annotated('continuity/tier', 'tier-2');

  it('takes the exemptions along once somebody decides that it is the same, and not before', async () => {
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
      roles: { manuela: { isManager: true }, martin: { isManager: true } },
    });
    try {
      const manuela = portal.as('manuela');
      await portal.sweep();
      const asked = await manuela
        .post('/exemptions', {
          entityRef: bank,
          requirement: 'plan',
          reason: 'It gets another name',
          until: DateTime.utc().plus({ days: 30 }).toISODate(),
        })
        .expect(200);
      const exemption = asked.body.id;
      await portal
        .as('martin')
        .post(`/exemptions/${exemption}/approve`, {})
        .expect(200);
      catalog.remove(bank);
      catalog.put(aBank('vault'));
      await portal.sweep();
      await portal.sweep();
      const exempted = async () =>
        (await manuela.get(pathOf(vault)).expect(200)).body.gaps
          .filter((gap: any) => gap.exemption)
          .map((gap: any) => [gap.requirement, gap.exemption.id]);
      expect(await exempted()).toEqual([]);

      const { body } = await manuela.get('/carry-overs').expect(200);
      await manuela
        .post(`/carry-overs/${body.items[0].id}/decide`, {
          decision: 'carry-over',
          reason: 'It was renamed',
        })
        .expect(200);
      expect(await exempted()).toEqual([['plan', exemption]]);
      const after = await manuela.get(`/exemptions/${exemption}`).expect(200);
      expect(after.body).toMatchObject({ entityRef: vault, inForce: true });
    } finally {
      await portal.stop();
    }
  });
});
