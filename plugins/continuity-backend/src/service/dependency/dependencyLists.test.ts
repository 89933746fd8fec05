import { TestDatabases } from '@backstage/backend-test-utils';
import {
  checkout,
  db,
  hiddenLedger,
  hiddenNames,
  orders,
  startFleet,
} from '../../__testUtils__/aFleet';
import type { Portal } from '../../__testUtils__/Portal';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())(
  'the lists of dependencies on %s',
  id => {
    let portal: Portal;

    beforeEach(async () => {
      portal = await startFleet(await databases.init(id));
    });

    afterEach(async () => portal.stop());

    it('rank without whom most can’t be recovered', async () => {
      const { body } = await portal
        .as('rita')
        .get('/dependencies/concentration')
        .expect(200);
      expect(body.items[0]).toMatchObject({
        entityRef: db,
        rank: 1,
        total: 4,
        byTier: { 'tier-1': 3, 'tier-2': 1 },
      });
      expect(body.totals).toMatchObject({ 'tier-1': 3, 'tier-2': 1 });
      const next = await portal
        .as('rita')
        .get(`/dependencies/concentration?limit=1`);
      const second = await portal
        .as('rita')
        .get(
          `/dependencies/concentration?limit=1&cursor=${next.body.pageInfo.nextCursor}`,
        );
      expect(second.body.items[0].rank).toBe(2);
    });

    it('name conflicts by their root', async () => {
      const { body } = await portal
        .as('rita')
        .get('/dependencies/conflicts?target=rto')
        .expect(200);
      expect(body.items).toMatchObject([
        { entityRef: db, neededFasterBy: 4, path: [hiddenLedger, db] },
        { entityRef: orders, neededFasterBy: 2, path: [checkout, orders] },
      ]);
    });

    it('name what resolves nowhere, and who names it', async () => {
      const { body } = await portal
        .as('rita')
        .get('/dependencies/unresolved')
        .expect(200);
      expect(body.items).toEqual([
        {
          ref: 'resource:default/cache',
          namedBy: [{ entityRef: checkout, title: 'Checkout' }],
          namedByTotal: 1,
          redacted: 0,
        },
      ]);
    });

    it('name what nobody has classified, but not that a System needs its parts', async () => {
      const { body } = await portal
        .as('olivia')
        .get('/dependencies/unclassified')
        .expect(200);
      expect(body.targets[0]).toEqual({
        ref: 'component:default/search-a',
        title: 'search-a',
        total: 2,
      });
      expect(
        body.items.map(({ edge }: any) => [
          edge.from,
          edge.to,
          edge.mayClassify,
        ]),
      ).toContainEqual([checkout, orders, true]);
      expect(body.items.map(({ edge }: any) => edge.from)).not.toContain(
        'system:default/shop',
      );
      const one = await portal
        .as('olivia')
        .get(`/dependencies/unclassified?to=${db}&search=orders`);
      expect(one.body.items).toMatchObject([
        { edge: { from: orders, to: db, mayClassify: false } },
      ]);
    });

    it.each(['concentration', 'conflicts', 'unresolved', 'unclassified'])(
      'of %s name nothing that the caller may not see, and take filters',
      async list => {
        const { body } = await portal
          .as('sam')
          .get(`/dependencies/${list}`)
          .expect(200);
        expect(JSON.stringify(body)).not.toMatch(hiddenNames);
        const filtered = await portal
          .as('sam')
          .get(`/dependencies/${list}?owner=secret-team&tier=tier-1`)
          .expect(200);
        expect(filtered.body).toMatchObject({ totalItems: 0, redacted: 0 });
        await portal
          .as('sam')
          .get(`/dependencies/${list}?cursor=nonsense`)
          .expect(400);
      },
    );
  },
);
