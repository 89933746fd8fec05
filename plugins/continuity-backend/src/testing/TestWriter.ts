import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { NewRecordEntry, RecordStore } from '../record/RecordStore';
import type { StatusUpkeep } from '../record/StatusUpkeep';
import type { StoredTest } from './StoredTest';
import { testNotFound } from './testNotFound';
import type { TestStore } from './TestStore';

/** What a change makes of a test; null: nothing changed after all. */
export interface TestChange {
  /** Without the new revision. */
  test: StoredTest;
  /** What history says of it; null for what nobody decided, such as a tick in a checklist. */
  record: Pick<NewRecordEntry, 'action' | 'reason' | 'before' | 'after'> | null;
  /** The entities whose assessment it can alter. */
  dirty: Iterable<string>;
}

/** A test as it begins, and what is written beside it in the same transaction. */
export interface BegunTest {
  test: StoredTest;
  record: Pick<NewRecordEntry, 'action' | 'after' | 'imported'>;
  also?: (trx: Knex.Transaction) => Promise<void>;
}

interface Options {
  database: Knex;
  testStore: TestStore;
  records: RecordStore;
  engine: StatusUpkeep;
  clock: () => Date;
}

/** Writes changes of tests: the test, its history and what has to be assessed again, in one transaction. */
export class TestWriter {
  readonly #options: Options;

  static create(options: Options) {
    return new TestWriter(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  now(): string {
    return this.#options.clock().toISOString();
  }

  async change(
    testId: string,
    by: string,
    write: (context: {
      trx: Knex.Transaction;
      test: StoredTest;
      at: string;
    }) => Promise<TestChange | null>,
  ): Promise<void> {
    const { database, testStore, records, engine } = this.#options;
    const at = this.now();
    let dirty: string[] = [];
    await engine.settleDue(at);
    await database.transaction(async trx => {
      const test = await testStore.lock(trx, testId);
      if (!test) throw testNotFound();
      const change = await write({ trx, test, at });
      if (!change) return;
      const changed: StoredTest = {
        ...change.test,
        revision: test.revision + 1,
        updatedAt: at,
        updatedBy: by,
        ...calendarOf(test, change.test, at),
      };
      if (!(await testStore.save(trx, changed))) {
        throw new ConflictError(
          'Somebody else changed this test at the same moment. Load it again.',
        );
      }
      if (change.record) {
        await records.append(trx, [
          testRecord(testId, { by, at, ...change.record }, changed.revision),
        ]);
      }
      dirty = [...new Set(change.dirty)];
      await engine.markDirty(trx, dirty, at);
    });
    await this.#assess(dirty);
  }

  /** Begins tests, each with its history. */
  async begin(tests: BegunTest[]): Promise<void> {
    const { database, engine } = this.#options;
    const at = this.now();
    const dirty = new Set(tests.flatMap(({ test }) => test.contents.entities));
    await engine.settleDue(at);
    await database.transaction(async trx => {
      for (const begun of tests) await this.beginIn(trx, begun, at);
      await engine.markDirty(trx, [...dirty], at);
    });
    await this.#assess([...dirty]);
  }

  /** Begins a test in the transaction of somebody who says what has to be assessed again. */
  async beginIn(
    trx: Knex.Transaction,
    { test, record, also }: BegunTest,
    at: string,
  ): Promise<void> {
    const { testStore, records } = this.#options;
    await testStore.insert(trx, test);
    await also?.(trx);
    const { createdBy: by, revision } = test;
    await records.append(trx, [
      testRecord(test.id, { by, at, before: null, ...record }, revision),
    ]);
  }

  /** At once, so that the list of what is due knows what was planned a moment ago. */
  async #assess(entityRefs: string[]): Promise<void> {
    if (entityRefs.length === 0) return;
    await this.#options.engine.drain({ first: entityRefs, limit: 0 });
  }
}

/** The history of a test hangs on this ref. */
export function testRecordRef(testId: string): string {
  return `test:${testId}`;
}

export function testRecord(
  testId: string,
  entry: Pick<
    NewRecordEntry,
    'by' | 'at' | 'action' | 'reason' | 'before' | 'after' | 'imported'
  >,
  revision: number,
): NewRecordEntry {
  const { reason, ...rest } = entry;
  return {
    entityRef: testRecordRef(testId),
    type: 'test',
    ...rest,
    ...(reason ? { reason } : {}),
    revision,
  };
}

/** Calendars take an entry anew only where its sequence grew (RFC 5545, 3.8.7.4). */
function calendarOf(
  before: StoredTest,
  after: StoredTest,
  at: string,
): Pick<StoredTest, 'calendarSequence' | 'calendarChangedAt'> {
  const shown = ({ contents, state, startsAt, endsAt }: StoredTest) =>
    JSON.stringify([
      contents.title,
      contents.schedule.allDay,
      contents.schedule.timeZone,
      state === 'cancelled',
      startsAt,
      endsAt,
    ]);
  const { calendarSequence, calendarChangedAt } = before;
  return shown(before) === shown(after)
    ? { calendarSequence, calendarChangedAt }
    : { calendarSequence: calendarSequence + 1, calendarChangedAt: at };
}
