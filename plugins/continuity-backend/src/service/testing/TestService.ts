import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  canonicalJson,
  scheduleInstants,
  type ContinuityPolicy,
  type TestContents,
  type TestDetail,
  type testCreateRequestSchema,
  type testRescheduleRequestSchema,
  type testUpdateRequestSchema,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { z } from 'zod';
import { TestConflictError } from '../../contract/TestConflictError';
import {
  RequestIssue,
  WrongFieldsError,
} from '../../contract/WrongFieldsError';
import { TestAccess, TestCaller } from '../../permissions/TestAccess';
import { afterOf } from '../../testing/inHistory';
import { newTest } from '../../testing/newTest';
import type { StoredTest } from '../../testing/StoredTest';
import type { TestStore } from '../../testing/TestStore';
import { TestChange, TestWriter } from '../../testing/TestWriter';
import { heldOf } from '../profile/heldOf';
import { TestChecks } from './TestChecks';
import { assertSeesAll, assertTestMay, TestDesk } from './TestDesk';
import { TestReader } from './TestReader';
import { TestStarter } from '../../testing/TestStarter';

interface Options {
  policy: ContinuityPolicy;
  testStore: TestStore;
  testAccess: TestAccess;
  testChecks: TestChecks;
  testDesk: TestDesk;
  testReader: TestReader;
  testStarter: TestStarter;
  testWriter: TestWriter;
}

type Asked = { credentials: BackstageCredentials };

/** What may change once a test has begun. */
const free = new Set<keyof TestContents>([
  'title',
  'participants',
  'preparation',
]);

/** Lets people plan tests, change, move and cancel them, and enter those that were held already. */
export class TestService {
  readonly #options: Options;

  static create(options: Options) {
    return new TestService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async get(testId: string, { credentials }: Asked): Promise<TestDetail> {
    const caller = await this.#options.testAccess.of(credentials);
    return this.#options.testReader.detail(testId, caller);
  }

  async create(
    request: z.output<typeof testCreateRequestSchema>,
    { credentials }: Asked,
  ): Promise<TestDetail> {
    const { policy, testAccess, testChecks, testStarter, testWriter } =
      this.#options;
    const caller = await testAccess.of(credentials);
    if (!caller.access.mayCreateTests) {
      throw new NotAllowedError(
        'You may not plan tests: it needs the permission continuity.test.create.',
      );
    }
    const { contents, origin, held } = request;
    const at = testWriter.now();
    const issues = origin === 'invocation' ? invocationIssues(request) : [];
    if (issues.length > 0) throw new WrongFieldsError(issues);
    await testChecks.contents(contents, { before: null, caller });
    const by = caller.access.subject;
    const planned = newTest({ contents, by, at }, { origin });
    if (!held) {
      await testWriter.begin([
        {
          test: planned,
          record: { action: 'planned', after: afterOf(planned) },
        },
      ]);
      return this.#options.testReader.detail(planned.id, caller);
    }
    const { startedAt, endedAt, precision } = heldOf(held, {
      policy,
      now: at,
    });
    const begun = await testStarter.begun(planned, {
      at: startedAt,
      by,
      recordedAt: at,
    });
    const test: StoredTest = {
      ...begun.test,
      endedAt,
      heldPrecision: precision,
      enteredAfterwards: true,
    };
    await testWriter.begin([
      {
        test,
        record: { action: 'entered-afterwards', after: afterOf(test) },
        also: begun.write,
      },
    ]);
    return this.#options.testReader.detail(test.id, caller);
  }

  async update(
    testId: string,
    request: z.output<typeof testUpdateRequestSchema> & { revision: number },
    { credentials }: Asked,
  ): Promise<TestDetail> {
    const { testChecks, testDesk, testReader } = this.#options;
    const seen = await testDesk.open(testId, 'update', credentials);
    const { caller } = seen;
    const { contents, reason, revision } = request;
    await this.#fresh(seen.test, { revision, caller });
    assertSeesAll(seen);
    await testChecks.contents(contents, {
      before: seen.test.contents,
      caller,
    });
    await this.#change(
      seen,
      { caller, revision },
      async ({ trx, test, at }) => {
        assertTestMay('update', test, { by: caller.access.subject });
        const changed = changedFields(test.contents, contents);
        if (changed.length === 0) return null;
        if (test.state !== 'planned') assertFree(changed);
        const moved: StoredTest = {
          ...test,
          contents,
          facilitator: contents.facilitator,
          ...scheduleInstants(contents.schedule),
        };
        if (changed.includes('schedule')) {
          if (!reason) {
            throw new WrongFieldsError([
              {
                path: 'reason',
                message: 'Say why the test moves; earlier dates are kept.',
              },
            ]);
          }
          await this.#keepDates(trx, test, moved, { reason, at, caller });
        }
        return {
          test: moved,
          record: {
            action: 'updated',
            ...(reason && { reason }),
            before: pick(test.contents, changed),
            after: pick(contents, changed),
          },
          dirty: [...test.contents.entities, ...contents.entities],
        };
      },
    );
    return testReader.detail(testId, caller);
  }

