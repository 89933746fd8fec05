import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import knexFactory, { type Knex } from 'knex';
import { migrateDatabase } from '../migrateDatabase';
import { DatabaseRecordStore } from './DatabaseRecordStore';
import { RecordChain } from './RecordChain';
import { RecordSealer } from './RecordSealer';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const now = '2026-03-01T12:00:00.000Z';
const clock = () => new Date(now);
const logger = mockServices.logger.mock();

const write = (database: Knex, revisions: number[], by = 'olivia') =>
  database.transaction(trx =>
    DatabaseRecordStore.create({ database }).append(
      trx,
      revisions.map(revision => ({
        entityRef: 'component:default/checkout',
        type: 'profile',
        action: 'updated',
        by: `user:default/${by}`,
        at: now,
        before: null,
        after: { rto: 'PT0S' },
        revision,
      })),
    ),
  );
const seal = (database: Knex) =>
  RecordSealer.create({ database, logger, clock }).run();
const verify = (
  database: Knex,
  query: Parameters<RecordChain['verify']>[0] = {},
) => RecordChain.create({ database, clock }).verify(query);
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

describe.each(databases.eachSupportedId())('the chain of records on %s', id => {
  async function aHistory(count: number): Promise<Knex> {
    const database = await databases.init(id);
    await migrateDatabase(database);
    await write(database, upTo(count));
    return database;
  }

  it('seals what was written, each record once, and goes on where it stopped', async () => {
    const database = await aHistory(3);
    expect(await verify(database)).toMatchObject({
      holds: true,
      checked: { from: 0, to: 0, seals: 0 },
      sealed: null,
      unsealed: 3,
      unsealedSince: now,
    });
    expect(await seal(database)).toBe(3);
    expect(await seal(database)).toBe(0);
    await write(database, [4, 5]);
    expect(await verify(database)).toMatchObject({ unsealed: 2, holds: true });
    expect(await seal(database)).toBe(2);
    const seals = await database('record_seals').orderBy('position');
    expect(seals.map(row => Number(row.position))).toEqual([1, 2, 3, 4, 5]);
    expect(seals.slice(1).map(row => row.previous_sha256)).toEqual(
      seals.slice(0, -1).map(row => row.sha256),
    );
    expect(await verify(database)).toMatchObject({
      holds: true,
      checked: { from: 1, to: 5, seals: 5 },
      sealed: { position: 5, sha256: seals[4].sha256, at: now },
      unsealed: 0,
      unsealedSince: null,
    });
  });

  it('seals a record that was committed after later ones', async () => {
    const database = await aHistory(3);
    const [late] = await database('records').where({ seq: 2 });
    await database('records').where({ seq: 2 }).delete();
    await seal(database);
    await database('records').insert(late);
    expect(await seal(database)).toBe(1);
    expect(await verify(database)).toMatchObject({ holds: true, unsealed: 0 });
  });

  const tampering: Array<
    [string, (database: Knex) => Promise<unknown>, number, string]
  > = [
    [
      'changes what a record says',
      database =>
        database('records')
          .where({ seq: 4 })
          .update({
            payload: database.raw("replace(payload, 'PT0S', 'PT4H')"),
          }),
      4,
      'record-changed',
    ],
    [
      'takes a record out',
      database => database('records').where({ seq: 2 }).delete(),
      2,
      'record-missing',
    ],
    [
      'lets a record be shown under another entity',
      database =>
        database('records')
          .where({ seq: 3 })
          .update({ entity_ref: 'component:default/other' }),
      3,
      'record-misfiled',
    ],
    [
      'changes the order of the log',
      database => database('records').where({ seq: 5 }).update({ seq: 900 }),
      5,
      'record-moved',
    ],
    [
      'takes a record out together with its seal',
      async database => {
        await database('records').where({ seq: 3 }).delete();
        await database('record_seals').where({ position: 3 }).delete();
      },
      3,
      'seal-missing',
    ],
    [
      'cuts the end off, records and seals',
      async database => {
        await database('records').where('seq', '>', 4).delete();
        await database('record_seals').where('position', '>', 4).delete();
      },
      5,
      'seal-missing',
    ],
    [
      'writes another hash into a seal',
      database =>
        database('record_seals')
          .where({ position: 4 })
          .update({ record_sha256: 'f'.repeat(64) }),
      4,
      'seal-changed',
    ],
    [
      'adds a seal that nobody made',
      async database => {
        const [last] = await database('record_seals').where({ position: 6 });
        await database('record_seals').insert({
          ...last,
          position: 7,
          record_id: 'x',
          record_seq: 99,
        });
      },
      7,
      'seal-changed',
    ],
  ];

  it.each(tampering)(
    'finds who %s behind its back, with the position',
    async (_, tamper, position, what) => {
      const database = await aHistory(6);
      await seal(database);
      expect(await verify(database)).toMatchObject({ holds: true });
      await tamper(database);
      expect(await verify(database)).toMatchObject({
        holds: false,
        firstBreak: { position, what },
      });
    },
  );

  it('finds it in a record that was changed before it was sealed', async () => {
    const database = await aHistory(2);
    await database('records').where({ seq: 2 }).update({ payload: '{}' });
    await seal(database);
    expect(await verify(database)).toMatchObject({
      firstBreak: { position: 2, what: 'record-changed' },
      breaks: 1,
    });
  });

  it('finds by a noted hash that the whole chain was made anew', async () => {
    const database = await aHistory(3);
    await seal(database);
    const { sealed } = await verify(database);
    const noted = {
      notedPosition: sealed!.position,
      notedSha256: sealed!.sha256,
    };
    expect(await verify(database, noted)).toMatchObject({ notedHolds: true });
    await database('record_seals').delete();
    await database('record_seal_head').update({
      position: 0,
      sha256: '0'.repeat(64),
    });
    await write(database, [4]);
    await database('records').where({ seq: 1 }).delete();
    await seal(database);
    expect(await verify(database, noted)).toMatchObject({
      holds: true,
      notedHolds: false,
    });
  });

  it('answers in parts that together check all', async () => {
    const database = await aHistory(7);
    await seal(database);
    await database('records').where({ seq: 6 }).update({ sha256: 'x' });
    const first = await verify(database, { limit: 3 });
    expect(first).toMatchObject({
      holds: true,
      checked: { from: 1, to: 3, seals: 3 },
      nextAfter: 3,
    });
    const second = await verify(database, { limit: 3, after: 3 });
    expect(second).toMatchObject({
      holds: false,
      firstBreak: { position: 6 },
      nextAfter: 6,
    });
    const third = await verify(database, { limit: 3, after: 6 });
    expect(third).toMatchObject({ holds: true, checked: { from: 7, to: 7 } });
    expect(third.nextAfter).toBeUndefined();
  });

  it('says of a part that begins beyond the end that there is nothing to check', async () => {
    const database = await aHistory(3);
    await seal(database);
    const beyond = await verify(database, { after: 900 });
    expect(beyond).toMatchObject({
      holds: true,
      checked: { from: 0, to: 0, seals: 0 },
      firstBreak: null,
    });
    expect(beyond.nextAfter).toBeUndefined();
  });

  it('names the position where a part begins after a seal that is gone', async () => {
    const database = await aHistory(5);
    await seal(database);
    await database('record_seals').where({ position: 3 }).delete();
    expect(await verify(database, { after: 3 })).toMatchObject({
      holds: false,
      breaks: 1,
      firstBreak: { position: 3, what: 'seal-missing' },
      checked: { from: 4, to: 5 },
    });
  });

  it('finds that what is noted of the end is gone, and seals nothing after it', async () => {
    const database = await aHistory(3);
    await seal(database);
    await database('record_seal_head').delete();
    await write(database, [4]);
    await expect(seal(database)).rejects.toThrow('where the chain ends');
    expect(await verify(database)).toMatchObject({
      holds: false,
      firstBreak: { position: 3, what: 'out-of-order' },
      sealed: null,
      unsealed: 1,
    });
    const chain = RecordChain.create({ database, clock });
    expect(await chain.check()).toMatchObject({ holds: false });
    expect(await chain.integrity()).toMatchObject({
      sealed: null,
      lastCheck: null,
    });
  });

  it('remembers what the last check of everything found', async () => {
    const database = await aHistory(2);
    await seal(database);
    const chain = RecordChain.create({ database, clock });
    expect(await chain.integrity()).toMatchObject({
      records: 2,
      lastCheck: null,
    });
    await chain.check();
    expect((await chain.integrity()).lastCheck).toEqual({
      at: now,
      through: 2,
      holds: true,
    });
    await database('records').where({ seq: 1 }).delete();
    await chain.check();
    expect((await chain.integrity()).lastCheck).toMatchObject({ holds: false });
  });

  it('stays one chain while three replicas write and seal at once', async () => {
    const { replicas, stop } = await threeReplicas();
    try {
      await Promise.all(
        replicas.map(async (database, replica) => {
          for (let round = 0; round < 6; round++) {
            await unlessBusy(() =>
              write(database, [round * 2 + 1, round * 2 + 2], `r${replica}`),
            );
            await unlessBusy(() => seal(database));
          }
        }),
      );
      await unlessBusy(() => seal(replicas[0]));
      const seals = await replicas[1]('record_seals').orderBy('position');
      expect(seals.map(row => Number(row.position))).toEqual(upTo(36));
      expect(await verify(replicas[2])).toMatchObject({
        holds: true,
        checked: { from: 1, to: 36, seals: 36 },
        unsealed: 0,
      });
    } finally {
      await stop();
    }
  });

  /** The same database through three connections of their own. */
  async function threeReplicas() {
    if (id === 'SQLITE_3') {
      const folder = mkdtempSync(join(tmpdir(), 'continuity-'));
      const replicas = upTo(3).map(() =>
        knexFactory({
          client: 'better-sqlite3',
          connection: {
            filename: join(folder, 'records.sqlite'),
            // who waits would keep the others of this process from going on
            options: { timeout: 0 } as never,
          },
          useNullAsDefault: true,
        }),
      );
      await migrateDatabase(replicas[0]);
      return {
        replicas,
        stop: async () => {
          await Promise.all(replicas.map(replica => replica.destroy()));
          rmSync(folder, { recursive: true });
        },
      };
    }
    const database = await databases.init(id);
    await migrateDatabase(database);
    const others = [1, 2].map(() => knexFactory(database.client.config));
    return {
      replicas: [database, ...others],
      stop: async () => {
        await Promise.all(others.map(other => other.destroy()));
      },
    };
  }
});

/** As a person would, who is told that the file is locked. */
async function unlessBusy(act: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await act();
      return;
    } catch (error) {
      if (
        !String((error as { code?: string }).code).startsWith('SQLITE_BUSY')
      ) {
        throw error;
      }
      await new Promise(resolve => setTimeout(resolve, 1 + Math.random() * 5));
    }
  }
}
