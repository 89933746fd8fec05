import { TestDatabases } from '@backstage/backend-test-utils';
import type {
  Agreement,
  PortalProfile,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { migrateDatabase } from '../migrateDatabase';
import { DatabaseProfileStore } from './DatabaseProfileStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const checkout = 'component:default/checkout';
const finder = 'component:default/finder';
const at = '2026-01-02T00:00:00.000Z';

function aProfile(
  revision: number,
  values: PortalProfile['values'],
  entityRef = checkout,
): PortalProfile {
  return {
    entityRef,
    values,
    revision,
    updatedAt: at,
    updatedBy: 'user:default/olivia',
  };
}

function anAgreement(number: number, more: Partial<Agreement> = {}): Agreement {
  return {
    id: `00000000-0000-4000-8000-00000000000${number}`,
    entityRef: checkout,
    values: { tier: 'tier-1', rpo: 'none' },
    with: 'Head of sales',
    reference: 'SLA-7',
    agreedOn: '2026-01-01',
    state: 'in-force',
    looserThanBefore: [],
    recordedBy: 'user:default/olivia',
    recordedAt: at,
    ...more,
  };
}

describe.each(databases.eachSupportedId())('DatabaseProfileStore on %s', id => {
  let database: Knex;
  let store: DatabaseProfileStore;

  beforeEach(async () => {
    database = await databases.init(id);
    await migrateDatabase(database);
    store = DatabaseProfileStore.create({ database });
  });

  const save = (profile: PortalProfile) =>
    database.transaction(trx => store.save(trx, profile));
  const archive = (...entityRefs: string[]) =>
    database.transaction(trx => store.archive(trx, { entityRefs, at }));
  const revive = (fromRef: string, toRef: string) =>
    database.transaction(trx => store.revive(trx, { fromRef, toRef }));
  const add = (agreement: Agreement) =>
    database.transaction(trx => store.addAgreement(trx, agreement));

  it('keeps zero, none and unset apart', async () => {
    await save(aProfile(1, { rto: 'PT0S', rpo: 'none' }));
    const stored = (await store.profilesOf([checkout, finder])).get(checkout)!;
    expect(stored).toEqual(aProfile(1, { rto: 'PT0S', rpo: 'none' }));
    expect('mtpd' in stored.values).toBe(false);
  });

  it.each([
    { name: 'the first one twice', first: 1, second: 1 },
    { name: 'one that started from an older revision', first: 2, second: 2 },
    { name: 'one that started from a newer revision', first: 2, second: 4 },
  ])('refuses $name, and writes nothing', async ({ first, second }) => {
    for (let revision = 1; revision <= first; revision++) {
      expect(await save(aProfile(revision, { tier: 'tier-1' }))).toBe(true);
    }
    expect(await save(aProfile(second, { tier: 'tier-4' }))).toBe(false);
    expect((await store.profilesOf([checkout])).get(checkout)).toMatchObject({
      revision: first,
      values: { tier: 'tier-1' },
    });
  });

  it('lets one of two who save at the same moment win', async () => {
    await save(aProfile(1, { tier: 'tier-1' }));
    const results = await Promise.all([
      save(aProfile(2, { tier: 'tier-2' })),
      save(aProfile(2, { tier: 'tier-3' })),
    ]);
    expect(results.sort()).toEqual([false, true]);
  });

  it('lists agreements newest first, also those of one moment', async () => {
    for (const number of [1, 2, 3]) await add(anAgreement(number));
    const found = (await store.agreementsOf([checkout])).get(checkout)!;
    expect(found).toEqual([3, 2, 1].map(number => anAgreement(number)));
  });

  it('changes the state of an agreement once', async () => {
    await add(anAgreement(1, { state: 'awaiting-second-person' }));
    const confirm = () =>
      database.transaction(trx =>
        store.setAgreementState(trx, {
          id: anAgreement(1).id,
          from: 'awaiting-second-person',
          to: 'in-force',
          confirmedBy: 'user:default/peter',
          confirmedAt: at,
        }),
      );
    expect(await confirm()).toBe(true);
    expect(await confirm()).toBe(false);
    expect((await store.agreementsOf([checkout])).get(checkout)).toEqual([
      anAgreement(1, {
        confirmedBy: 'user:default/peter',
        confirmedAt: at,
      }),
    ]);
  });

  it('leaves out what is archived, and lets the entity start anew', async () => {
    await save(aProfile(1, { tier: 'tier-1' }));
    await add(anAgreement(1));
    await archive(checkout);
    expect(await store.profilesOf([checkout])).toEqual(new Map());
    expect(await store.agreementsOf([checkout])).toEqual(new Map());
    expect(await save(aProfile(1, { tier: 'tier-4' }))).toBe(true);
    expect(await store.isEmpty()).toBe(false);
  });

  it('gives what was put away last to another entity, once', async () => {
    await save(aProfile(1, { tier: 'tier-1' }));
    await archive(checkout);
    await save(aProfile(1, { tier: 'tier-2' }));
    await add(anAgreement(1));
    await database.transaction(trx =>
      store.archive(trx, {
        entityRefs: [checkout],
        at: '2026-02-02T00:00:00.000Z',
      }),
    );
    expect(await revive(checkout, finder)).toEqual({
      values: { tier: 'tier-2' },
      agreements: [anAgreement(1).id],
    });
    expect((await store.profilesOf([finder])).get(finder)).toEqual(
      aProfile(1, { tier: 'tier-2' }, finder),
    );
    expect((await store.agreementsOf([finder])).get(finder)).toEqual([
      anAgreement(1, { entityRef: finder }),
    ]);
    expect(await store.profilesOf([checkout])).toEqual(new Map());
  });

  it('has nothing to give where nothing was put away', async () => {
    expect(await revive(checkout, finder)).toBeNull();
    expect(await store.isEmpty()).toBe(true);
  });
});