  async reschedule(
    testId: string,
    request: z.output<typeof testRescheduleRequestSchema> & {
      revision: number;
    },
    { credentials }: Asked,
  ): Promise<TestDetail> {
    const { testDesk, testReader } = this.#options;
    const seen = await testDesk.open(testId, 'update', credentials);
    const { caller } = seen;
    const { schedule, reason, revision } = request;
    await this.#change(
      seen,
      { caller, revision },
      async ({ trx, test, at }) => {
        assertTestMay('reschedule', test, { by: caller.access.subject });
        const contents = { ...test.contents, schedule };
        if (changedFields(test.contents, contents).length === 0) return null;
        const moved = { ...test, contents, ...scheduleInstants(schedule) };
        await this.#keepDates(trx, test, moved, { reason, at, caller });
        return {
          test: moved,
          record: {
            action: 'rescheduled',
            reason,
            before: { schedule: test.contents.schedule },
            after: { schedule },
          },
          dirty: contents.entities,
        };
      },
    );
    return testReader.detail(testId, caller);
  }

  async cancel(
    testId: string,
    { reason, credentials }: Asked & { reason: string },
  ): Promise<TestDetail> {
    const { testDesk, testReader, testWriter } = this.#options;
    const { caller } = await testDesk.open(testId, 'update', credentials);
    const by = caller.access.subject;
    await testWriter.change(testId, by, async ({ test, at }) => {
      const state = assertTestMay('cancel', test, { by });
      return {
        test: {
          ...test,
          state,
          cancelledAt: at,
          cancelledBy: by,
          cancelReason: reason,
        },
        record: {
          action: 'cancelled',
          reason,
          before: { state: test.state },
          after: { state },
        },
        dirty: test.contents.entities,
      };
    });
    return testReader.detail(testId, caller);
  }

  /** A change by somebody who says which revision they started from. */
  async #change(
    { test: { id } }: { test: StoredTest },
    options: { caller: TestCaller; revision: number },
    write: (context: {
      trx: Knex.Transaction;
      test: StoredTest;
      at: string;
    }) => Promise<TestChange | null>,
  ): Promise<void> {
    const { caller, revision } = options;
    let isStale = false;
    await this.#options.testWriter.change(
      id,
      caller.access.subject,
      async context => {
        isStale = context.test.revision !== revision;
        return isStale ? null : write(context);
      },
    );
    // read after the transaction: SQLite has one connection
    if (isStale) throw await this.#conflict(id, caller);
  }

  async #fresh(
    { id, revision }: StoredTest,
    options: { revision: number; caller: TestCaller },
  ): Promise<void> {
    if (revision !== options.revision) {
      throw await this.#conflict(id, options.caller);
    }
  }

  async #conflict(id: string, caller: TestCaller): Promise<TestConflictError> {
    return new TestConflictError(
      await this.#options.testReader.detail(id, caller),
    );
  }

  async #keepDates(
    trx: Knex.Transaction,
    from: StoredTest,
    to: StoredTest,
    options: { reason: string; at: string; caller: TestCaller },
  ): Promise<void> {
    const { reason, at, caller } = options;
    await this.#options.testStore.addReschedule(trx, from.id, {
      from: { startsAt: from.startsAt, endsAt: from.endsAt },
      to: { startsAt: to.startsAt, endsAt: to.endsAt },
      reason,
      at,
      by: caller.access.subject,
    });
  }
}

/** A real invocation is a failover test of everything that was lost (DOMAIN.md §5). */
function invocationIssues({
  contents,
  held,
}: z.output<typeof testCreateRequestSchema>): RequestIssue[] {
  const wanted: Array<[boolean, string, string]> = [
    [
      contents.depth === 'failover',
      'contents.depth',
      'An invocation counts as a failover. Write "failover".',
    ],
    [
      contents.environment === 'production',
      'contents.environment',
      'A plan is invoked in production. Write "production".',
    ],
    [
      !contents.partial,
      'contents.partial',
      'An invocation is about all that was lost. Write false.',
    ],
    [held !== undefined, 'held', 'Say when it was.'],
  ];
  return wanted
    .filter(([isRight]) => !isRight)
    .map(([, path, message]) => ({ path, message }));
}

function changedFields(
  before: TestContents,
  after: TestContents,
): Array<keyof TestContents> {
  return (Object.keys(after) as Array<keyof TestContents>).filter(
    key => canonicalJson(before[key]) !== canonicalJson(after[key]),
  );
}

function assertFree(changed: Array<keyof TestContents>): void {
  const issues = changed
    .filter(key => !free.has(key))
    .map(key => ({
      path: `contents.${key}`,
      message:
        'It is fixed since the test began. Leave it as it was; title, participants and preparation may change.',
    }));
  if (issues.length > 0) throw new WrongFieldsError(issues);
}

function pick(contents: TestContents, keys: Array<keyof TestContents>) {
  return Object.fromEntries(keys.map(key => [key, contents[key]]));
}
