import { TestDatabases } from '@backstage/backend-test-utils';
import { cart, checkout, ledger } from '../../__testUtils__/aCompany';
import { holdTest, testContents } from '../../__testUtils__/aTest';
import type { Portal } from '../../__testUtils__/Portal';
import { TieredShop } from '../../__testUtils__/TieredShop';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())(
  'what is shown of tests on %s',
  id => {
    let shop: TieredShop;
    let portal: Portal;

    beforeEach(async () => {
      shop = await TieredShop.startWithTests(await databases.init(id));
      ({ portal } = shop);
    });

    afterEach(async () => portal.stop());

    it('shows nobody what they may not see: a hidden entity is counted, and a test of nothing else is not there', async () => {
      const both = await portal
        .as('manuela')
        .post('/tests', {
          contents: testContents([checkout, ledger], { title: 'Both' }),
        })
        .expect(200);
      const secret = await portal
        .as('manuela')
        .post('/tests', {
          contents: testContents([ledger], { title: 'Ledger' }),
        })
        .expect(200);
      const list = await portal.as('sam').get('/tests').expect(200);
      expect(list.body).toMatchObject({
        totalItems: 1,
        items: [{ title: 'Both', entities: { count: 2, redacted: 1 } }],
      });
      const shown = await shop.test(both.body.id, 'sam');
      expect(shown.contents.entities).toEqual([checkout]);
      expect(JSON.stringify(shown)).not.toContain('ledger');
      for (const path of ['', '/run', '/report', '/history']) {
        await portal
          .as('sam')
          .get(`/tests/${secret.body.id}${path}`)
          .expect(404);
      }
      await portal
        .as('sam')
        .post('/tests', { contents: testContents([ledger]) })
        .expect(400);
      await portal
        .as('rita')
        .post('/tests', { contents: testContents([checkout]) })
        .expect(403);
      await portal
        .as('rita')
        .post(`/tests/${both.body.id}/start`, {})
        .expect(403);
      await portal
        .as('olivia')
        .post(`/tests/${secret.body.id}/cancel`, { reason: 'x' })
        .expect(200);
    });

    it('lists what is due by how late it is, and plans it in one call', async () => {
      const due = await portal
        .as('olivia')
        .get('/tests/due?until=2099-01-01&groupBy=owner')
        .expect(200);
      expect(due.body).toMatchObject({
        totalItems: 2,
        groups: [{ key: 'group:default/shop-team', count: 2 }],
        allowedActions: ['test.create'],
      });
      expect(due.body.items).toMatchObject([
        { entityRef: checkout, depth: 'failover', state: 'never-tested' },
        { entityRef: checkout, depth: 'restore', state: 'never-tested' },
      ]);
      const planned = await portal
        .as('olivia')
        .post('/tests/plan-due', {
          items: [
            { entityRef: checkout, depth: 'failover' },
            { entityRef: ledger, depth: 'failover' },
            { entityRef: 'component:default/nothing', depth: 'failover' },
          ],
          schedule: testContents([checkout]).schedule,
          facilitator: 'user:default/olivia',
        })
        .expect(200);
      expect(planned.body.tests).toMatchObject([
        {
          title: 'Failover test of Checkout and 1 more',
          depth: 'failover',
          entities: { count: 2 },
        },
      ]);
      expect(planned.body.refused).toMatchObject([
        { entityRef: 'component:default/nothing' },
      ]);
      const left = await portal
        .as('olivia')
        .get('/tests/due?until=2099-01-01')
        .expect(200);
      expect(left.body.items).toMatchObject([{ depth: 'restore' }]);
      const ownerless = () =>
        portal
          .as('olivia')
          .get('/tests/due?until=2099-01-01&owner=none')
          .expect(200);
      expect((await ownerless()).body.totalItems).toBe(0);
      await portal.knex('test_requirements').update({ owner_ref: null });
      expect((await ownerless()).body.items).toMatchObject([
        { depth: 'restore', owner: null },
      ]);
      const hidden = await portal
        .as('sam')
        .get('/tests/due?until=2099-01-01&owner=group:default/secret-team')
        .expect(200);
      expect(hidden.body.totalItems).toBe(0);
    });

    it('finds tests by filters, in pages, and says what waits for whom', async () => {
      const hour = 3_600_000;
      const from = Date.UTC(2031, 0, 1);
      for (const [index, title] of ['Alpha', 'Beta', 'Gamma'].entries()) {
        await portal
          .as('olivia')
          .post('/tests', {
            contents: testContents([index === 2 ? cart : checkout], {
              title,
              depth: index === 1 ? 'tabletop' : 'failover',
              schedule: {
                start: new Date(from + index * 24 * hour).toISOString(),
                end: new Date(from + (index * 24 + 1) * hour).toISOString(),
                timeZone: 'UTC',
              },
            }),
          })
          .expect(200);
      }
      const held = await holdTest(
        portal.as('olivia'),
        testContents([checkout], { title: 'Held' }),
      );
      const titles = async (query: string, user = 'manuela') =>
        (
          await portal.as(user).get(`/tests?${query}`).expect(200)
        ).body.items.map((item: any) => item.title);
      expect(await titles('sort=title')).toEqual([
        'Alpha',
        'Beta',
        'Gamma',
        'Held',
      ]);
      expect(await titles('from=2031-01-02&to=2031-01-02')).toEqual(['Beta']);
      expect(await titles('from=2031-01-01&sort=-start')).toEqual([
        'Gamma',
        'Beta',
        'Alpha',
      ]);
      expect(await titles('depth=tabletop')).toEqual(['Beta']);
      expect(await titles(`entity=${cart}`)).toEqual(['Gamma']);
      expect(await titles('state=completed&outcome=passed')).toEqual(['Held']);
      expect(await titles('outcome=failed')).toEqual([]);
      expect(await titles('reviewed=false')).toEqual(['Held']);
      expect(await titles('tier=tier-1&sort=title')).toEqual([
        'Alpha',
        'Beta',
        'Held',
      ]);
      expect(await titles('owner=group:default/commerce&search=amm')).toEqual([
        'Gamma',
      ]);
      expect(
        await titles('person=group:default/commerce&sort=title&limit=1'),
      ).toEqual(['Alpha']);
      const first = await portal
        .as('manuela')
        .get('/tests?sort=title&limit=3')
        .expect(200);
      expect(first.body.totalItems).toBe(4);
      expect(
        await titles(
          `sort=title&limit=3&cursor=${first.body.pageInfo.nextCursor}`,
        ),
      ).toEqual(['Held']);
      await portal.as('manuela').get('/tests?cursor=x').expect(400);
      expect(await titles('waitingForMe=true')).toEqual(['Held']);
      expect(await titles('waitingForMe=true', 'olivia')).toEqual([]);
      expect(first.body.waitingForMe).toBe(1);
      expect((await shop.test(held.id)).waitingForMe).toBe('review');
    });

    it('says what speaks against a date, without naming what the caller may not see', async () => {
      const { schedule } = testContents([checkout]);
      await portal
        .as('manuela')
        .post('/tests', {
          contents: testContents([ledger], { title: 'Ledger' }),
        })
        .expect(200);
      await portal
        .as('manuela')
        .post('/tests', {
          contents: testContents([checkout], { title: 'One' }),
        })
        .expect(200);
      const ask = async (user: string) =>
        (
          await portal
            .as(user)
            .post('/tests/conflicts', {
              entities: [checkout],
              participants: ['user:default/olivia'],
              schedule,
            })
            .expect(200)
        ).body.items.map(({ kind, test, refs }: any) => [
          kind,
          test?.title ?? null,
          ...refs,
        ]);
      expect(await ask('manuela')).toEqual(
        expect.arrayContaining([
          ['entity', 'One', checkout],
          ['participant', 'One', 'user:default/olivia'],
          ['participant', 'Ledger', 'user:default/olivia'],
        ]),
      );
      expect(await ask('sam')).toContainEqual([
        'participant',
        null,
        'user:default/olivia',
      ]);
      const situations = async (query: string) => {
        const { body } = await portal
          .as('rita')
          .get(`/tests/scenarios${query}`)
          .expect(200);
        return body.items.map(({ situation }: any) => situation);
      };
      const english = await situations('');
      expect(english.length).toBeGreaterThan(5);
      expect(await situations('?language=fr')).toEqual(english);
      const german = await situations('?language=de-AT');
      expect(german).toHaveLength(english.length);
      expect(german.filter((each: string) => english.includes(each))).toEqual(
        [],
      );
    });
  },
);
