import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import {
  defaultPolicy,
  parseContinuityConfig,
} from 'backstage-plugin-continuity-common';
import createKnex, { type Knex } from 'knex';
import {
  aGroup,
  anEntity,
  aService,
  aUser,
} from '../../__testUtils__/anEntity';
import { aResult, aTest } from '../../__testUtils__/aStoredTest';
import { FakeCatalog } from '../../__testUtils__/FakeCatalog';
import { World } from '../../__testUtils__/World';
import { DatabaseExemptionStore } from '../../exemption/DatabaseExemptionStore';
import type { StoredExemption } from '../../exemption/ExemptionStore';
import { DatabaseFindingStore } from '../../testing/DatabaseFindingStore';
import { DatabaseTestStore } from '../../testing/DatabaseTestStore';
import { FindingWriter } from '../../testing/FindingWriter';
import type { StoredTest } from '../../testing/StoredTest';
import { createReminders } from './createReminders';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const checkout = 'component:default/checkout';
const shopTeam = 'group:default/shop-team';
const olivia = 'user:default/olivia';
const peter = 'user:default/peter';
const rita = 'user:default/rita';

/** What arrives; sent again with the same scope, a notification replaces the one before. */
class Inbox {
  readonly sent: NotificationSendOptions[] = [];
  /** Called before each delivery, and after it. */
  before: () => void | Promise<void> = () => {};
  after: () => void | Promise<void> = () => {};

  async send(options: NotificationSendOptions): Promise<void> {
    await this.before();
    this.sent.push(options);
    await this.after();
  }

  /** One title for each notification that a person finds. */
  get found(): Record<string, string[]> {
    const byScope = new Map<string, { person: string; title: string }>();
    for (const { recipients, payload } of this.sent) {
      const person = (recipients as { entityRef: string }).entityRef;
      byScope.set(`${person} ${payload.scope}`, {
        person,
        title: payload.title,
      });
    }
    const found: Record<string, string[]> = {};
    for (const { person, title } of byScope.values()) {
      found[person] = [...(found[person] ?? []), title];
    }
    return found;
  }

  get payloads() {
    return this.sent.map(({ payload }) => payload);
  }
}

const manager = 'user:default/rita';

/** Somebody asked to be exempt, and perhaps somebody else approved. */
async function exempt(
  world: World,
  said: Partial<StoredExemption> & { endsAt: string },
) {
  const store = DatabaseExemptionStore.create({ database: world.knex });
  await world.knex.transaction(trx =>
    store.insert(trx, {
      id: 'an-exemption',
      entityRef: checkout,
      requirement: 'plan',
      reason: 'It moves',
      state: 'approved',
      startsAt: '2026-01-01T00:00:00.000Z',
      until: said.endsAt,
      requestedBy: olivia,
      requestedAt: '2026-01-01T00:00:00.000Z',
      decision: null,
      closing: null,
      renewal: 0,
      renews: null,
      ...said,
    }),
  );
}

function remindersOf(
  world: World,
  inbox: Inbox,
  knex: Knex = world.knex,
  policy = defaultPolicy,
) {
  return createReminders({
    notifications: inbox,
    operations: {} as never,
    stores: {
      database: knex,
      testStore: DatabaseTestStore.create({ database: knex }),
    },
    policy: { ...policy, continuityManager: manager },
    logger: world.logger,
    clock: () => new Date(world.now),
  });
}

/** Lets a run come to a delivery and never go on, as where its process ends there. */
async function endInTheMiddle(
  reminders: ReturnType<typeof createReminders>,
  at: { inbox: Inbox; moment: 'before' | 'after'; delivery: number },
): Promise<void> {
  const { inbox, moment, delivery } = at;
  let calls = 0;
  await new Promise<void>((resolve, reject) => {
    inbox[moment] = () => {
      calls += 1;
      if (calls < delivery) return undefined;
      resolve();
      return new Promise<void>(() => {});
    };
    reminders.run().catch(reject);
  });
  inbox[moment] = () => {};
}

