import { TestDatabases } from '@backstage/backend-test-utils';
import {
  checkout,
  db,
  dependenciesOf,
  gapOf,
  hiddenLedger,
  mail,
  orders,
  refsOf,
  startFleet,
  web,
} from '../../__testUtils__/aFleet';
import { anEntity, aService } from '../../__testUtils__/anEntity';
import { pathOf, type Portal } from '../../__testUtils__/Portal';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const HOUR = 3600;

describe.each(databases.eachSupportedId())('dependencies on %s', id => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await startFleet(await databases.init(id));
  });

  afterEach(async () => portal.stop());

  const post = (who: string, path: string, body: object) =>
    portal.as(who).post(`/dependencies/${path}`, body);

  describe('are classified', () => {
    const classify = (who: string, ...items: object[]) =>
      post(who, 'classifications', { items, reason: 'There is a queue' });

    it('by whoever answers for what depends, with who and why in the history', async () => {
      const { body } = await classify('olivia', {
        from: checkout,
        to: orders,
        strength: 'soft',
        endurable: '4h',
        revision: 0,
      }).expect(200);
      expect(body.items).toMatchObject([
        {
          result: 'changed',
          refusal: null,
          edge: {
            class: 'soft',
            endurableSeconds: 4 * HOUR,
            classification: { revision: 1, reason: 'There is a queue' },
          },
        },
      ]);
      const loss = await post('rita', 'what-if', { entities: [db] });
      expect(
        loss.body.items.find((item: any) => item.entityRef === checkout),
      ).toMatchObject({ effect: 'degraded' });
      const long = await post('rita', 'what-if', {
        entities: [db],
        outage: '5h',
      });
      expect(
        long.body.items.find((item: any) => item.entityRef === checkout),
      ).toMatchObject({ effect: 'affected' });
      const history = await portal
        .as('rita')
        .get(`${pathOf(checkout)}/history`);
      expect(history.body.items[0]).toMatchObject({
        type: 'dependency',
        action: 'classified',
        by: 'user:default/olivia',
        reason: 'There is a queue',
        after: { to: orders, strength: 'soft', endurableSeconds: 4 * HOUR },
      });
      const root = await portal.as('rita').get(pathOf(orders));
      expect(gapOf(root.body, 'slower-than-needed')).toBeUndefined();
    });

    it('each answered for itself', async () => {
      const { body } = await classify(
        'sam',
        { from: checkout, to: orders, strength: 'hard', revision: 0 },
        { from: checkout, to: mail, strength: 'hard', revision: 0 },
        { from: checkout, to: db, strength: 'soft', revision: 0 },
        { from: orders, to: db, strength: 'soft', revision: 0 },
        { from: hiddenLedger, to: db, strength: 'soft', revision: 0 },
        {
          from: web,
          to: checkout,
          strength: 'hard',
          endurable: '1h',
          revision: 0,
        },
        { from: web, to: checkout, strength: 'soft', revision: 3 },
      ).expect(200);
      expect(body.items.map((item: any) => item.refusal)).toEqual([
        null,
        'locked',
        'no-dependency',
        'not-allowed',
        'not-found',
        'wrong',
        'stale',
      ]);
    });

    it('not twice from the same state', async () => {
      const edit = { from: web, to: checkout, strength: 'soft', revision: 0 };
      await classify('olivia', edit);
      const { body } = await classify('manuela', { ...edit, strength: 'hard' });
      expect(body.items[0]).toMatchObject({
        refusal: 'stale',
        edge: { class: 'soft', classification: { revision: 1 } },
      });
      const back = await classify('manuela', {
        ...edit,
        strength: null,
        revision: 1,
      });
      expect(back.body.items[0].edge).toMatchObject({
        class: 'unclassified',
        classification: { revision: 2, strength: null },
      });
    });

    it('again, where the way goes through an API', async () => {
      portal.catalog.put(
        anEntity('api:default/ledger').related('apiProvidedBy', orders),
      );
      portal.catalog.put(
        aService('web').related('consumesApi', 'api:default/ledger'),
      );
      await portal.sweep();
      const way = async () => {
        const { body } = await portal.as('olivia').get(dependenciesOf(web));
        const item = body.needs.items.find(
          (one: any) => one.entityRef === orders,
        );
        return item.edge.ways[0];
      };
      const edit = async (strength: string) => {
        const { classifiedAs, revision } = await way();
        const { body } = await classify('manuela', {
          from: web,
          to: classifiedAs,
          strength,
          revision,
        });
        return body.items[0];
      };
      expect(await way()).toMatchObject({
        kind: 'api',
        classifiedAs: 'api:default/ledger',
        revision: 0,
      });
      expect(await edit('soft')).toMatchObject({
        result: 'changed',
        edge: { ways: [{ class: 'soft', revision: 1 }] },
      });
      expect(await edit('hard')).toMatchObject({
        result: 'changed',
        refusal: null,
        edge: { ways: [{ class: 'hard', revision: 2 }] },
      });
    });

    it('not by readers', async () => {
      const { status, body } = await classify('rita', {
        from: web,
        to: checkout,
        strength: 'soft',
        revision: 0,
      });
      expect(status).toBe(403);
      expect(body.error.message).toContain('continuity.dependency.classify');
    });

    it('no longer when the entity has left, and again when it returns in time', async () => {
      await classify('olivia', {
        from: web,
        to: checkout,
        strength: 'soft',
        revision: 0,
      });
      const entity = aService('web')
        .ownedBy('group:default/shop-team')
        .related('dependsOn', checkout);
      portal.catalog.remove(web);
      await portal.sweep();
      await eventually(async () => {
        const { body } = await portal
          .as('rita')
          .get(dependenciesOf(checkout, '?direction=neededBy'));
        return !refsOf(body.neededBy.items).includes(web);
      });
      portal.catalog.put(entity);
      const { body } = await portal
        .as('rita')
        .get(dependenciesOf(web, '?direction=needs'))
        .expect(200);
      expect(body.needs.items[0]).toMatchObject({ class: 'soft' });
    });
  });
});

async function eventually(look: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await look()) return;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error('It did not happen in time');
}
