import { TestDatabases } from '@backstage/backend-test-utils';
import {
  type ContinuityPolicy,
  defaultPolicy,
} from 'backstage-plugin-continuity-common';
import { aLargeCatalog } from '../__testUtils__/aLargeCatalog';
import { aGroup, aService, aSystem, aUser } from '../__testUtils__/anEntity';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { World } from '../__testUtils__/World';
import { enterPolicy } from './enterPolicy';
import { PolicyVersionStore } from '../policy/PolicyVersionStore';
import { DirtyQueue } from './DirtyQueue';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const checkout = 'component:default/checkout';
const shop = 'system:default/shop';
const team = 'group:default/team';

function aCompany(): FakeCatalog {
  return new FakeCatalog(
    aService('checkout').ownedBy(team).partOf(shop),
    aService('search').ownedBy(team),
    aSystem('shop').ownedBy(team),
    aGroup('team').childOf('group:default/all'),
    aGroup('all'),
    aUser('olivia').memberOf(team),
    aUser('peter'),
    aUser('paula'),
  );
}

describe.each(databases.eachSupportedId())('the engine on %s', id => {
  async function aWorld(policy?: ContinuityPolicy): Promise<World> {
    const world = await World.create({
      knex: await databases.init(id),
      catalog: aCompany(),
      policy,
    });
    await world.sweep.run();
    return world;
  }

  const codesOf = async (world: World, ref: string) =>
    (await world.current(ref))!.assessment.gaps.map(gap => gap.code);

  it('turns a gap late at its due moment, not when somebody looks', async () => {
    const world = await aWorld();
    await world.save(checkout, { tier: 'tier-1', rpo: 'none' });
    const plan = (await world.current(checkout))!.assessment.gaps.find(
      gap => gap.code === 'plan-missing',
    )!;
    expect(plan.late).toBe(false);
    world.now = plan.dueBy;
    world.days(200);
    await world.engine.settleDue();
    const rows = await world.intervals(checkout);
    const became = rows.find(row => row.valid_from === plan.dueBy)!;
    expect(JSON.parse(became.detail).gaps).toContainEqual(
      expect.objectContaining({ code: 'plan-missing', late: true }),
    );
    for (const [index, row] of rows.entries()) {
      expect(row.valid_to).toBe(rows[index + 1]?.valid_from ?? null);
    }
    const next = rows[rows.length - 1].next_change_at;
    expect(next === null || next > world.now).toBe(true);
  });

  it('reaches the parts when a system is given values', async () => {
    const world = await aWorld();
    await world.save(shop, { tier: 'tier-3' });
    expect(
      (await world.current(checkout))!.assessment.profile.tier,
    ).toMatchObject({ value: 'tier-3', source: 'inherited' });
  });

  it('reaches whoever names a group through its nested groups when its last member leaves', async () => {
    const world = await aWorld();
    await world.save(checkout, {
      tier: 'tier-1',
      recoveryOwner: 'group:default/all',
    });
    expect(await codesOf(world, checkout)).not.toContain('owner-unresolved');
    world.catalog.put(aUser('olivia'));
    world.days(1);
    await world.sweep.run();
    const { assessment } = (await world.current(checkout))!;
    expect(assessment.parties).toEqual({ 'group:default/all': 'empty-group' });
    expect(assessment.status).toBe('exposed');
    world.catalog.put(aUser('peter').memberOf('group:default/team'));
    await world.sweep.run();
    expect((await world.current(checkout))!.assessment.parties).toEqual({
      'group:default/all': 'ok',
    });
  });

  it('assesses the given refs before the call returns, and leaves the rest to others', async () => {
    const world = await aWorld();
    world.days(1);
    await world.engine.markAll(world.now);
    await world.engine.drain({ first: [checkout], limit: 0 });
    expect(
      (await world.knex('dirty_refs').orderBy('entity_ref')).map(
        row => row.entity_ref,
      ),
    ).toEqual(['component:default/search', shop]);
    await world.engine.drain();
    expect(await world.engine.backlog()).toBe(0);
    expect(await world.intervals(checkout)).toHaveLength(1);
  });

  it('assesses under a new policy what was assessed under another one, and only that', async () => {
    const world = await aWorld();
    await world.save(checkout, { tier: 'tier-1' });
    world.days(1);
    const other = world.replica({
      ...defaultPolicy,
      severities: { 'plan-missing': 'warning', 'target-missing': 'warning' },
    });
    await other.engine.adoptPolicy(world.now);
    expect(await other.engine.backlog()).toBe(3);
    await other.engine.drain();
    expect((await other.current(checkout))!.assessment.status).toBe('at-risk');
    await other.engine.adoptPolicy(world.now);
    expect(await other.engine.backlog()).toBe(0);
  });

  it('leaves the work to those whose policy is in force', async () => {
    const world = await aWorld();
    const versions = PolicyVersionStore.create({ database: world.knex });
    const policy = {
      ...defaultPolicy,
      severities: { 'plan-missing': 'warning', 'target-missing': 'warning' },
    } as const;
    const newer = world.replica(policy);
    world.days(1);
    await versions.recordPolicyInForce(policy, world.now);
    await newer.engine.adoptPolicy(world.now);
    expect(await world.engine.drain()).toBe(0);
    expect(await world.engine.backlog()).toBe(3);
    await newer.engine.drain();
    expect(await world.engine.backlog()).toBe(0);
  });

  it('decides by the old policy what fell due before the new one came into force', async () => {
    const world = await aWorld();
    const versions = PolicyVersionStore.create({ database: world.knex });
    const enter = async (policy: ContinuityPolicy) =>
      enterPolicy({
        versions,
        policy,
        now: world.now,
        engineUnder: ruling => world.replica(ruling).engine,
      });
    await enter(defaultPolicy);
    await world.save(checkout, { tier: 'tier-1' });
    const plan = (await world.current(checkout))!.assessment.gaps.find(
      gap => gap.code === 'plan-missing',
    )!;
    world.now = plan.dueBy;
    world.days(7);
    const mild = { 'plan-missing': 'warning' } as const;
    const { engine } = await enter({ ...defaultPolicy, severities: mild });
    await engine.drain();
    const rows = await world.intervals(checkout);
    const planAt = (moment: string) =>
      JSON.parse(rows.find(row => row.valid_from === moment)!.detail).gaps.find(
        (gap: { code: string }) => gap.code === 'plan-missing',
      );
    expect(planAt(plan.dueBy)).toMatchObject({
      late: true,
      severity: 'critical',
    });
    expect(planAt(world.now)).toMatchObject({
      late: true,
      severity: 'warning',
    });
  });

  it('keeps the last known status of what can not be assessed, and goes on with the rest', async () => {
    const world = await aWorld();
    await world.save(checkout, { tier: 'tier-1' });
    const before = await world.current(checkout);
    world.days(1);
    const broken = world.replica({
      ...defaultPolicy,
      timeZone: 'Nowhere/At-all',
    });
    await broken.engine.markAll(world.now);
    await broken.engine.drain();
    await broken.engine.settleDue();
    expect(broken.logger.error).toHaveBeenCalledWith(
      expect.stringContaining('its last known status stays'),
      expect.anything(),
    );
    expect(await world.current(checkout)).toEqual(before);
    expect(await world.engine.backlog()).toBe(1);
  });

  it('tells about what changed in the same transaction, and about what left', async () => {
    const world = await aWorld();
    world.told.length = 0;
    await world.save(checkout, { tier: 'tier-4' });
    expect(world.told).toMatchObject([
      {
        entityRef: checkout,
        assessment: { profile: { tier: { value: 'tier-4' } } },
      },
    ]);
    world.told.length = 0;
    world.catalog.remove('component:default/search');
    await world.sweep.run();
    expect(world.told).toEqual([
      { entityRef: 'component:default/search', assessment: null },
    ]);
  });

  it('keeps a row in the queue whose version grew after it was claimed', async () => {
    const world = await aWorld();
    const queue = DirtyQueue.create({ database: world.knex });
    await world.knex.transaction(trx => queue.mark(trx, [checkout], world.now));
    const claimed = await world.knex.transaction(trx =>
      queue.claimThese(trx, [checkout]),
    );
    await world.knex.transaction(trx => queue.mark(trx, [checkout], world.now));
    await world.knex.transaction(trx => queue.remove(trx, claimed));
    expect(await queue.size()).toBe(1);
  });

  it('gives the same table when several replicas drain at the same time, and no row twice', async () => {
    const world = await World.create({
      knex: await databases.init(id),
      catalog: new FakeCatalog(...aLargeCatalog(1_200)),
    });
    await world.sweep.run();
    world.days(120);
    const other = world.replica();
    await Promise.all([
      world.engine.settleDue(),
      other.engine.settleDue(),
      world.save('system:default/system-3', { tier: 'tier-1' }),
      other.save('system:default/system-5', { tier: 'tier-2' }),
      other.engine.markAll(world.now).then(() => other.engine.drain()),
      world.engine.drain(),
    ]);
    await world.engine.drain();
    await world.engine.settleDue();
    expect(await world.engine.backlog()).toBe(0);

    const alone = await World.create({
      knex: await databases.init(id),
      catalog: new FakeCatalog(...aLargeCatalog(1_200)),
    });
    await alone.sweep.run();
    alone.days(120);
    await alone.engine.settleDue();
    await alone.save('system:default/system-3', { tier: 'tier-1' });
    await alone.save('system:default/system-5', { tier: 'tier-2' });

    const content = async (some: World) =>
      (await some.intervals()).map(
        ({ entity_ref, valid_from, valid_to, hash }) =>
          `${entity_ref} ${valid_from} ${valid_to} ${hash}`,
      );
    expect(await content(world)).toEqual(await content(alone));
  });
});