async function aWorld(knex: Knex, now = '2026-03-01T08:00:00.000Z') {
  const world = await World.create({
    knex,
    now,
    catalog: new FakeCatalog(
      aService('checkout').ownedBy(shopTeam),
      anEntity('resource:default/orders-db').ownedBy('group:default/dba'),
      aGroup('shop-team'),
      aGroup('dba'),
      aUser('olivia').memberOf(shopTeam),
      aUser('peter').memberOf(shopTeam),
      aUser('rita').memberOf('group:default/dba'),
    ),
  });
  await world.sweep.run();
  await world.save(checkout, { tier: 'tier-2' });
  return world;
}

async function plan(world: World, said: Partial<StoredTest> = {}) {
  const store = DatabaseTestStore.create({ database: world.knex });
  const test = aTest({ id: said.id ?? 'a-test', ...said });
  await world.knex.transaction(trx => store.insert(trx, test));
  return test;
}

async function find(world: World, said: { owner?: string; dueOn: string }) {
  const writer = FindingWriter.create({
    database: world.knex,
    findingStore: DatabaseFindingStore.create({ database: world.knex }),
    records: world.records,
    engine: world.engine,
    clock: () => new Date(world.now),
  });
  return writer.begin(
    {
      title: 'Slow disk',
      severity: 'high',
      entities: [checkout],
      owner: shopTeam,
      description: '',
      cause: '',
      ticket: null,
      ...said,
    },
    { source: { kind: 'manual' }, by: rita },
  );
}

const coming = {
  startsAt: '2026-03-06T09:00:00.000Z',
  endsAt: '2026-03-06T11:00:00.000Z',
};

