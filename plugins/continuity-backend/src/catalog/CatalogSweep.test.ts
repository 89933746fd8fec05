import { TestDatabases } from '@backstage/backend-test-utils';
import {
  aGroup,
  anEntity,
  aService,
  aSystem,
  aUser,
} from '../__testUtils__/anEntity';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { World } from '../__testUtils__/World';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const checkout = 'component:default/checkout';
const shop = 'system:default/shop';
const team = 'group:default/team';

function aCompany(): FakeCatalog {
  return new FakeCatalog(
    aService('checkout').ownedBy(team).partOf(shop),
    aService('cart').ownedBy(team).partOf(shop),
    aService('search').ownedBy(team),
    aService('mail').ownedBy(team),
    aSystem('shop').ownedBy(team).partOf('domain:default/sales'),
    anEntity('domain:default/sales'),
    aGroup('team').childOf('group:default/all'),
    aGroup('all'),
    aUser('olivia').memberOf(team),
    aUser('peter').memberOf(team),
    anEntity('location:default/files'),
  );
}

describe.each(databases.eachSupportedId())('CatalogSweep on %s', id => {
  async function aWorld(
    options?: Partial<Parameters<typeof World.create>[0]>,
  ): Promise<World> {
    return World.create({
      knex: await databases.init(id),
      catalog: aCompany(),
      ...options,
    });
  }

  async function living(world: World): Promise<string[]> {
    const rows = await world.knex('mirror_entities').whereNull('archived_at');
    return rows.map(row => row.entity_ref).sort();
  }

  it('mirrors everything but locations, and assesses everything but people', async () => {
    const world = await aWorld();

    expect(await world.sweep.run()).toEqual({
      state: 'idle',
      read: 10,
      written: 10,
      archived: 0,
      isFirst: true,
    });

    expect(await living(world)).toEqual(
      world.catalog
        .refs()
        .filter(ref => !ref.startsWith('location:'))
        .sort(),
    );
    const assessed = (await world.intervals()).map(row => row.entity_ref);
    expect(assessed).toEqual([
      'component:default/cart',
      checkout,
      'component:default/mail',
      'component:default/search',
      'domain:default/sales',
      shop,
    ]);
    expect(await world.sweepState()).toMatchObject({
      state: 'idle',
      read: 10,
      written: 10,
      last_good_at: world.now,
      first_finished_at: world.now,
      last_error: null,
    });
  });

  it('asks for the fields that it needs, without an order and without a total', async () => {
    const world = await aWorld();
    await world.sweep.run();
    expect(world.catalog.requests).toEqual([
      {
        call: 'streamEntities',
        request: {
          fields: expect.arrayContaining(['kind', 'metadata.uid', 'relations']),
          pageSize: 500,
          totalItems: 'exclude',
        },
      },
    ]);
  });

  it('finds system and domain by relations, the domain also through the system', async () => {
    const world = await aWorld();
    await world.sweep.run();
    const entities = await world.mirror.get([checkout, shop]);
    expect(entities.get(checkout)).toMatchObject({
      systemRef: shop,
      domainRef: 'domain:default/sales',
      ownerRef: team,
      type: 'service',
      inScope: true,
    });
    expect(await world.mirror.partsOf(shop)).toEqual([
      'component:default/cart',
      checkout,
    ]);
    expect((await world.intervals(checkout))[0]).toMatchObject({
      domain_ref: 'domain:default/sales',
      system_ref: shop,
    });
  });

  it('writes only what changed, and keeps relations as they are now', async () => {
    const world = await aWorld();
    await world.sweep.run();
    world.catalog.put(
      aService('checkout').ownedBy('group:default/all').partOf(shop),
    );
    world.days(1);
    expect(await world.sweep.run()).toMatchObject({ written: 1, archived: 0 });
    expect(
      await world.mirror.related([checkout], ['ownedBy', 'partOf']),
    ).toEqual(
      expect.arrayContaining([
        {
          sourceRef: checkout,
          type: 'ownedBy',
          targetRef: 'group:default/all',
        },
        { sourceRef: checkout, type: 'partOf', targetRef: shop },
      ]),
    );
    const row = (await world.mirror.get([checkout])).get(checkout)!;
    expect(row.changedAt).toBe('2026-01-02T00:00:00.000Z');
    expect(row.firstSeenAt).toBe('2026-01-01T00:00:00.000Z');
  });

  it('gives the same table when changes wait in a table rather than in memory', async () => {
    const inMemory = await aWorld();
    const inTable = await aWorld({ stagedInMemory: 1, pageSize: 3 });
    for (const world of [inMemory, inTable]) {
      await world.sweep.run();
      world.catalog.put(aService('cart').ownedBy('user:default/olivia'));
      world.catalog.remove('component:default/mail');
      world.days(1);
      await world.sweep.run();
    }
    const content = async (world: World) =>
      (await world.intervals()).map(({ id: _id, ...row }) => row);
    expect(await content(inTable)).toEqual(await content(inMemory));
    expect(await inTable.knex('sweep_staged')).toEqual([]);
  });

  describe('when the catalog is not whole', () => {
    async function snapshot(world: World) {
      return {
        entities: await world.knex('mirror_entities').orderBy('entity_ref'),
        relations: await world
          .knex('mirror_relations')
          .orderBy(['source_ref', 'type', 'target_ref']),
        assessments: await world.intervals(),
        profiles: await world.knex('profiles').orderBy('id'),
        dirty: await world.knex('dirty_refs'),
      };
    }

    it('keeps the last known state while the catalog answers 500, and catches up afterwards', async () => {
      const world = await aWorld();
      await world.sweep.run();
      const before = await snapshot(world);
      world.catalog.isAway = true;
      world.catalog.put(aService('billing').ownedBy(team));
      world.days(1);

      expect(await world.sweep.run()).toMatchObject({
        state: 'failed',
        written: 0,
        archived: 0,
      });
      expect(await snapshot(world)).toEqual(before);
      const failed = await world.sweepState();
      expect(failed).toMatchObject({
        state: 'failed',
        last_good_at: '2026-01-01T00:00:00.000Z',
        last_error_at: '2026-01-02T00:00:00.000Z',
      });
      expect(failed.last_error).toBe(
        'Request failed with 500 Internal Server Error at (address)',
      );

      world.catalog.isAway = false;
      world.days(1);
      expect(await world.sweep.run()).toMatchObject({
        state: 'idle',
        written: 1,
      });
      expect(await world.sweepState()).toMatchObject({
        state: 'idle',
        last_error: null,
        last_good_at: '2026-01-03T00:00:00.000Z',
      });
      expect(await world.current('component:default/billing')).toBeDefined();
    });

    it.each([
      { name: 'changes in memory', stagedInMemory: 100 },
      { name: 'changes in a table', stagedInMemory: 1 },
    ])(
      'changes nothing when the stream breaks in the middle, $name',
      async ({ stagedInMemory }) => {
        const world = await aWorld({ pageSize: 2, stagedInMemory });
        await world.sweep.run();
        const before = await snapshot(world);
        world.catalog.put(aService('checkout').titled('Renamed').ownedBy(team));
        world.catalog.put(aService('cart').titled('Renamed').ownedBy(team));
        world.catalog.breaksAfterPages = 3;

        expect(await world.sweep.run()).toMatchObject({
          state: 'failed',
          read: 6,
        });

        expect(await snapshot(world)).toEqual(before);
        expect(await world.knex('sweep_staged')).toEqual([]);
      },
    );

    it('takes a missing entity for gone only after asking for it by name', async () => {
      const world = await aWorld();
      await world.sweep.run();
      const before = await snapshot(world);
      world.catalog.streams = ref => ref !== checkout;
      expect(await world.sweep.run()).toMatchObject({
        written: 0,
        archived: 0,
      });
      expect(await snapshot(world)).toEqual(before);
    });

    it('fails when the question by name fails, and archives nothing', async () => {
      const world = await aWorld();
      await world.sweep.run();
      const before = await snapshot(world);
      world.catalog.streams = ref => ref !== checkout;
      jest
        .spyOn(world.catalog, 'getEntitiesByRefs')
        .mockRejectedValue(new Error('Bad gateway'));
      expect(await world.sweep.run()).toMatchObject({ state: 'failed' });
      expect(await snapshot(world)).toEqual(before);
    });

    it('stops when it is told to, and starts anew the next time', async () => {
      const world = await aWorld();
      const stop = new AbortController();
      stop.abort();
      expect(await world.sweep.run({ signal: stop.signal })).toMatchObject({
        state: 'failed',
        written: 0,
      });
      expect(await world.sweep.run()).toMatchObject({
        state: 'idle',
        written: 10,
      });
    });

    it('changes nothing after half of the entities, whatever else came with the other half, until a second sweep and a look', async () => {
      const world = await aWorld();
      await world.sweep.run();
      await world.save(checkout, { tier: 'tier-1' });
      const before = await snapshot(world);
      const lost = [
        'component:default/cart',
        'component:default/mail',
        'component:default/search',
      ];
      world.catalog.shows = ref => !lost.includes(ref);
      // what came back has changed, too
      world.catalog.put(aService('checkout').titled('Other').ownedBy(team));
      world.catalog.put(aService('added').ownedBy(team));

      world.days(1);
      expect(await world.sweep.run()).toMatchObject({
        state: 'held',
        written: 0,
        archived: 0,
      });
      expect(await snapshot(world)).toEqual(before);
      const held = await world.sweepState();
      expect(JSON.parse(held.held)).toEqual({
        since: '2026-01-02T00:00:00.000Z',
        reason: '3 of 6 entities were gone in one read of the catalog',
        entitiesGone: 3,
        entitiesBefore: 6,
        ownersGone: 0,
        ownersBefore: 4,
        seenAgain: false,
      });
      expect(held).toMatchObject({
        state: 'held',
        last_good_at: '2026-01-01T00:00:00.000Z',
      });

      world.days(1);
      expect(await world.sweep.run()).toMatchObject({ state: 'held' });
      expect(await snapshot(world)).toEqual(before);
      expect(JSON.parse((await world.sweepState()).held)).toMatchObject({
        seenAgain: true,
        since: '2026-01-02T00:00:00.000Z',
      });

      await world.sweep.requestRelease({
        by: 'user:default/olivia',
        reason: 'We sold them',
      });
      world.days(1);
      expect(await world.sweep.run()).toMatchObject({
        state: 'idle',
        archived: 3,
        written: 2,
      });
      expect(await living(world)).not.toContain('component:default/cart');
      expect(await world.sweepState()).toMatchObject({
        held: null,
        release_by: null,
      });
      expect(
        await world.history('continuity:default/catalog-sweep'),
      ).toMatchObject([
        {
          action: 'released',
          by: 'user:default/olivia',
          reason: 'We sold them',
        },
        { action: 'held', by: 'system' },
      ]);
    });

    it('forgets that it was held when everything is there again', async () => {
      const world = await aWorld();
      await world.sweep.run();
      world.catalog.shows = ref => !ref.startsWith('user:');
      expect(await world.sweep.run()).toMatchObject({ state: 'held' });
      world.catalog.shows = () => true;
      expect(await world.sweep.run()).toMatchObject({
        state: 'idle',
        written: 0,
        archived: 0,
      });
      expect((await world.sweepState()).held).toBeNull();
      await expect(
        world.sweep.requestRelease({ by: 'user:default/olivia' }),
      ).rejects.toThrow('No sweep is held any more');
    });

    it('holds anew when much more is gone than what somebody has looked at', async () => {
      const world = await aWorld();
      await world.sweep.run();
      world.catalog.shows = ref =>
        !['component:default/cart', 'component:default/mail'].includes(ref);
      await world.sweep.run();
      await world.sweep.requestRelease({ by: 'user:default/olivia' });
      world.catalog.shows = ref =>
        ref.startsWith('user:') || ref.startsWith('group:');
      expect(await world.sweep.run()).toMatchObject({
        state: 'held',
        archived: 0,
      });
      const state = await world.sweepState();
      expect(state.release_by).toBeNull();
      expect(JSON.parse(state.held)).toMatchObject({
        entitiesGone: 6,
        seenAgain: false,
      });
    });

    it('takes one deleted entity for what it is, however small the catalog', async () => {
      const world = await aWorld();
      await world.sweep.run();
      world.catalog.remove('user:default/peter');
      expect(await world.sweep.run()).toMatchObject({
        state: 'idle',
        archived: 1,
      });
    });
  });

  describe('what leaves and returns', () => {
    const searching = 'component:default/search';

    async function afterLeaving(): Promise<World> {
      const world = await aWorld();
      await world.sweep.run();
      await world.save(searching, { tier: 'tier-2', rpo: 'none' });
      await world.agree({
        id: '00000000-0000-4000-8000-000000000001',
        entityRef: searching,
        values: { tier: 'tier-2' },
        agreedOn: '2026-01-01',
      });
      world.catalog.remove(searching);
      world.days(10);
      expect(await world.sweep.run()).toMatchObject({ archived: 1 });
      return world;
    }

    it('puts records away and ends the interval', async () => {
      const world = await afterLeaving();
      expect(await world.mirror.get([searching])).toEqual(new Map());
      expect(await world.profiles.profilesOf([searching])).toEqual(new Map());
      expect(await world.profiles.agreementsOf([searching])).toEqual(new Map());
      expect(await world.current(searching)).toBeUndefined();
      const rows = await world.intervals(searching);
      expect(rows[rows.length - 1].valid_to).toBe('2026-01-11T00:00:00.000Z');
      expect(await world.history(searching)).toMatchObject([
        { type: 'entity', action: 'archived', by: 'system' },
      ]);
      expect(await world.mirror.related([searching], ['ownedBy'])).toEqual([]);
    });

    it('gives records back to what returns in time from the same location, and remembers since when', async () => {
      const world = await afterLeaving();
      world.days(29);
      world.catalog.put(aService('search').ownedBy(team));
      expect(await world.sweep.run()).toMatchObject({ written: 1 });
      expect(
        (await world.profiles.profilesOf([searching])).get(searching),
      ).toMatchObject({
        values: { tier: 'tier-2', rpo: 'none' },
        revision: 1,
      });
      expect(
        (await world.profiles.agreementsOf([searching])).get(searching),
      ).toHaveLength(1);
      const stored = await world.current(searching);
      expect(stored).toMatchObject({ validFrom: '2026-02-09T00:00:00.000Z' });
      expect(stored!.assessment.memory.appliesSince.plan).toBe(
        '2026-01-01T00:00:00.000Z',
      );
      expect(
        (await world.mirror.get([searching])).get(searching)!.firstSeenAt,
      ).toBe('2026-01-01T00:00:00.000Z');
      expect(await world.carryOvers.list({})).toEqual([]);
      expect((await world.history(searching))[0]).toMatchObject({
        action: 'returned',
      });
    });

    it.each([
      { name: 'too late', days: 31, from: undefined, reason: 'returned-late' },
      {
        name: 'from elsewhere',
        days: 1,
        from: 'url:https://example.org/other',
        reason: 'returned-elsewhere',
      },
    ])(
      'asks a person when something returns $name',
      async ({ days, from, reason }) => {
        const world = await afterLeaving();
        world.days(days);
        const back = aService('search').ownedBy(team);
        world.catalog.put(from ? back.from(from) : back);
        await world.sweep.run();
        expect(await world.profiles.profilesOf([searching])).toEqual(new Map());
        expect((await world.current(searching))!.assessment.status).toBe(
          'unassessed',
        );
        const [question] = await world.carryOvers.openFor([searching]);
        expect(question).toMatchObject({
          fromRef: searching,
          toRef: searching,
          reason,
        });

        const decided = await world.carryOvers.decide({
          id: question.id,
          decision: 'carry-over',
          by: 'user:default/olivia',
          reason: 'It is the same service',
        });
        expect(decided).toMatchObject({
          state: 'carried-over',
          decidedBy: 'user:default/olivia',
        });
        expect(
          (await world.profiles.profilesOf([searching])).get(searching)!.values,
        ).toEqual({
          tier: 'tier-2',
          rpo: 'none',
        });
        expect(
          (await world.current(searching))!.assessment.profile.tier.value,
        ).toBe('tier-2');
      },
    );

    it('does not ask about something that had no records', async () => {
      const world = await aWorld();
      await world.sweep.run();
      world.catalog.remove('component:default/mail');
      await world.sweep.run();
      world.days(40);
      world.catalog.put(aService('mail').ownedBy(team));
      await world.sweep.run();
      expect(await world.carryOvers.list({})).toEqual([]);
    });
  });

  describe('probable renames', () => {
    const file = 'url:https://example.org/search/catalog-info.yaml';
    const searching = 'component:default/search';
    const finder = 'component:default/finder';

    async function withValues(): Promise<World> {
      const world = await aWorld();
      await world.sweep.run();
      await world.save(searching, { tier: 'tier-2' });
      world.days(1);
      return world;
    }

    it.each([
      { name: 'in the same sweep', steps: ['both'] },
      { name: 'in a later sweep', steps: ['leave', 'appear'] },
      { name: 'in an earlier sweep', steps: ['appear', 'leave'] },
    ])('asks a person when a new name appears $name', async ({ steps }) => {
      const world = await withValues();
      for (const step of steps) {
        if (step !== 'appear') world.catalog.remove(searching);
        if (step !== 'leave')
          world.catalog.put(aService('finder').ownedBy(team).from(file));
        world.days(1);
        await world.sweep.run();
      }
      const questions = await world.carryOvers.openFor([finder]);
      expect(questions).toMatchObject([
        {
          fromRef: searching,
          toRef: finder,
          reason: 'same-source-location',
          state: 'open',
        },
      ]);
      await world.carryOvers.decide({
        id: questions[0].id,
        decision: 'carry-over',
        by: 'user:default/olivia',
        reason: 'Renamed',
      });
      expect((await world.current(finder))!.assessment.profile.tier.value).toBe(
        'tier-2',
      );
      expect(await world.history(searching)).toContainEqual(
        expect.objectContaining({
          type: 'carry-over',
          action: 'carried-over',
          after: { toRef: finder },
        }),
      );
      expect(await world.history(finder)).toContainEqual(
        expect.objectContaining({ type: 'carry-over', action: 'carried-over' }),
      );
      await expect(
        world.carryOvers.decide({
          id: questions[0].id,
          decision: 'decline',
          by: 'user:default/peter',
          reason: 'No',
        }),
      ).rejects.toThrow('decided already');
    });

    it('leaves the records in the archive when a person declines, and does not ask again', async () => {
      const world = await withValues();
      world.catalog.remove(searching);
      world.catalog.put(aService('finder').ownedBy(team).from(file));
      await world.sweep.run();
      const [question] = await world.carryOvers.openFor([finder]);
      await world.carryOvers.decide({
        id: question.id,
        decision: 'decline',
        by: 'user:default/olivia',
        reason: 'Another one',
      });
      expect(await world.profiles.profilesOf([finder])).toEqual(new Map());
      world.catalog.put(aService('mail').titled('changed').ownedBy(team));
      await world.sweep.run();
      expect(await world.carryOvers.list({ state: 'open' })).toEqual([]);
    });

    it('proposes nothing where two appeared at the place of one', async () => {
      const world = await withValues();
      world.catalog.remove(searching);
      world.catalog.put(
        aService('finder').ownedBy(team).from(file),
        aService('seeker').ownedBy(team).from(file),
      );
      await world.sweep.run();
      expect(await world.carryOvers.list({})).toEqual([]);
    });

    it('proposes nothing where two left the place at which one appeared', async () => {
      const catalog = aCompany();
      catalog.put(
        aService('twin').ownedBy(team).from(file),
        ...['a', 'b', 'c', 'd', 'e'].map(name => aService(name).ownedBy(team)),
      );
      const world = await aWorld({ catalog });
      await world.sweep.run();
      await world.save(searching, { tier: 'tier-2' });
      world.catalog.remove(searching, 'component:default/twin');
      world.catalog.put(aService('finder').ownedBy(team).from(file));
      world.days(1);
      expect(await world.sweep.run()).toMatchObject({ archived: 2 });
      expect(await world.carryOvers.list({})).toEqual([]);
    });

    it('does not take an old neighbour in the same file for a new name', async () => {
      const catalog = aCompany();
      catalog.put(aService('neighbour').ownedBy(team).from(file));
      const world = await aWorld({ catalog });
      await world.sweep.run();
      await world.save(searching, { tier: 'tier-2' });
      world.catalog.remove(searching);
      world.days(1);
      await world.sweep.run();
      expect(await world.carryOvers.list({})).toEqual([]);
    });

    it('refuses to carry over to an entity with values of its own, and changes nothing then', async () => {
      const world = await withValues();
      world.catalog.remove(searching);
      world.catalog.put(aService('finder').ownedBy(team).from(file));
      await world.sweep.run();
      await world.save(finder, { tier: 'tier-4' });
      const [question] = await world.carryOvers.openFor([finder]);
      await expect(
        world.carryOvers.decide({
          id: question.id,
          decision: 'carry-over',
          by: 'user:default/olivia',
          reason: 'Renamed',
        }),
      ).rejects.toThrow('has continuity values or agreements of its own');
      expect(await world.carryOvers.openFor([finder])).toHaveLength(1);
      expect(
        (await world.profiles.profilesOf([finder])).get(finder)!.values,
      ).toEqual({ tier: 'tier-4' });
    });
  });
});
