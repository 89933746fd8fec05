import { TestDatabases } from '@backstage/backend-test-utils';
import {
  aCompany,
  checkout,
  ledger,
  roles,
} from '../../__testUtils__/aCompany';
import { aService } from '../../__testUtils__/anEntity';
import { FakeCatalog } from '../../__testUtils__/FakeCatalog';
import { pathOf, Portal } from '../../__testUtils__/Portal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('editing on %s', id => {
  let portal: Portal;

  afterEach(async () => portal.stop());

  async function start(options: { catalog?: FakeCatalog } = {}) {
    portal = await Portal.start({
      knex: await databases.init(id),
      catalog: options.catalog ?? aCompany(),
      roles,
    });
    await portal.sweep();
    return { as: (user: string) => portal.as(user) };
  }

  it('saves what was sent, normalised, with who did it', async () => {
    const { as } = await start();
    const { body } = await as('olivia')
      .edit(checkout, { rto: '90m', tier: 'tier-1' }, { revision: 0 })
      .expect(200);
    expect(body.revision).toBe(1);
    expect(body.profile.rto).toMatchObject({
      value: 'PT1H30M',
      source: 'portal',
      origin: { by: 'user:default/olivia' },
    });
  });

  it('answers a stale edit with the newer state and what changed since, and loses nothing', async () => {
    const { as } = await start();
    await as('olivia')
      .edit(checkout, { rto: '4h' }, { revision: 0, reason: 'first' })
      .expect(200);
    const { body } = await as('peter')
      .edit(checkout, { rto: '8h', rpo: '1h' }, { revision: 0 })
      .expect(409);
    expect(body.error).toEqual({
      name: 'ConflictError',
      message: expect.stringContaining('Nothing of yours was saved'),
    });
    expect(body.current).toMatchObject({
      revision: 1,
      profile: { rto: { value: 'PT4H' }, rpo: { value: null } },
    });
    expect(body.changedSince).toEqual([
      expect.objectContaining({
        by: 'user:default/olivia',
        reason: 'first',
        before: { rto: null },
        after: { rto: 'PT4H' },
        revision: 1,
      }),
    ]);
  });

  it('lets exactly one of two simultaneous edits win', async () => {
    const { as } = await start();
    const answers = await Promise.all(
      ['olivia', 'peter'].map(user =>
        as(user).edit(checkout, { rto: '4h', mbco: user }, { revision: 0 }),
      ),
    );
    expect(answers.map(a => a.status).sort()).toEqual([200, 409]);
    const { body } = await as('olivia').get(`${pathOf(checkout)}/history`);
    expect(body.totalItems).toBe(1);
  });

  it('writes no record and keeps the revision where nothing changes', async () => {
    const { as } = await start();
    await as('olivia').edit(checkout, { rto: '4h' }, { revision: 0 });
    const { body } = await as('olivia')
      .edit(checkout, { rto: 'PT240M', wrt: null }, { revision: 1 })
      .expect(200);
    expect(body.revision).toBe(1);
    const history = await as('olivia').get(`${pathOf(checkout)}/history`);
    expect(history.body.totalItems).toBe(1);
  });

  it('refuses a reader with 403 and a clear message', async () => {
    const { as } = await start();
    const { body } = await as('rita')
      .edit(checkout, { rto: '4h' }, { revision: 0 })
      .expect(403);
    expect(body.error.message).toContain('continuity.profile.update');
    const shown = await as('rita').get(pathOf(checkout)).expect(200);
    expect(shown.body.allowedActions).toEqual([]);
  });

  it('lets owners through groups above their own, and nobody else', async () => {
    const { as } = await start();
    await as('olivia').edit(ledger, { rto: '4h' }, { revision: 0 }).expect(403);
    // commerce is above olivia's team
    await as('manuela')
      .edit(
        ledger,
        { recoveryOwner: 'group:default/commerce' },
        { revision: 0 },
      )
      .expect(200);
    const { status } = await as('olivia').edit(
      ledger,
      { rto: '4h' },
      { revision: 1 },
    );
    expect(status).toBe(200);
  });

  it('refuses what the catalog says, and names the place', async () => {
    const { as } = await start({
      catalog: new FakeCatalog(
        aService('checkout')
          .ownedBy('group:default/shop-team')
          .annotated('continuity/rto', 'PT2H')
          .annotated('backstage.io/edit-url', 'https://git.example.org/edit'),
      ),
    });
    const { body } = await as('olivia')
      .edit(checkout, { rto: '4h' }, { revision: 0 })
      .expect(400);
    const locked = {
      code: 'locked-by-catalog',
      params: expect.objectContaining({
        field: 'rto',
        key: 'continuity/rto',
        url: 'https://git.example.org/edit',
      }),
    };
    expect(body.error.issues).toEqual([
      {
        path: 'values.rto',
        ...locked,
        message: expect.stringMatching(
          /continuity\/rto.*https:\/\/git\.example\.org\/edit/,
        ),
      },
    ]);
    const { body: bulk } = await as('olivia')
      .post('/profiles/bulk', {
        entityRefs: [checkout],
        values: { rto: '4h' },
        reason: 'x',
      })
      .expect(200);
    expect(bulk.items).toMatchObject([{ result: 'refused', ...locked }]);
  });

  it('refuses people who do not exist, but not where the catalog knows nobody', async () => {
    const { as } = await start();
    const { body } = await as('olivia')
      .edit(
        checkout,
        {
          recoveryOwner: 'group:default/nobody',
          recoveryAlternates: ['user:default/olivia', 'user:default/ghost'],
        },
        { revision: 0 },
      )
      .expect(400);
    expect(body.error.issues.map((i: any) => i.message)).toEqual([
      expect.stringContaining('group:default/nobody does not exist'),
      expect.stringContaining('user:default/ghost does not exist'),
    ]);
    await portal.stop();
    const { as: there } = await start({
      catalog: new FakeCatalog(aService('checkout')),
    });
    await there('manuela')
      .edit(checkout, { recoveryOwner: 'nobody' }, { revision: 0 })
      .expect(200);
  });

  it('treats a group that the caller may not see like one that does not exist', async () => {
    const { as } = await start();
    const answers = await Promise.all(
      ['group:default/secret-team', 'group:default/no-such-team'].map(ref =>
        as('sam').edit(checkout, { recoveryOwner: ref }, { revision: 0 }),
      ),
    );
    expect(answers.map(a => a.status)).toEqual([400, 400]);
    const [hidden, missing] = answers.map(a =>
      a.body.error.message.replace(/group:default\/[a-z-]+/g, 'X'),
    );
    expect(hidden).toBe(missing);
  });

  it('changes many, each for itself, with one question to the permission system', async () => {
    const { as } = await start();
    const ask = jest.mocked(portal.permissions.authorizeConditional);
    ask.mockClear();
    const { body } = await as('olivia')
      .post('/profiles/bulk', {
        entityRefs: [
          checkout,
          'component:default/cart',
          ledger,
          'component:default/none',
          'user:default/rita',
        ],
        values: { tier: 'tier-2' },
        reason: 'first round',
      })
      .expect(200);
    expect(body.items.map((i: any) => [i.entityRef, i.result])).toEqual([
      [checkout, 'changed'],
      ['component:default/cart', 'changed'],
      [ledger, 'refused'],
      ['component:default/none', 'refused'],
      ['user:default/rita', 'refused'],
    ]);
    expect(body.items.map((i: any) => i.code)).toEqual([
      undefined,
      undefined,
      'entity-not-allowed',
      'entity-unknown',
      'entity-unknown',
    ]);
    // once for what may be seen, once for what may be done
    expect(ask).toHaveBeenCalledTimes(2);
    const again = await as('olivia').post('/profiles/bulk', {
      entityRefs: [checkout],
      values: { tier: 'tier-2' },
      reason: 'again',
    });
    expect(again.body.items[0].result).toBe('unchanged');
  });

  it('refuses what is hidden in bulk with the words for what does not exist', async () => {
    const { as } = await start();
    const { body } = await as('sam')
      .post('/profiles/bulk', {
        entityRefs: [ledger, 'component:default/none', checkout],
        values: { tier: 'tier-2' },
        reason: 'x',
      })
      .expect(200);
    const [hidden, missing, own] = body.items;
    expect(hidden.message).toBe(missing.message);
    expect(hidden.code).toBe('entity-unknown');
    expect(own.result).toBe('changed');
  });

  it('leaves people without continuity of their own', async () => {
    const { as } = await start();
    const { body } = await as('manuela')
      .get(pathOf('group:default/shop-team'))
      .expect(200);
    expect(body.status).toBe('out-of-scope');
    expect(body.allowedActions).toEqual(['catalog.manage']);
    await as('manuela')
      .edit('group:default/shop-team', { rto: '4h' }, { revision: 0 })
      .expect(400);
  });
});