describe.each(databases.eachSupportedId())('reminders on %s', id => {
  let world: World;
  let inbox: Inbox;

  beforeEach(async () => {
    world = await aWorld(await databases.init(id));
    inbox = new Inbox();
  });

  /** Begun, with nothing known. */
  const begun = async () => {
    const reminders = remindersOf(world, inbox);
    await reminders.run();
    return reminders;
  };

  it('say nothing of what was there before they began', async () => {
    await plan(world, coming);
    await find(world, { dueOn: '2026-02-01' });
    const reminders = remindersOf(world, inbox);
    await reminders.run();
    world.days(1);
    await reminders.run();
    expect(inbox.sent).toEqual([]);
  });

  it('do not begin before the catalog has been read', async () => {
    await world.knex('sweep_state').update({ first_finished_at: null });
    await remindersOf(world, inbox).run();
    expect(await world.knex('reminders_begun')).toEqual([]);
  });

  it('tell each person once a day of all that is new, by cause', async () => {
    const reminders = await begun();
    await plan(world, coming);
    await plan(world, {
      id: 'missed',
      startsAt: '2026-02-28T09:00:00.000Z',
      endsAt: '2026-02-28T11:00:00.000Z',
    });
    await find(world, { dueOn: '2026-03-03' });
    const late = await find(world, { dueOn: '2026-02-27', owner: rita });
    await reminders.run();
    expect(inbox.found).toEqual({
      [olivia]: ['Continuity: 1 test missed, 1 finding due, 1 test coming up'],
      [peter]: ['Continuity: 1 finding due, 1 test coming up'],
      [rita]: ['Continuity: 1 finding overdue'],
    });
    const [first] = inbox.payloads;
    expect(first).toMatchObject({
      description:
        'Missed: Restore of the orders (2026-02-28). Due: Slow disk (2026-03-03). Coming up: Restore of the orders (2026-03-06).',
      link: '/continuity/tests',
      severity: 'high',
      topic: 'continuity-reminders',
    });

    expect(inbox.payloads.map(({ link }) => link)).toContain(
      `/continuity/tests/findings/${late}`,
    );

    // later on the same day
    await find(world, { dueOn: '2026-03-06', owner: rita });
    world.wait(3_600_000);
    await reminders.run();
    expect(inbox.sent).toHaveLength(3);
    world.days(1);
    await reminders.run();
    expect(inbox.found[rita]).toEqual([
      'Continuity: 1 finding overdue',
      'Continuity: 1 finding due',
    ]);
    world.days(1);
    await reminders.run();
    expect(inbox.found[rita]).toHaveLength(2);
    expect(inbox.sent).toHaveLength(4);
  });

  it('tell of a moved test again, and of a finding once before and once after its day', async () => {
    const reminders = await begun();
    const test = await plan(world, coming);
    await find(world, { dueOn: '2026-03-03', owner: rita });
    await reminders.run();
    await world.knex('tests').where({ id: test.id }).update({
      starts_at: '2026-03-07T09:00:00.000Z',
      ends_at: '2026-03-07T11:00:00.000Z',
    });
    world.days(3);
    await reminders.run();
    expect(inbox.found[rita]).toEqual([
      'Continuity: 1 finding due',
      'Continuity: 1 finding overdue',
    ]);
    expect(inbox.found[peter]).toEqual([
      'Continuity: 1 test coming up',
      'Continuity: 1 test coming up',
    ]);
  });

  it('ask those to review who recover what was tested, but for who held the test or recorded it', async () => {
    const reminders = await begun();
    const store = DatabaseTestStore.create({ database: world.knex });
    await plan(world, {
      state: 'completed',
      completedAt: world.now,
      heldAt: '2026-02-05T09:00:00.000Z',
      heldPrecision: 'instant',
      outcome: 'passed',
      reviewDueAt: '2026-03-07T09:00:00.000Z',
    });
    await world.knex.transaction(trx =>
      store.saveResults(trx, [aResult({ recorders: [peter], revision: 1 })]),
    );
    await world
      .knex('assessments')
      .where({ entity_ref: 'resource:default/orders-db' })
      .update({ recovery_owner: 'group:default/dba' });
    await reminders.run();
    expect(inbox.found).toEqual({ [rita]: ['Continuity: 1 result to review'] });
  });

  it('are sent in the language that the policy names', async () => {
    await begun();
    await find(world, { dueOn: '2026-03-03', owner: rita });
    const { policy } = parseContinuityConfig({
      testing: { reminders: { language: 'de' } },
    });
    await remindersOf(world, inbox, world.knex, policy).run();
    expect(inbox.payloads).toMatchObject([
      {
        title: 'Continuity: 1 Feststellung fällig',
        description: 'Fällig: Slow disk (03.03.2026).',
      },
    ]);
  });

  it('name no entity that the person does not recover', async () => {
    const reminders = await begun();
    const test = aTest(coming);
    await plan(world, {
      ...coming,
      contents: {
        ...test.contents,
        title: `From ${checkout} to resource:default/orders-db`,
      },
    });
    await reminders.run();
    for (const { description } of inbox.payloads) {
      expect(description).toBe(
        `Coming up: From ${checkout} to a hidden entity (2026-03-06).`,
      );
    }
    expect(inbox.payloads).toHaveLength(2);
  });

  it('tell who asked and who recovers it that an exemption ends, two weeks before, and whoever decides that one waits', async () => {
    const reminders = await begun();
    await exempt(world, { endsAt: '2026-03-16T00:00:00.000Z' });
    await exempt(world, {
      id: 'asked',
      state: 'asked',
      requirement: 'test:restore',
      endsAt: '2026-05-01T00:00:00.000Z',
    });
    await reminders.run();
    expect(inbox.found).toEqual({
      [rita]: ['Continuity: 1 exemption to decide on'],
    });
    expect(inbox.payloads[0]).toMatchObject({
      description: expect.stringContaining('test:restore'),
      link: '/continuity/exemptions/asked',
    });
    world.now = '2026-03-02T08:00:00.000Z';
    await reminders.run();
    expect(inbox.found).toMatchObject({
      [olivia]: ['Continuity: 1 exemption ending'],
      [peter]: ['Continuity: 1 exemption ending'],
    });
    expect(inbox.payloads[1]).toMatchObject({
      description: 'Exempt until: checkout: plan (2026-03-15).',
      link: '/continuity/exemptions/an-exemption',
      severity: 'normal',
    });
    world.days(5);
    await reminders.run();
    expect(inbox.sent).toHaveLength(3);
  });

  it('tell nobody of the end of an exemption that another one goes on from', async () => {
    const reminders = await begun();
    await exempt(world, { endsAt: '2026-03-10T00:00:00.000Z' });
    await exempt(world, {
      id: 'renewal',
      startsAt: '2026-03-10T00:00:00.000Z',
      endsAt: '2026-06-10T00:00:00.000Z',
    });
    await reminders.run();
    expect(inbox.sent).toEqual([]);
  });

  it('leave out who left the catalog, and go on where one person can’t be reached', async () => {
    const reminders = await begun();
    await plan(world, coming);
    await find(world, { dueOn: '2026-03-03', owner: rita });
    await world
      .knex('mirror_entities')
      .where({ entity_ref: peter })
      .update({ archived_at: world.now });
    let calls = 0;
    inbox.before = () => {
      calls += 1;
      if (calls === 1) throw new Error('Request failed with status 500');
    };
    await reminders.run();
    expect(Object.keys(inbox.found)).toEqual([rita]);
    world.wait(15 * 60_000);
    await reminders.run();
    expect(Object.keys(inbox.found).sort()).toEqual([olivia, rita]);
  });

  it('are no trouble where no notifications are installed, and no flood once they are', async () => {
    const reminders = await begun();
    await plan(world, coming);
    inbox.before = () => {
      throw new Error(
        'Failed to send notifications: Request failed with status 404',
      );
    };
    await reminders.run();
    expect(world.logger.warn).not.toHaveBeenCalled();
    world.days(10);
    inbox.before = () => {};
    await reminders.run();
    expect(inbox.found).toEqual({ [olivia]: ['Continuity: 1 test missed'] });
  });

  it.each(['before', 'after'] as const)(
    'arrive once where the process ends in the middle, %s a delivery',
    async moment => {
      const reminders = await begun();
      await plan(world, coming);
      await find(world, { dueOn: '2026-03-03', owner: rita });
      const store = world.knex('reminder_digests');
      await endInTheMiddle(reminders, { inbox, moment, delivery: 2 });
      expect(await store.clone().whereNull('sent_at')).toHaveLength(1);

      const restarted = remindersOf(world.replica(), inbox);
      // somebody may still be at it
      await restarted.run();
      expect(await store.clone().whereNull('sent_at')).toHaveLength(1);
      world.wait(11 * 60_000);
      await Promise.all([
        restarted.run(),
        remindersOf(world.replica(), inbox).run(),
      ]);
      expect(inbox.found).toEqual({
        [olivia]: ['Continuity: 1 test coming up'],
        [peter]: ['Continuity: 1 test coming up'],
        [rita]: ['Continuity: 1 finding due'],
      });
      expect(await store.clone().whereNull('sent_at')).toEqual([]);
      world.days(1);
      await restarted.run();
      expect(Object.values(inbox.found).flat()).toHaveLength(3);
    },
  );

  it('arrive once from two replicas at the same moment', async () => {
    await begun();
    await plan(world, coming);
    for (const owner of [olivia, peter, rita]) {
      await find(world, { dueOn: '2026-03-03', owner });
    }
    const other =
      id === 'SQLITE_3' ? world.knex : createKnex(world.knex.client.config);
    try {
      await Promise.all(
        [world.knex, other, world.knex, other].map(knex =>
          remindersOf(world, inbox, knex).run(),
        ),
      );
    } finally {
      if (other !== world.knex) await other.destroy();
    }
    expect(inbox.sent).toHaveLength(3);
    expect(Object.keys(inbox.found).sort()).toEqual([olivia, peter, rita]);
  });
});

describe('reminders on SQLite in a file', () => {
  it('arrive once where the portal is restarted in the middle', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'continuity-'));
    const open = () =>
      createKnex({
        client: 'better-sqlite3',
        connection: { filename: join(folder, 'continuity.sqlite') },
        useNullAsDefault: true,
      });
    const inbox = new Inbox();
    let knex = open();
    try {
      const world = await aWorld(knex);
      const reminders = remindersOf(world, inbox);
      await reminders.run();
      await plan(world, coming);
      await endInTheMiddle(reminders, { inbox, moment: 'before', delivery: 1 });
      expect(inbox.sent).toEqual([]);
      const { now } = world;
      await knex.destroy();

      knex = open();
      const again = await World.create({ knex, now });
      again.wait(11 * 60_000);
      await remindersOf(again, inbox).run();
      await remindersOf(again, inbox).run();
      expect(inbox.sent).toHaveLength(2);
      expect(inbox.found).toEqual({
        [olivia]: ['Continuity: 1 test coming up'],
        [peter]: ['Continuity: 1 test coming up'],
      });
    } finally {
      await knex.destroy();
      await rm(folder, { recursive: true });
    }
  });
});
