import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import createKnex, { type Knex } from 'knex';
import { aCompany, checkout, roles } from '../../__testUtils__/aCompany';
import {
  aGroup,
  anEntity,
  aService,
  aSystem,
} from '../../__testUtils__/anEntity';
import { FakeCatalog } from '../../__testUtils__/FakeCatalog';
import { pathOf, Portal } from '../../__testUtils__/Portal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const shop = 'system:default/shop';

/** A system with so many parts, and so many APIs that it consumes. */
function aSystemWith(count: number): FakeCatalog {
  const system = aSystem('big').ownedBy('group:default/team');
  const names = Array.from({ length: count }, (_, index) => `part-${index}`);
  for (const name of names) {
    system
      .related('dependsOn', `component:default/${name}`)
      .related('consumesApi', `api:default/${name}`);
  }
  return new FakeCatalog(
    system,
    ...names.map(name => aService(name).partOf('system:default/big')),
    ...names.map(name => anEntity(`api:default/${name}`)),
    aGroup('team'),
  );
}

describe.each(databases.eachSupportedId())('the tab on %s', id => {
  let portal: Portal;

  async function start(catalog = aCompany()): Promise<Portal> {
    portal = await Portal.start({
      knex: await databases.init(id),
      catalog,
      roles,
    });
    await portal.sweep();
    return portal;
  }

  afterEach(async () => portal.stop());

  it('shows what was just changed in the catalog', async () => {
    const { catalog } = await start();
    catalog.put(
      aService('checkout')
        .ownedBy('group:default/shop-team')
        .annotated('continuity/rto', 'PT15M'),
    );
    const { body } = await portal.as('rita').get(pathOf(checkout)).expect(200);
    expect(body.profile.rto).toMatchObject({
      value: 'PT15M',
      source: 'catalog',
      locked: true,
    });
  });

  it('shows an entity that was registered after the last sweep', async () => {
    const { catalog } = await start();
    catalog.put(aService('brand-new').ownedBy('group:default/shop-team'));
    const { body } = await portal
      .as('rita')
      .get(pathOf('component:default/brand-new'))
      .expect(200);
    expect(body.status).toBe('unassessed');
  });

  it('answers 404 for what the catalog does not have', async () => {
    await start();
    const { body } = await portal
      .as('rita')
      .get(pathOf('component:default/nothing'))
      .expect(404);
    expect(body.error.name).toBe('NotFoundError');
  });

  it('shows last known values with their age while the catalog answers 500, and archives nothing', async () => {
    const { catalog } = await start();
    await portal
      .as('olivia')
      .edit(checkout, { rto: '4h' }, { revision: 0 })
      .expect(200);
    catalog.isAway = true;
    await portal.sweep();
    const { body } = await portal.as('rita').get(pathOf(checkout)).expect(200);
    expect(body.profile.rto.value).toBe('PT4H');
    expect(body.title).toBe('Checkout');
    expect(Date.parse(body.lastKnownAt)).toBeLessThanOrEqual(Date.now());
    expect(body.dataAge.problem).toContain('catalog');
    expect(body.dataAge.seconds).toBeGreaterThanOrEqual(0);
    expect(JSON.stringify(body)).not.toContain('secret@');
    await portal
      .as('rita')
      .get(pathOf('component:default/nothing'))
      .expect(503);

    catalog.isAway = false;
    catalog.put(aService('checkout').titled('Checkout 2'));
    await portal.sweep();
    const after = await portal.as('rita').get(pathOf(checkout)).expect(200);
    expect(after.body).toMatchObject({ title: 'Checkout 2', revision: 1 });
    expect(after.body.lastKnownAt).toBeUndefined();
    expect(after.body.dataAge.problem).toBeNull();
    expect(
      await portal.knex('mirror_entities').whereNotNull('archived_at'),
    ).toEqual([]);
  });

  it('tells the sweep’s error only to who may audit', async () => {
    const { catalog } = await start();
    catalog.isAway = true;
    await portal.sweep();
    const manager = await portal.as('manuela').get('/sweep');
    expect(manager.body).toMatchObject({ state: 'failed' });
    expect(manager.body.lastError).not.toBeNull();
    expect(JSON.stringify(manager.body)).not.toMatch(/secret|token=abc/);
    const reader = await portal.as('nobody-special').get('/sweep');
    expect(reader.body.allowedActions).toEqual([]);
  });

  it('names the parts of a system with their statuses, worst first', async () => {
    await start();
    await portal
      .as('olivia')
      .edit('component:default/cart', { tier: 'tier-1' }, { revision: 0 });
    const { body } = await portal.as('rita').get(pathOf(shop)).expect(200);
    expect(
      body.parts.items.map((p: any) => [p.entityRef, p.status, p.tier]),
    ).toEqual([
      ['component:default/cart', 'exposed', 'tier-1'],
      [checkout, 'unassessed', null],
    ]);
    expect(body.parts).toMatchObject({ totalItems: 2, redacted: 0 });
    const part = await portal.as('rita').get(pathOf(checkout));
    expect(part.body.parts).toBeNull();
  });

  it('brings the parts up to date with their system', async () => {
    await start();
    await portal
      .as('olivia')
      .edit(shop, { tier: 'tier-2' }, { revision: 0 })
      .expect(200);
    const { body } = await portal.as('rita').get(pathOf(shop));
    expect(body.parts.items.map((p: any) => p.tier)).toEqual([
      'tier-2',
      'tier-2',
    ]);
  });

  it('counts direct neighbours, through APIs their providers and consumers', async () => {
    await start(
      new FakeCatalog(
        aService('shop')
          .related('dependsOn', 'resource:default/db')
          .related('dependsOn', 'component:default/shop')
          .related('dependsOn', 'component:default/vanished')
          .related('consumesApi', 'api:default/payments')
          .related('consumesApi', 'api:default/orphan')
          .related('providesApi', 'api:default/orders'),
        anEntity('resource:default/db').related(
          'dependencyOf',
          'component:default/shop',
        ),
        anEntity('api:default/payments')
          .related('apiProvidedBy', 'component:default/pay')
          .related('apiConsumedBy', 'component:default/shop'),
        anEntity('api:default/orphan').related(
          'apiConsumedBy',
          'component:default/shop',
        ),
        anEntity('api:default/orders')
          .related('apiProvidedBy', 'component:default/shop')
          .related('apiConsumedBy', 'component:default/web')
          .related('apiConsumedBy', 'component:default/app'),
        aService('pay'),
        aService('web'),
        aService('app'),
      ),
    );
    const { body } = await portal
      .as('rita')
      .get(pathOf('component:default/shop'));
    // db, vanished, pay, and the API that nobody provides
    expect(body.dependencies).toMatchObject({
      needs: 4,
      neededBy: 2,
      neededByExamples: ['component:default/app', 'component:default/web'],
      redacted: 0,
    });
  });

  it('names an owner who does not exist', async () => {
    await start(
      new FakeCatalog(
        aService('checkout')
          .ownedBy('group:default/vanished')
          .annotated('continuity/tier', 'tier-1'),
        aGroup('other'),
      ),
    );
    const { body } = await portal.as('rita').get(pathOf(checkout));
    expect(
      body.gaps.find((g: any) => g.code === 'owner-unresolved').message,
    ).toContain('group:default/vanished');
    expect(body.parties).toEqual({
      'group:default/vanished': { state: 'missing', title: null },
    });
  });

  it('answers in a number of queries that does not depend on how much there is to say', async () => {
    const few = await countQueries({ parts: 2 });
    await portal.stop();
    const many = await countQueries({ parts: 40 });
    expect(many).toEqual(few);
    // the catalog's conditions take one look into the mirror more, ownership four
    expect(few.seesHalf).toBe(few.seesAll + 5);
    expect(few.seesAll).toBeLessThanOrEqual(23);
  });

  async function countQueries({ parts }: { parts: number }) {
    await start(aSystemWith(parts));
    const path = pathOf('system:default/big');
    // the first visit of each is noted
    for (const user of ['rita', 'sam']) {
      await portal.as(user).get(path).expect(200);
    }
    return {
      seesAll: await queriesOf(() => portal.as('rita').get(path)),
      seesHalf: await queriesOf(() => portal.as('sam').get(path)),
    };
  }

  async function queriesOf(act: () => PromiseLike<unknown>): Promise<number> {
    const queries: string[] = [];
    const listen = ({ sql }: { sql: string }) => {
      if (!/^(begin|commit|rollback|select pg_advisory)/i.test(sql)) {
        queries.push(sql);
      }
    };
    portal.knex.on('query', listen);
    await act();
    portal.knex.removeListener('query', listen);
    return queries.length;
  }
});

