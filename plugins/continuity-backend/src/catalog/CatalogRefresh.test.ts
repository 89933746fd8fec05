import { TestDatabases } from '@backstage/backend-test-utils';
import { aGroup, aService, aUser } from '../__testUtils__/anEntity';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { World } from '../__testUtils__/World';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const checkout = 'component:default/checkout';
const team = 'group:default/team';
const asOlivia = {
  credentials: { principal: { userEntityRef: 'user:default/olivia' } } as never,
};
const asPeter = {
  credentials: { principal: { userEntityRef: 'user:default/peter' } } as never,
};

describe.each(databases.eachSupportedId())('CatalogRefresh on %s', id => {
  async function aWorld(): Promise<World> {
    const world = await World.create({
      knex: await databases.init(id),
      catalog: new FakeCatalog(
        aService('checkout').ownedBy(team),
        aService('cart').ownedBy(team),
        aGroup('team'),
        aUser('olivia').memberOf(team),
      ),
    });
    await world.sweep.run();
    world.days(1);
    world.catalog.requests.length = 0;
    return world;
  }

  it('takes over what came back, with one question, and marks whoever is assessed differently', async () => {
    const world = await aWorld();
    world.catalog.put(
      aService('checkout').ownedBy(team).annotated('continuity/tier', 'tier-2'),
      aService('new').ownedBy(team),
    );
    expect(
      await world.refresh.refresh(
        [checkout, 'component:default/new', 'component:default/nowhere'],
        asOlivia,
      ),
    ).toEqual({ reached: true, problem: null });
    expect(world.catalog.requests).toHaveLength(1);
    await world.engine.drain();
    expect(
      (await world.current(checkout))!.assessment.profile.tier,
    ).toMatchObject({ value: 'tier-2', source: 'catalog' });
    expect(await world.current('component:default/new')).toBeDefined();
  });

  it('writes nothing when nothing has changed', async () => {
    const world = await aWorld();
    await world.refresh.refresh([checkout], asOlivia);
    expect(await world.engine.backlog()).toBe(0);
    expect((await world.mirror.get([checkout])).get(checkout)!.changedAt).toBe(
      '2026-01-01T00:00:00.000Z',
    );
  });

  it('never takes for gone what does not come back', async () => {
    const world = await aWorld();
    world.catalog.shows = ref => ref !== checkout;
    expect(await world.refresh.refresh([checkout], asOlivia)).toEqual({
      reached: true,
      problem: null,
    });
    expect((await world.mirror.get([checkout])).size).toBe(1);
  });

  it('says why the catalog was not reached, without addresses and secrets', async () => {
    const world = await aWorld();
    world.catalog.isAway = true;
    expect(await world.refresh.refresh([checkout], asOlivia)).toEqual({
      reached: false,
      problem: 'Request failed with 500 Internal Server Error at (address)',
    });
    expect(await world.current(checkout)).toBeDefined();
  });

  it('does not wait longer than its limit', async () => {
    const world = await aWorld();
    world.catalog.delay = 400;
    const started = Date.now();
    expect(await world.refresh.refresh([checkout], asOlivia)).toEqual({
      reached: false,
      problem: 'The catalog did not answer in time',
    });
    expect(Date.now() - started).toBeLessThan(390);
  });

  it('shares one question among those who ask for the same, but not between two people', async () => {
    const world = await aWorld();
    world.catalog.delay = 50;
    await Promise.all([
      world.refresh.refresh([checkout, 'component:default/cart'], asOlivia),
      world.refresh.refresh(['component:default/cart', checkout], asOlivia),
      world.refresh.refresh([checkout, 'component:default/cart'], asPeter),
    ]);
    expect(world.catalog.requests).toHaveLength(2);
  });

  it('updates nothing while a sweep is held, and says so', async () => {
    const world = await aWorld();
    world.catalog.shows = ref => ref === checkout;
    expect(await world.sweep.run()).toMatchObject({ state: 'held' });
    world.catalog.put(aService('checkout').titled('Changed'));
    expect(await world.refresh.refresh([checkout], asOlivia)).toEqual({
      reached: false,
      problem: expect.stringContaining('were gone in one read of the catalog'),
    });
    expect((await world.mirror.get([checkout])).get(checkout)!.title).toBe(
      'checkout',
    );
  });

  it('keeps what it knows from being overwritten by a sweep that had read earlier', async () => {
    const world = await aWorld();
    world.catalog.put(aService('checkout').ownedBy(team).titled('Older'));
    const byRefs = world.catalog.getEntitiesByRefs.bind(world.catalog);
    // the sweep has read the older title when it asks by name for what is missing
    world.catalog.streams = ref => ref !== 'component:default/cart';
    jest
      .spyOn(world.catalog, 'getEntitiesByRefs')
      .mockImplementationOnce(async request => {
        world.catalog.put(aService('checkout').ownedBy(team).titled('Newer'));
        await world.refresh.refresh([checkout], asOlivia);
        return byRefs(request);
      });
    await world.sweep.run();
    expect((await world.mirror.get([checkout])).get(checkout)!.title).toBe(
      'Newer',
    );
  });
});
