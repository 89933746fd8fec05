import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { migrateDatabase } from '../../migrateDatabase';
import { EvidencePackStore, type StoredPack } from './EvidencePackStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const at = (minute: number) =>
  new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();

function aPack(id: string, more: Partial<StoredPack> = {}): StoredPack {
  return {
    id,
    title: '',
    state: 'queued',
    period: { from: '2025-01-01', to: '2025-12-31' },
    fromAt: '2025-01-01T00:00:00.000Z',
    toAt: '2026-01-01T00:00:00.000Z',
    scope: { tier: ['tier-1'] },
    entityRefs: ['component:default/checkout'],
    leftOut: 2,
    sight: { kind: 'some', uids: new Set(['u1', 'u2']) },
    requestedBy: 'user:default/olivia',
    requestedAt: at(0),
    progress: 0,
    finishedAt: null,
    expiresAt: null,
    missing: null,
    bytes: null,
    sha256: null,
    problem: null,
    ...more,
  };
}

describe.each(databases.eachSupportedId())('evidence packs in %s', id => {
  let knex: Knex;
  let store: EvidencePackStore;

  beforeEach(async () => {
    knex = await databases.init(id);
    await migrateDatabase(knex);
    store = EvidencePackStore.create({ database: knex });
  });

  const insert = (...packs: StoredPack[]) =>
    knex.transaction(async trx => {
      for (const pack of packs) await store.insert(trx, pack);
    });

  it('come back as they were stored', async () => {
    const pack = aPack('a');
    await insert(pack);
    expect(await store.get('a')).toEqual(pack);
    expect(await store.content('a')).toBeNull();
  });

  it('are made in the order in which they were asked for, each by one maker', async () => {
    await insert(
      aPack('later', { requestedAt: at(1) }),
      aPack('first', { requestedAt: at(0) }),
    );
    const claimed = await Promise.all([
      store.claim(at(2)),
      store.claim(at(2)),
      store.claim(at(2)),
    ]);
    expect(claimed.map(pack => pack?.id).sort()).toEqual([
      'first',
      'later',
      undefined,
    ]);
    expect(await store.get('first')).toMatchObject({ state: 'running' });
  });

  it('are taken up again when their maker was not heard of for a quarter of an hour', async () => {
    await insert(aPack('a'));
    await store.claim(at(0));
    await store.progress('a', 1, at(10));
    expect(await store.claim(at(25))).toBeUndefined();
    expect(await store.claim(at(26))).toMatchObject({ id: 'a', progress: 0 });
  });

  it('are given up after three tries, and say so', async () => {
    await insert(aPack('a'));
    for (const minute of [0, 20, 40]) {
      expect(await store.claim(at(minute))).toBeDefined();
    }
    expect(await store.claim(at(60))).toBeUndefined();
    expect(await store.get('a')).toMatchObject({
      state: 'failed',
      finishedAt: at(60),
      problem: expect.stringContaining('several times'),
    });
  });

  it('are taken up at once when their maker gave them back', async () => {
    await insert(aPack('a'));
    await store.claim(at(0));
    await store.release('a', 'The log says why.');
    expect(await store.claim(at(1))).toMatchObject({ id: 'a' });
  });

  it('forget what their maker could see once they are made', async () => {
    await insert(aPack('a'));
    await knex.transaction(trx =>
      store.finish(trx, 'a', {
        at: at(5),
        expiresAt: '2027-01-01T00:00:00.000Z',
        missing: 3,
        sha256: 'f'.repeat(64),
        content: Buffer.from('zip'),
      }),
    );
    expect(await store.get('a')).toMatchObject({
      state: 'done',
      bytes: 3,
      missing: 3,
      sight: { kind: 'none' },
    });
    expect((await store.content('a'))?.toString()).toBe('zip');
  });
});
