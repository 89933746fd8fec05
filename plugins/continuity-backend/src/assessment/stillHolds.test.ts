import { TestDatabases } from '@backstage/backend-test-utils';
import { aGroup, aService, aSystem, aUser } from '../__testUtils__/anEntity';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { World } from '../__testUtils__/World';
import { rulesRelease } from './factsFingerprint';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const checkout = 'component:default/checkout';
const shop = 'system:default/shop';
const team = 'group:default/team';

describe.each(databases.eachSupportedId())('what still holds on %s', id => {
  async function aWorld(): Promise<World> {
    const world = await World.create({
      knex: await databases.init(id),
      catalog: new FakeCatalog(
        aService('checkout').ownedBy(team).partOf(shop),
        aSystem('shop').ownedBy(team),
        aGroup('team'),
      ),
    });
    await world.sweep.run();
    await world.save(checkout, { tier: 'tier-1' });
    world.wait(1000);
    return world;
  }

  /** Writes over what is stored, so that deciding anew can be told from leaving it. */
  const spoil = (world: World) =>
    world
      .knex('assessments')
      .whereNull('valid_to')
      .update({ status: 'spoiled', hash: 'spoiled' });

  const statusOf = async (world: World) =>
    (
      await world
        .knex('assessments')
        .where('entity_ref', checkout)
        .whereNull('valid_to')
        .first('status')
    ).status;

  async function askAgain(world: World, ref: string) {
    await world.knex.transaction(trx =>
      world.engine.markAffected(trx, [ref], world.now),
    );
    return world.engine.drain();
  }

  it('is neither decided nor written again, and leaves the queue', async () => {
    const world = await aWorld();
    await spoil(world);
    expect(await askAgain(world, checkout)).toBe(0);
    expect(await world.engine.backlog()).toBe(0);
    expect(await statusOf(world)).toBe('spoiled');
  });

  it('is decided anew where everything is asked for', async () => {
    const world = await aWorld();
    await spoil(world);
    await world.engine.markAll(world.now);
    await world.engine.drain();
    expect(await statusOf(world)).toBe('exposed');
  });

  it.each<[string, (world: World) => Promise<unknown>]>([
    [
      'a value of its own',
      world => world.save(checkout, { tier: 'tier-1', rto: 'PT1H' }),
    ],
    [
      'a value of its system',
      world => world.save(shop, { recoveryOwner: team }),
    ],
    [
      'the state of a group it asked about',
      async world => {
        world.catalog.put(aUser('olivia').memberOf(team));
        await world.sweep.run();
      },
    ],
    [
      'the time at which it changes by itself',
      async world => {
        const { next_change_at: next } = await world
          .knex('assessments')
          .where('entity_ref', checkout)
          .whereNull('valid_to')
          .first('next_change_at');
        world.now = next;
        await askAgain(world, checkout);
      },
    ],
    [
      'the release that decided',
      async world => {
        await world
          .knex('assessments')
          .update({ facts_hash: `not-${rulesRelease()}:same` });
        await world.engine.adoptPolicy(world.now);
        await world.engine.drain();
      },
    ],
  ])('does not survive a change of %s', async (_what, change) => {
    const world = await aWorld();
    await spoil(world);
    await change(world);
    await world.engine.drain();
    expect(await statusOf(world)).not.toBe('spoiled');
  });

  it('asks nothing anew at a start under the same policy and release', async () => {
    const world = await aWorld();
    await world.engine.adoptPolicy(world.now);
    expect(await world.engine.backlog()).toBe(0);
  });
});
