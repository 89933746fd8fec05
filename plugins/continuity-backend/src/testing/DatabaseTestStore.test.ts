import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { aResult, aTest } from '../__testUtils__/aStoredTest';
import { migrateDatabase } from '../migrateDatabase';
import { DatabaseTestStore } from './DatabaseTestStore';
import type { StoredTest } from './StoredTest';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const at = '2026-03-01T09:00:00.000Z';
const checkout = 'component:default/checkout';

describe.each(databases.eachSupportedId())('DatabaseTestStore on %s', id => {
  let knex: Knex;
  let store: DatabaseTestStore;

  beforeEach(async () => {
    knex = await databases.init(id);
    await migrateDatabase(knex);
    store = DatabaseTestStore.create({ database: knex });
  });

  const write = (act: (trx: Knex.Transaction) => Promise<unknown>) =>
    knex.transaction(act).then(
      () => 'done',
      // the driver's errors are no errors of this realm
      error => String((error as { message: unknown }).message),
    );
  const save = (test: StoredTest) => write(trx => store.save(trx, test));

  it('gives back what it was given, and saves only what follows the last revision', async () => {
    const test = aTest();
    await write(trx => store.insert(trx, test));
    expect(await store.get('a-test')).toEqual(test);
    const moved = { ...test, revision: 2, summary: 'Well' };
    await knex.transaction(async trx => {
      expect(await store.save(trx, { ...test, revision: 3 })).toBe(false);
      expect(await store.save(trx, moved)).toBe(true);
    });
    expect((await store.getMany(['a-test'])).get('a-test')).toEqual(moved);
    expect(
      await knex('test_people').orderBy('party_ref').pluck('party_ref'),
    ).toEqual(['user:default/olivia', 'user:default/peter']);

    const result = aResult();
    await write(trx => store.saveResults(trx, [result]));
    expect((await store.resultsOf(['a-test'])).get('a-test')).toEqual([result]);
    const later = { ...result, deliveredPercent: null, revision: 2 };
    await write(trx => store.saveResults(trx, [later]));
    expect((await store.resultsOf(['a-test'])).get('a-test')).toEqual([later]);
  });

  it('keeps an entry of the log, and a line of the checklist, once however often it is sent', async () => {
    const event = {
      testId: 'a-test',
      id: '1',
      clientId: 'client-1',
      kind: 'note' as const,
      at,
      recordedAt: at,
      by: 'user:default/olivia',
      text: 'It is dark',
      entityRefs: [checkout],
      time: null,
      stepId: null,
    };
    const counted: number[] = [];
    const send = (again: string) =>
      knex.transaction(async trx => {
        counted.push(await store.addEvents(trx, [{ ...event, id: again }]));
      });
    await send('1');
    await send('2');
    expect(counted).toEqual([1, 0]);
    expect(await store.eventsOf('a-test')).toEqual([event]);

    const step = {
      testId: 'a-test',
      id: 'one',
      clientId: 'client-1',
      plan: null,
      title: 'Look',
      what: '',
      who: ['Lead'],
      expectedDuration: 'PT5M',
      after: [],
      state: 'open' as const,
      startedAt: null,
      doneAt: null,
      doneBy: null,
      note: '',
      revision: 1,
      updatedAt: null,
      updatedBy: null,
    };
    await write(trx => store.addSteps(trx, [step]));
    await write(trx => store.addSteps(trx, [{ ...step, id: 'two' }]));
    expect(await store.stepsOf('a-test')).toEqual([step]);
  });

  it('keeps files, and forgets their contents once they are taken away', async () => {
    const content = Buffer.from([0, 1, 2, 255]);
    const attachment = {
      kind: 'file' as const,
      id: 'file-1',
      title: '',
      fileName: 'log.txt',
      mediaType: 'text/plain',
      bytes: 4,
      sha256: 'x',
      addedAt: at,
      addedBy: 'user:default/olivia',
    };
    await write(trx => store.addAttachment(trx, 'a-test', attachment, content));
    expect(await store.attachmentsOf('a-test')).toEqual([attachment]);
    const file = await store.file('a-test', 'file-1');
    expect(Buffer.compare(file!.content, content)).toBe(0);
    expect(await store.file('other-test', 'file-1')).toBeUndefined();
    await write(trx =>
      store.removeAttachment(trx, 'file-1', {
        testId: 'a-test',
        at,
        by: 'user:default/olivia',
        reason: 'It held a password',
      }),
    );
    expect(await store.attachmentsOf('a-test')).toEqual([]);
    expect(await store.file('a-test', 'file-1')).toBeUndefined();
    expect(await knex('test_attachments').first('content')).toEqual({
      content: null,
    });
  });

  const begun: StoredTest = aTest({
    state: 'in-progress',
    startedAt: at,
    startedBy: 'user:default/olivia',
  });
  const completed: StoredTest = {
    ...begun,
    state: 'completed',
    heldAt: at,
    heldPrecision: 'instant',
    endedAt: at,
    completedAt: at,
    completedBy: 'user:default/olivia',
    outcome: 'passed',
  };
  const reviewed: StoredTest = {
    ...completed,
    reviewedAt: at,
    reviewedBy: 'user:default/peter',
  };
  const retitled = (test: StoredTest, said: object): StoredTest => ({
    ...test,
    revision: 2,
    contents: { ...test.contents, ...said },
  });

  it.each<[string, StoredTest, StoredTest, RegExp]>([
    [
      'a planned test anything',
      aTest(),
      retitled(aTest(), { aims: 'x' }),
      /^done$/,
    ],
    ['a begun one a title', begun, retitled(begun, { title: 'x' }), /^done$/],
    ['a begun one no aims', begun, retitled(begun, { aims: 'x' }), /is fixed/],
    [
      'a begun one no entities',
      begun,
      retitled(begun, { entities: [checkout] }),
      /is fixed/,
    ],
    [
      'a completed one a worse outcome',
      completed,
      { ...completed, revision: 2, outcome: 'failed' },
      /^done$/,
    ],
    [
      'a completed one no other moment',
      completed,
      { ...completed, revision: 2, heldAt: '2026-02-01T00:00:00.000Z' },
      /is completed/,
    ],
    [
      'a completed one no other state',
      completed,
      { ...completed, revision: 2, state: 'in-progress' },
      /is completed/,
    ],
    [
      'a reviewed one no outcome',
      reviewed,
      { ...reviewed, revision: 2, outcome: 'failed' },
      /reviewed/,
    ],
    [
      'a reviewed one no title',
      reviewed,
      retitled(reviewed, { title: 'x' }),
      /reviewed/,
    ],
  ])('lets %s change', async (_what, before, after, expected) => {
    await write(trx => store.insert(trx, before));
    expect(await save(after)).toMatch(expected);
  });

  it('keeps the targets of a result, all results once they are reviewed, and the log always', async () => {
    await write(trx => store.insert(trx, begun));
    const targets = {
      tier: 'tier-1',
      rto: 'PT1H',
      rpo: 'none',
      mbcoPercent: null,
      mbcoText: null,
    };
    const result = aResult({ targets });
    const change = (said: object) =>
      write(trx => trx('test_results').update(said));
    await write(trx => store.saveResults(trx, [result]));
    expect(await change({ outcome: 'failed' })).toBe('done');
    expect(await change({ targets: '{}' })).toMatch(/targets/);

    await write(trx => store.save(trx, { ...reviewed, revision: 2 }));
    expect(await change({ outcome: 'passed' })).toMatch(/read-only/);
    expect(await write(trx => trx('test_results').delete())).toMatch(
      /read-only/,
    );
    expect(
      await write(trx =>
        store.saveResults(trx, [
          { ...result, entityRef: 'resource:default/orders-db' },
        ]),
      ),
    ).toMatch(/read-only/);

    await write(trx =>
      store.addEvents(trx, [
        {
          testId: 'a-test',
          id: '1',
          clientId: null,
          kind: 'note',
          at,
          recordedAt: at,
          by: 'user:default/olivia',
          text: 'It is dark',
          entityRefs: [],
          time: null,
          stepId: null,
        },
      ]),
    );
    expect(
      await write(trx => trx('test_events').update({ text: 'It was light' })),
    ).toMatch(/only added to/);
  });
});
