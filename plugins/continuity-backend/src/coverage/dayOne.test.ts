import { createServiceFactory } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { notificationService } from '@backstage/plugin-notifications-node';
import { defaultPolicy } from 'backstage-plugin-continuity-common';
import { DateTime } from 'luxon';
import { aGroup, aService, aUser } from '../__testUtils__/anEntity';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { Portal } from '../__testUtils__/Portal';
import { World } from '../__testUtils__/World';
import { SweepStateStore } from '../catalog/SweepStateStore';
import { CoverageQueries } from './CoverageQueries';
import { ReminderService } from '../service/reminder/ReminderService';
import { ReminderPeople } from '../testing/reminder/ReminderPeople';
import { ReminderReader } from '../testing/reminder/ReminderReader';
import { ReminderStore } from '../testing/reminder/ReminderStore';

jest.setTimeout(240_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

/** 1,800 services, of which the 1,080 of the tiers that require a plan have none. */
const SERVICES = 1_800;
const WITHOUT_PLAN = 1_080;

function aCatalogOfDayOne(): FakeCatalog {
  const tierOf = (index: number) => {
    if (index >= WITHOUT_PLAN) return 'tier-4';
    return ['tier-1', 'tier-2', 'tier-3'][index % 3];
  };
  return new FakeCatalog(
    ...Array.from({ length: SERVICES }, (_, index) =>
      aService(`service-${index}`)
        .ownedBy(`group:default/team-${index % 40}`)
        .annotated('continuity/tier', tierOf(index)),
    ),
    ...Array.from({ length: 40 }, (_, index) => aGroup(`team-${index}`)),
    ...Array.from({ length: 40 }, (_, index) =>
      aUser(`person-${index}`).memberOf(`group:default/team-${index}`),
    ),
  );
}

const sum = (counts: Record<string, number>) =>
  Object.values(counts).reduce((a, b) => a + b, 0);

describe.each(databases.eachSupportedId())('day one on %s', id => {
  it('says truly what is missing and when it is due, calls nothing late, and notifies nobody', async () => {
    const send = jest.fn();
    const portal = await Portal.start({
      knex: await databases.init(id),
      catalog: aCatalogOfDayOne(),
      roles: { manuela: { isManager: true } },
      features: [
        createServiceFactory({
          service: notificationService,
          deps: {},
          factory: () => ({ send }),
        }),
      ],
    });
    await portal.sweep();
    const manuela = portal.as('manuela');
    let summary: any;
    for (let tries = 0; tries < 300; tries++) {
      ({ body: summary } = await manuela.get('/coverage/summary').expect(200));
      if (sum(summary.total) === SERVICES && summary.dataAge.catalogReadAt)
        break;
      await new Promise(resolve => setTimeout(resolve, 200));
    }
    expect(summary.total).toMatchObject({
      exposed: WITHOUT_PLAN,
      'not-required': SERVICES - WITHOUT_PLAN,
      met: 0,
    });
    expect(summary.late).toBe(0);

    const { body: late } = await manuela.get('/coverage?late=true').expect(200);
    expect(late).toMatchObject({ items: [], totalItems: 0 });

    const { body: programme } = await manuela
      .get('/coverage/programme')
      .expect(200);
    const today = DateTime.utc().startOf('day');
    const within = (days: number) => [
      today.plus({ days: days - 1 }).toISODate(),
      today.plus({ days }).toISODate(),
      today.plus({ days: days + 1 }).toISODate(),
    ];
    const dueOf = (code: string) =>
      programme.items.filter((item: { code: string }) => item.code === code);
    // by the shipped programme; tier-3 needs no agreement
    const asked: Array<[code: string, days: number, entities: number]> = [
      ['agreement-missing', 60, (WITHOUT_PLAN / 3) * 2],
      ['bia-missing', 60, WITHOUT_PLAN],
      ['plan-missing', 90, WITHOUT_PLAN],
      ['risk-missing', 90, WITHOUT_PLAN],
      ['test-never', 90, WITHOUT_PLAN],
    ];
    for (const [code, days, entities] of asked) {
      expect(dueOf(code)).toMatchObject([{ late: false, entities }]);
      expect(within(days)).toContain(dueOf(code)[0].dueOn);
    }
    expect(programme.items).toHaveLength(asked.length);
    expect(programme.items.some((item: { late: boolean }) => item.late)).toBe(
      false,
    );
    expect(send).not.toHaveBeenCalled();
    await portal.stop();
  });

  it('keeps "late" empty until the programme’s first due date, to the millisecond, and still reminds nobody of what was there before', async () => {
    const knex = await databases.init(id);
    const world = await World.create({
      knex,
      catalog: aCatalogOfDayOne(),
      now: '2026-01-01T09:00:00.000Z',
    });
    await world.sweep.run();
    const queries = CoverageQueries.create({ database: knex });
    const lateNow = async () => {
      await world.engine.settleDue();
      const { totalItems } = await queries.totals({
        filters: { late: true },
        visibility: { kind: 'all' },
        asOf: null,
      });
      return totalItems;
    };
    const send = jest.fn();
    const sweeps = SweepStateStore.create({ database: knex });
    const reminders = ReminderService.create({
      database: knex,
      notifications: { send },
      reminderReader: ReminderReader.create({
        database: knex,
        policy: defaultPolicy,
      }),
      reminderPeople: ReminderPeople.create({ database: knex }),
      reminderStore: ReminderStore.create({ database: knex }),
      language: 'en',
      isReady: async () => (await sweeps.read()).firstFinishedAt !== null,
      logger: world.logger,
      clock: () => new Date(world.now),
    });
    await reminders.run();

    const { due_by: firstDue } = await knex('assessments')
      .whereNull('valid_to')
      .whereNotNull('due_by')
      .orderBy('due_by')
      .first('due_by');
    // BIA and agreement come first, P60D after the tier was there, with the end of the day
    expect(firstDue.slice(0, 10) >= '2026-03-02').toBe(true);
    expect(await lateNow()).toBe(0);
    for (const moment of [
      '2026-01-31T12:00:00.000Z',
      '2026-02-28T12:00:00.000Z',
      new Date(Date.parse(firstDue) - 1).toISOString(),
    ]) {
      world.now = moment;
      expect(await lateNow()).toBe(0);
      await reminders.run();
    }
    expect(send).not.toHaveBeenCalled();
    world.now = firstDue;
    expect(await lateNow()).toBe(WITHOUT_PLAN);
  });
});
