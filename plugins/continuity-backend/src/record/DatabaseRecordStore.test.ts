import { createHash } from 'node:crypto';
import { TestDatabases } from '@backstage/backend-test-utils';
import { canonicalJson } from 'backstage-plugin-continuity-common';
import { migrateDatabase } from '../migrateDatabase';
import { DatabaseRecordStore } from './DatabaseRecordStore';
import type { NewRecordEntry } from './RecordStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

function anEntry(more: Partial<NewRecordEntry> = {}): NewRecordEntry {
  return {
    entityRef: 'component:default/checkout',
    type: 'profile',
    action: 'updated',
    by: 'user:default/olivia',
    at: '2026-01-01T00:00:00.000Z',
    before: null,
    after: { rto: 'PT0S', rpo: 'none' },
    ...more,
  };
}

describe.each(databases.eachSupportedId())('DatabaseRecordStore on %s', id => {
  async function aStore(...entries: NewRecordEntry[]) {
    const database = await databases.init(id);
    await migrateDatabase(database);
    const store = DatabaseRecordStore.create({ database });
    await database.transaction(trx => store.append(trx, entries));
    return { database, store };
  }

  it('keeps canonical text with its hash, and gives back what was written', async () => {
    const entry = anEntry({ reason: 'after the "outage"\n', revision: 3 });
    const { database, store } = await aStore(entry);
    const { items } = await store.list({
      entityRef: entry.entityRef,
      limit: 10,
    });
    expect(items).toEqual([{ ...entry, id: expect.any(String) }]);
    const row = await database('records').first();
    expect(row.payload).toBe(canonicalJson(items[0]));
    expect(row.sha256).toBe(
      createHash('sha256').update(row.payload).digest('hex'),
    );
  });

  it('lists newest first, in pages, of one entity', async () => {
    const { store } = await aStore(
      ...[1, 2, 3, 4, 5].map(revision => anEntry({ revision })),
      anEntry({ entityRef: 'component:default/other' }),
    );
    const entityRef = 'component:default/checkout';
    const seen: Array<number | undefined> = [];
    let before: string | undefined;
    do {
      const page = await store.list({ entityRef, limit: 2, before });
      expect(page.totalItems).toBe(5);
      seen.push(...page.items.map(item => item.revision));
      before = page.nextCursor;
    } while (before);
    expect(seen).toEqual([5, 4, 3, 2, 1]);
  });

  it.each(['', 'abc', '-1', '1.5', 'null'])(
    'refuses %j as a cursor',
    async before => {
      const { store } = await aStore();
      await expect(
        store.list({ entityRef: 'component:default/x', limit: 1, before }),
      ).rejects.toThrow('This cursor does not come from the page before');
    },
  );

  it('writes nothing when the transaction of the change is rolled back', async () => {
    const { database, store } = await aStore();
    await expect(
      database.transaction(async trx => {
        await store.append(trx, [anEntry()]);
        throw new Error('changed our mind');
      }),
    ).rejects.toThrow('changed our mind');
    expect(await database('records')).toEqual([]);
  });
});
