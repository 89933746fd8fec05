import { TestDatabases } from '@backstage/backend-test-utils';
import { parseContinuityConfig } from 'backstage-plugin-continuity-common';
import { aResult, aTest } from '../../__testUtils__/aStoredTest';
import {
  checkout,
  olivia,
  peter,
  rita,
  Inbox,
  exempt,
  begunReminders,
  remindersOf,
  aWorld,
  plan,
  find,
  coming,
} from '../../__testUtils__/remindedWorld';
import { World } from '../../__testUtils__/World';
import { DatabaseTestStore } from '../../testing/DatabaseTestStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('reminders on %s', id => {
  let world: World;
  let inbox: Inbox;

  beforeEach(async () => {
    world = await aWorld(await databases.init(id));
    inbox = new Inbox();
  });

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
    const reminders = await begunReminders(world, inbox);
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
    const reminders = await begunReminders(world, inbox);
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
    const reminders = await begunReminders(world, inbox);
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
    await begunReminders(world, inbox);
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
    const reminders = await begunReminders(world, inbox);
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
    const reminders = await begunReminders(world, inbox);
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
    const reminders = await begunReminders(world, inbox);
    await exempt(world, { endsAt: '2026-03-10T00:00:00.000Z' });
    await exempt(world, {
      id: 'renewal',
      startsAt: '2026-03-10T00:00:00.000Z',
      endsAt: '2026-06-10T00:00:00.000Z',
    });
    await reminders.run();
    expect(inbox.sent).toEqual([]);
  });
});
