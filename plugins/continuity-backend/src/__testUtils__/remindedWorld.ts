import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { defaultPolicy } from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { aGroup, anEntity, aService, aUser } from './anEntity';
import { aTest } from './aStoredTest';
import { FakeCatalog } from './FakeCatalog';
import { World } from './World';
import { DatabaseExemptionStore } from '../exemption/DatabaseExemptionStore';
import type { StoredExemption } from '../exemption/ExemptionStore';
import { DatabaseFindingStore } from '../testing/finding/DatabaseFindingStore';
import { DatabaseTestStore } from '../testing/DatabaseTestStore';
import { FindingWriter } from '../testing/finding/FindingWriter';
import type { StoredTest } from '../testing/StoredTest';
import { createReminders } from '../service/reminder/createReminders';

export const checkout = 'component:default/checkout';
export const shopTeam = 'group:default/shop-team';
export const olivia = 'user:default/olivia';
export const peter = 'user:default/peter';
export const rita = 'user:default/rita';

/** What arrives; sent again with the same scope, a notification replaces the one before. */
export class Inbox {
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

/** Somebody asked to be exempt, and perhaps somebody else approved. */
export async function exempt(
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

export function remindersOf(
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
    policy: { ...policy, continuityManager: rita },
    logger: world.logger,
    clock: () => new Date(world.now),
  });
}

/** Reminders that have begun, when nothing was there to remind of. */
export async function begunReminders(world: World, inbox: Inbox) {
  const reminders = remindersOf(world, inbox);
  await reminders.run();
  return reminders;
}

/** Lets a run come to a delivery and never go on, as where its process ends there. */
export async function endInTheMiddle(
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

export async function aWorld(knex: Knex, now = '2026-03-01T08:00:00.000Z') {
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

export async function plan(world: World, said: Partial<StoredTest> = {}) {
  const store = DatabaseTestStore.create({ database: world.knex });
  const test = aTest({ id: said.id ?? 'a-test', ...said });
  await world.knex.transaction(trx => store.insert(trx, test));
  return test;
}

export async function find(
  world: World,
  said: { owner?: string; dueOn: string },
) {
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

export const coming = {
  startsAt: '2026-03-06T09:00:00.000Z',
  endsAt: '2026-03-06T11:00:00.000Z',
};