describe('zero, none and unset', () => {
  const folder = mkdtempSync(join(tmpdir(), 'continuity-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const stores: Array<[string, () => Promise<() => Promise<Knex>>]> = [
    [
      'a SQLite file',
      async () => async () =>
        createKnex({
          client: 'better-sqlite3',
          connection: { filename: join(folder, 'continuity.sqlite') },
          useNullAsDefault: true,
        }),
    ],
    [
      'PostgreSQL',
      async () => {
        const knex = await databases.init('POSTGRES_18');
        const { connection } = knex.client.config;
        return async () => createKnex({ client: 'pg', connection });
      },
    ],
  ];

  it.each(stores)(
    'stay three different things after a restart on %s',
    async (_, prepare) => {
      const connect = await prepare();
      const catalog = aCompany();
      const first = await connect();
      const before = await Portal.start({ knex: first, catalog, roles });
      await before.sweep();
      await before
        .as('olivia')
        .edit(checkout, { rto: '0', rpo: 'none', mtpd: '4h' }, { revision: 0 })
        .expect(200);
      await before
        .as('olivia')
        .edit(checkout, { mtpd: null }, { revision: 1 })
        .expect(200);
      await before.stop();
      await first.destroy();

      const second = await connect();
      const after = await Portal.start({ knex: second, catalog, roles });
      const { body } = await after.as('rita').get(pathOf(checkout)).expect(200);
      expect(body.revision).toBe(2);
      expect(body.profile.rto).toMatchObject({
        value: 'PT0S',
        source: 'portal',
      });
      expect(body.profile.rpo).toMatchObject({
        value: 'none',
        source: 'portal',
      });
      expect(body.profile.mtpd).toMatchObject({ value: null, source: null });
      const list = await after.as('rita').get('/coverage?search=checkout');
      expect(list.body.items[0]).toMatchObject({
        rto: 'PT0S',
        rpo: 'none',
        mtpd: null,
      });
      await after.stop();
      await second.destroy();
    },
  );
});
