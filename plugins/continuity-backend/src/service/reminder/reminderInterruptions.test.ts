import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import createKnex from 'knex';
import {
  olivia,
  peter,
  rita,
  Inbox,
  begunReminders,
  remindersOf,
  endInTheMiddle,
  aWorld,
  plan,
  find,
  coming,
} from '../../__testUtils__/remindedWorld';
import { World } from '../../__testUtils__/World';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('reminders on %s', id => {
  let world: World;
  let inbox: Inbox;

  beforeEach(async () => {
    world = await aWorld(await databases.init(id));
    inbox = new Inbox();
  });

  it('leave out who left the catalog, and go on where one person can’t be reached', async () => {
    const reminders = await begunReminders(world, inbox);
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
    const reminders = await begunReminders(world, inbox);
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
      const reminders = await begunReminders(world, inbox);
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
    await begunReminders(world, inbox);
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
