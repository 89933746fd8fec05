import { TestDatabases } from '@backstage/backend-test-utils';
import { defaultPolicy } from 'backstage-plugin-continuity-common';
import { aGroup, aService } from '../__testUtils__/anEntity';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { World } from '../__testUtils__/World';
import { KpiDays } from './KpiDays';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const checkout = 'component:default/checkout';
const cart = 'component:default/cart';

describe.each(databases.eachSupportedId())('the days of figures on %s', id => {
  async function aWorld() {
    const world = await World.create({
      knex: await databases.init(id),
      now: '2026-01-01T08:00:00.000Z',
      policy: { ...defaultPolicy, timeZone: 'Europe/Vienna' },
      catalog: new FakeCatalog(
        aService('checkout').ownedBy('group:default/team'),
        aService('cart').ownedBy('group:default/team'),
        aGroup('team'),
      ),
    });
    await world.sweep.run();
    return world;
  }

  const daysOf = (world: World) =>
    KpiDays.create({
      database: world.knex,
      timeZone: 'Europe/Vienna',
      clock: () => new Date(world.now),
    });
  const stored = async (world: World) =>
    (await world.knex('kpi_days').orderBy('at')).map(row => ({
      at: row.at,
      tiers: JSON.parse(row.snapshot).tiers,
    }));

  it('counts each day as it was at its end, by the clocks of the policy', async () => {
    const world = await aWorld();
    world.now = '2026-01-02T22:59:59.999Z';
    await world.save(checkout, { tier: 'tier-4' });
    // a second later it is the 3rd in Vienna
    world.now = '2026-01-02T23:00:00.000Z';
    await world.save(cart, { tier: 'tier-4' });
    world.now = '2026-01-04T12:00:00.000Z';
    expect(await daysOf(world).fill()).toBe(3);
    expect(await stored(world)).toEqual([
      { at: '2026-01-01T23:00:00.000Z', tiers: { none: { unassessed: 2 } } },
      {
        at: '2026-01-02T23:00:00.000Z',
        tiers: { none: { unassessed: 1 }, 'tier-4': { 'not-required': 1 } },
      },
      {
        at: '2026-01-03T23:00:00.000Z',
        tiers: { 'tier-4': { 'not-required': 2 } },
      },
    ]);
    expect(await daysOf(world).fill()).toBe(0);
  });

  it('loses no day on which nothing ran: what is filled later is what would have been filled then', async () => {
    const daily = await aWorld();
    const late = await aWorld();
    const events: Array<[number, string, string]> = [
      [2, checkout, 'tier-1'],
      [5, cart, 'tier-3'],
      [9, checkout, 'tier-4'],
    ];
    for (let day = 1; day <= 14; day++) {
      for (const world of [daily, late]) {
        world.days(1);
        for (const [on, ref, tier] of events) {
          if (on === day) await world.save(ref, { tier });
        }
      }
      await daysOf(daily).fill();
    }
    expect(await daysOf(late).fill()).toBe(14);
    const days = await daily.knex('kpi_days').orderBy('at');
    expect(await late.knex('kpi_days').orderBy('at')).toEqual(days);
    expect(days.map(row => row.snapshot)).toContainEqual(
      expect.stringContaining('"tier-1"'),
    );
  });

  it('counts a required test on the day on which it fell due without having been held, and once', async () => {
    const world = await aWorld();
    await world.save(checkout, { tier: 'tier-3' });
    // the first test is due 90 days after the requirement began to apply
    world.now = '2026-04-05T12:00:00.000Z';
    await world.engine.settleDue();
    await daysOf(world).fill();
    const missed = (await world.knex('kpi_days').orderBy('at')).filter(
      row => row.missed_tests > 0,
    );
    expect(missed).toMatchObject([{ day: '2026-04-01', missed_tests: 1 }]);
  });

  it('counts no day for good on which something that had changed then still waits to be assessed', async () => {
    const world = await aWorld();
    world.now = '2026-01-02T20:00:00.000Z';
    const at = world.now;
    await world.knex.transaction(async trx => {
      await world.profiles.save(trx, {
        entityRef: checkout,
        values: { tier: 'tier-4' },
        revision: 1,
        updatedAt: at,
        updatedBy: 'user:default/olivia',
      });
      await world.engine.markDirty(trx, [checkout], at);
    });
    // the process stopped right then, and the days are counted before it has caught up
    world.now = '2026-01-04T12:00:00.000Z';
    expect(await daysOf(world).fill()).toBe(1);
    await world.engine.drain();
    expect(await daysOf(world).fill()).toBe(2);
    expect((await stored(world))[1].tiers).toEqual({
      none: { unassessed: 1 },
      'tier-4': { 'not-required': 1 },
    });
  });

  it('counts no day for good before what fell due by itself is settled', async () => {
    const world = await aWorld();
    await world.save(checkout, { tier: 'tier-3' });
    // nobody was awake when the first test fell due
    world.now = '2026-04-05T12:00:00.000Z';
    const early = await daysOf(world).fill();
    await world.engine.settleDue();
    const late = await daysOf(world).fill();
    expect(early + late).toBe(94);
    const missed = (await world.knex('kpi_days').orderBy('at')).filter(
      row => row.missed_tests > 0,
    );
    expect(missed).toMatchObject([{ day: '2026-04-01', missed_tests: 1 }]);
  });

  it('has nothing to say before the first read of the catalog', async () => {
    const world = await World.create({ knex: await databases.init(id) });
    expect(await daysOf(world).historySince()).toBeNull();
    expect(await daysOf(world).fill()).toBe(0);
  });
});
