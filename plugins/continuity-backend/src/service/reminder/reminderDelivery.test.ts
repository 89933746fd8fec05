import {
  createBackendModule,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
  type TestBackend,
} from '@backstage/backend-test-utils';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Notification } from '@backstage/plugin-notifications-common';
import {
  notificationsProcessingExtensionPoint,
  notificationService,
  type NotificationSendOptions,
  type NotificationService,
} from '@backstage/plugin-notifications-node';
import { defaultPolicy } from 'backstage-plugin-continuity-common';
import request from 'supertest';
import { aGroup, aService, aUser } from '../../__testUtils__/anEntity';
import { aTest } from '../../__testUtils__/aStoredTest';
import { FakeCatalog } from '../../__testUtils__/FakeCatalog';
import { World } from '../../__testUtils__/World';
import { DatabaseTestStore } from '../../testing/DatabaseTestStore';
import { createReminders } from './createReminders';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const olivia = 'user:default/olivia';
const shopTeam = 'group:default/shop-team';

/** Backstage's own notifications, with the service by which another plugin sends them, and a processor as one that mails is. */
async function startNotifications() {
  const mailed: Notification[] = [];
  let sender: NotificationService | undefined;
  const backend = await startTestBackend({
    features: [
      notificationsPlugin,
      mockServices.rootConfig.factory({
        data: { app: { baseUrl: 'http://localhost' } },
      }),
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'User',
            metadata: { name: 'olivia' },
            spec: {},
          },
        ],
      }),
      createBackendModule({
        pluginId: 'notifications',
        moduleId: 'mail',
        register(reg) {
          reg.registerInit({
            deps: { processing: notificationsProcessingExtensionPoint },
            async init({ processing }) {
              processing.addProcessor({
                getName: () => 'mail',
                postProcess: async notification => {
                  mailed.push(notification);
                },
              });
            },
          });
        },
      }),
      createBackendPlugin({
        pluginId: 'continuity',
        register(reg) {
          reg.registerInit({
            deps: { notifications: notificationService },
            async init({ notifications }) {
              sender = notifications;
            },
          });
        },
      }),
    ],
  });
  return { backend, mailed, sender: sender! };
}

async function inboxOf(backend: TestBackend, person: string) {
  const { body } = await request(backend.server)
    .get('/api/notifications/notifications')
    .set('Authorization', mockCredentials.user.header(person))
    .expect(200);
  return body.notifications.map((each: Notification) => each.payload.title);
}

describe('reminders with Backstage’s notifications', () => {
  let world: World;
  let notifications: Awaited<ReturnType<typeof startNotifications>>;

  beforeEach(async () => {
    notifications = await startNotifications();
    world = await World.create({
      knex: await databases.init('SQLITE_3'),
      now: '2026-03-01T08:00:00.000Z',
      catalog: new FakeCatalog(
        aService('checkout').ownedBy(shopTeam),
        aGroup('shop-team'),
        aUser('olivia').memberOf(shopTeam),
      ),
    });
    await world.sweep.run();
    await world.save('component:default/checkout', { tier: 'tier-2' });
  });

  afterEach(() => notifications.backend.stop());

  const remindersBy = (send: NotificationService['send']) =>
    createReminders({
      notifications: { send } as NotificationService,
      operations: {} as never,
      stores: {
        database: world.knex,
        testStore: DatabaseTestStore.create({ database: world.knex }),
      },
      policy: defaultPolicy,
      logger: world.logger,
      clock: () => new Date(world.now),
    });

  it.each(['before', 'after'] as const)(
    'are found once by whoever they are for, where the process is killed %s the notifications take them',
    async moment => {
      const { backend, sender, mailed } = notifications;
      const send = (options: NotificationSendOptions) => sender.send(options);
      await remindersBy(send).run();
      const store = DatabaseTestStore.create({ database: world.knex });
      await world.knex.transaction(trx =>
        store.insert(
          trx,
          aTest({
            startsAt: '2026-03-06T09:00:00.000Z',
            endsAt: '2026-03-06T11:00:00.000Z',
            facilitator: olivia,
          }),
        ),
      );

      await new Promise<void>((killed, reject) => {
        remindersBy(async options => {
          if (moment === 'after') await send(options);
          killed();
          await new Promise(() => {});
        })
          .run()
          .catch(reject);
      });
      expect(
        await world.knex('reminder_digests').whereNull('sent_at'),
      ).not.toEqual([]);
      expect(await inboxOf(backend, olivia)).toHaveLength(
        moment === 'after' ? 1 : 0,
      );

      // another process, once nobody can be at it any more, and again
      world.wait(11 * 60_000);
      await remindersBy(send).run();
      await remindersBy(send).run();
      expect(await inboxOf(backend, olivia)).toEqual([
        'Continuity: 1 test coming up',
      ]);
      // what mails is told that the second one is the first one again
      const told = mailed.filter(({ user }) => user === olivia);
      expect(told.map(({ updated }) => updated !== undefined)).toEqual(
        moment === 'after' ? [false, true] : [false],
      );
      expect(new Set(told.map(({ id }) => id)).size).toBe(1);
    },
  );
});
