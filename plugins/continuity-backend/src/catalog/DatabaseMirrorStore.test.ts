import { TestDatabases } from '@backstage/backend-test-utils';
import { aGroup, aService, aSystem, aUser } from '../__testUtils__/anEntity';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { World } from '../__testUtils__/World';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const group = (name: string) => `group:default/${name}`;

describe.each(databases.eachSupportedId())('DatabaseMirrorStore on %s', id => {
  async function aWorld(): Promise<World> {
    const world = await World.create({
      knex: await databases.init(id),
      catalog: new FakeCatalog(
        aGroup('top').childOf(group('bottom')),
        aGroup('middle').childOf(group('top')),
        aGroup('bottom').childOf(group('middle')),
        aGroup('side').childOf(group('top')),
        aUser('olivia').memberOf(group('bottom')).memberOf(group('unknown')),
        aService('checkout').partOf('system:default/shop'),
        aService('away').partOf('system:default/nowhere'),
        aSystem('shop').partOf('domain:default/sales'),
      ),
    });
    await world.sweep.run();
    return world;
  }

  it('finds all groups above a user, though they go round in a circle', async () => {
    const { mirror } = await aWorld();
    expect(await mirror.claimsOf('user:default/olivia')).toEqual([
      ...['bottom', 'middle', 'top', 'unknown'].map(group),
      'user:default/olivia',
    ]);
    expect(
      await mirror.claimsOf('user:default/guest', [group('side')]),
    ).toEqual(
      ['bottom', 'middle', 'side', 'top']
        .map(group)
        .concat('user:default/guest'),
    );
  });

  it('finds all groups below a group, though they go round in a circle', async () => {
    const { mirror } = await aWorld();
    expect(await mirror.groupsBelow([group('top')])).toEqual(
      ['bottom', 'middle', 'side', 'top'].map(group),
    );
    expect(await mirror.groupsBelow([group('side')])).toEqual([group('side')]);
    expect(await mirror.groupsBelow([])).toEqual([]);
  });

  it('knows the domain through the system only while the system is there', async () => {
    const world = await aWorld();
    const domainOf = async (ref: string) =>
      (await world.mirror.get([ref])).get(ref)!.domainRef;
    expect(await domainOf('component:default/checkout')).toBe(
      'domain:default/sales',
    );
    expect(await domainOf('component:default/away')).toBeNull();
    world.catalog.remove('system:default/shop');
    await world.sweep.run();
    expect(await domainOf('component:default/checkout')).toBeNull();
  });

  it('takes texts that databases do not like', async () => {
    const world = await aWorld();
    const title = `${'long '.repeat(100)}\0"quoted" 'twice' \ud800 ünï`;
    world.catalog.put(aService('odd').titled(title).typed('type\0with nul'));
    expect(await world.sweep.run()).toMatchObject({
      state: 'idle',
      written: 1,
    });
    expect((await world.sweep.run()).written).toBe(0);
    const odd = (await world.mirror.get(['component:default/odd'])).get(
      'component:default/odd',
    )!;
    expect(odd.type).toBe('type\ufffdwith nul');
    expect(await world.current('component:default/odd')).toBeDefined();
  });

  it('counts owners and entities apart, and forgets those who left', async () => {
    const world = await aWorld();
    expect(await world.mirror.countByRole()).toEqual({
      owners: 5,
      entities: 3,
    });
    expect(await world.mirror.count()).toBe(8);
    world.catalog.remove('component:default/away');
    await world.sweep.run();
    expect(await world.mirror.countByRole()).toEqual({
      owners: 5,
      entities: 2,
    });
  });
});
