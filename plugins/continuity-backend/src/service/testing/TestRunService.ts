import { randomUUID } from 'node:crypto';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  TestDetail,
  testEventsRequestSchema,
  TestRun,
  TestStartRequest,
  testStepsRequestSchema,
} from 'backstage-plugin-continuity-common';
import type { z } from 'zod';
import { TestConflictError } from '../../contract/TestConflictError';
import { WrongFieldsError } from '../../contract/WrongFieldsError';
import { TestAccess } from '../../permissions/TestAccess';
import type {
  StoredEvent,
  StoredStep,
  TestStore,
} from '../../testing/TestStore';
import { TestWriter } from '../../testing/TestWriter';
import { assertTestMay, TestDesk } from './TestDesk';
import { TestReader } from './TestReader';
import { TestSight } from './TestSight';
import { TestStarter } from '../../testing/TestStarter';

/** Clocks differ; what is more than this ahead has not happened yet. */
const CLOCK_SKEW_MILLISECONDS = 5 * 60_000;

interface Options {
  testStore: TestStore;
  testAccess: TestAccess;
  testDesk: TestDesk;
  testSight: TestSight;
  testReader: TestReader;
  testStarter: TestStarter;
  testWriter: TestWriter;
}

type Asked = { credentials: BackstageCredentials };
type StepsRequest = z.output<typeof testStepsRequestSchema>;
type StepChange = StepsRequest['changes'][number];

/** Lets people hold tests together: start, tick steps, write the log. What is sent twice is kept once. */
export class TestRunService {
  readonly #options: Options;

  static create(options: Options) {
    return new TestRunService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async start(
    testId: string,
    request: TestStartRequest,
    { credentials }: Asked,
  ): Promise<TestDetail> {
    const { testDesk, testReader, testStarter, testWriter } = this.#options;
    const { caller, test: seen } = await testDesk.open(
      testId,
      'run',
      credentials,
    );
    const by = caller.access.subject;
    const now = testWriter.now();
    const startedAt = request.at ?? now;
    assertPast(startedAt, { now, path: 'at' });
    assertTestMay('start', seen, { by });
    const begun = await testStarter.begun(seen, {
      at: startedAt,
      by,
      recordedAt: now,
    });
    let isStale = false;
    await testWriter.change(testId, by, async ({ trx, test }) => {
      assertTestMay('start', test, { by });
      // what was read of its plans and entities was another test
      isStale = test.revision !== seen.revision;
      if (isStale) return null;
      await begun.write(trx);
      return {
        test: begun.test,
        record: {
          action: 'started',
          before: { state: test.state },
          after: { state: begun.test.state, startedAt },
        },
        dirty: test.contents.entities,
      };
    });
    const detail = await testReader.detail(testId, caller);
    if (isStale) throw new TestConflictError(detail);
    return detail;
  }

  /** Also says that the caller has it open. */
  async poll(
    testId: string,
    { sinceRevision }: { sinceRevision?: number },
    { credentials }: Asked,
  ): Promise<TestRun> {
    const { testAccess, testReader, testSight, testStore, testWriter } =
      this.#options;
    const caller = await testAccess.of(credentials);
    const { test } = await testSight.open(testId, caller);
    if (caller.access.isUser && test.state === 'in-progress') {
      await testStore.seen(testId, caller.access.subject, testWriter.now());
    }
    return testReader.run(testId, caller, { seen: sinceRevision });
  }

  async saveSteps(
    testId: string,
    { changes, add }: StepsRequest,
    { credentials }: Asked,
  ): Promise<TestRun> {
    const { testDesk, testReader, testStore, testWriter } = this.#options;
    const { caller } = await testDesk.open(testId, 'run', credentials);
    const by = caller.access.subject;
    let isStale = false;
    await testWriter.change(testId, by, async ({ trx, test, at }) => {
      assertTestMay('run', test, { by });
      const known = await testStore.stepsOf(testId, trx);
      const byId = new Map(known.map(step => [step.id, step]));
      const changed: StoredStep[] = [];
      for (const [index, change] of changes.entries()) {
        const step = byId.get(change.id);
        if (!step) throw noSuchStep(index);
        const next = tick(step, change, { by, at, index });
        if (!next) continue;
        if (step.revision !== change.revision) {
          isStale = true;
          return null;
        }
        changed.push(next);
        byId.set(next.id, next);
      }
      const clients = new Set(known.map(({ clientId }) => clientId));
      const added = add
        .filter(({ clientId }) => !clients.has(clientId))
        .map(({ clientId, title, what }) =>
          addedStep(testId, { clientId, title, what, by, at }),
        );
      if (changed.length === 0 && added.length === 0) return null;
      await testStore.saveSteps(trx, changed);
      await testStore.addSteps(trx, added);
      await testStore.addEvents(
        trx,
        changed
          .filter(
            step => step.state !== known.find(k => k.id === step.id)!.state,
          )
          .map(step => stepEvent(testId, step, { by, at })),
      );
      return { test, record: null, dirty: [] };
    });
    if (isStale) {
      throw new TestConflictError(await testReader.detail(testId, caller));
    }
    return testReader.run(testId, caller);
  }

  async addEvents(
    testId: string,
    { items }: z.output<typeof testEventsRequestSchema>,
    { credentials }: Asked,
  ): Promise<TestRun> {
    const { testDesk, testReader, testStore, testWriter } = this.#options;
    const { caller, test: seen } = await testDesk.open(
      testId,
      'run',
      credentials,
    );
    const by = caller.access.subject;
    const now = testWriter.now();
    const scope = new Set(seen.contents.entities);
    const issues = items.flatMap(({ entityRefs }, index) =>
      entityRefs
        .filter(ref => !scope.has(ref))
        .map(ref => ({
          path: `items.${index}.entityRefs`,
          message: `${ref} is not part of this test.`,
        })),
    );
    if (issues.length > 0) throw new WrongFieldsError(issues);
    for (const [index, { at }] of items.entries()) {
      if (at) assertPast(at, { now, path: `items.${index}.at` });
    }
    await testWriter.change(testId, by, async ({ trx, test, at }) => {
      assertTestMay('run', test, { by });
      const added = await testStore.addEvents(
        trx,
        items.map(
          (item): StoredEvent => ({
            testId,
            id: randomUUID(),
            clientId: item.clientId,
            kind: item.kind,
            at: item.at ?? at,
            recordedAt: at,
            by,
            text: item.text,
            entityRefs: item.entityRefs,
            time: null,
            stepId: null,
          }),
        ),
      );
      return added === 0 ? null : { test, record: null, dirty: [] };
    });
    return testReader.run(testId, caller);
  }
}

/** @throws WrongFieldsError for a moment that has not come yet. */
export function assertPast(
  moment: string,
  { now, path }: { now: string; path: string },
): void {
  if (Date.parse(moment) <= Date.parse(now) + CLOCK_SKEW_MILLISECONDS) return;
  throw new WrongFieldsError([
    { path, message: 'It has not happened yet. Write a time in the past.' },
  ]);
}

/** The line after a change of it; undefined where it says so already, as where a request is sent again. */
function tick(
  step: StoredStep,
  change: StepChange,
  { by, at, index }: { by: string; at: string; index: number },
): StoredStep | undefined {
  const { state = step.state, note = step.note } = change;
  const isDone = state === 'done';
  const isBegun = isDone || state === 'started';
  const moved = state !== step.state;
  const startedAt =
    change.startedAt !== undefined
      ? change.startedAt
      : defaultMoment(
          isBegun,
          state === 'started' && moved,
          step.startedAt,
          at,
        );
  const doneAt =
    change.doneAt !== undefined
      ? change.doneAt
      : defaultMoment(isDone, isDone && moved, step.doneAt, at);
  const doneBy =
    change.doneBy !== undefined
      ? change.doneBy
      : defaultMoment(isDone, isDone && moved, step.doneBy, by);
  for (const [key, moment] of Object.entries({ startedAt, doneAt })) {
    if (moment)
      assertPast(moment, { now: at, path: `changes.${index}.${key}` });
  }
  if (startedAt !== null && doneAt !== null && doneAt < startedAt) {
    throw new WrongFieldsError([
      {
        path: `changes.${index}.doneAt`,
        message: 'It was done before it was started. Write a later time.',
      },
    ]);
  }
  const isSame =
    state === step.state &&
    note === step.note &&
    startedAt === step.startedAt &&
    doneAt === step.doneAt &&
    doneBy === step.doneBy;
  if (isSame) return undefined;
  return {
    ...step,
    state,
    note,
    startedAt,
    doneAt,
    doneBy,
    revision: step.revision + 1,
    updatedAt: at,
    updatedBy: by,
  };
}

/** What a button stamps: nothing where the state has no such moment, a new one where it came just now, else what was there. */
function defaultMoment(
  applies: boolean,
  isNew: boolean,
  before: string | null,
  stamped: string,
): string | null {
  if (!applies) return null;
  return isNew ? stamped : before;
}

function addedStep(
  testId: string,
  options: {
    clientId: string;
    title: string;
    what: string;
    by: string;
    at: string;
  },
): StoredStep {
  const { clientId, title, what, by, at } = options;
  return {
    testId,
    id: randomUUID(),
    clientId,
    plan: null,
    title,
    what,
    who: [],
    expectedDuration: null,
    after: [],
    state: 'open',
    startedAt: null,
    doneAt: null,
    doneBy: null,
    note: '',
    revision: 1,
    updatedAt: at,
    updatedBy: by,
  };
}

const stateWords: Record<StoredStep['state'], string> = {
  open: 'Opened again',
  started: 'Started',
  done: 'Done',
  skipped: 'Skipped',
};

function stepEvent(
  testId: string,
  step: StoredStep,
  { by, at }: { by: string; at: string },
): StoredEvent {
  const moment = step.state === 'done' ? step.doneAt : step.startedAt;
  return {
    testId,
    id: randomUUID(),
    clientId: null,
    kind: 'step',
    at: step.state === 'done' || step.state === 'started' ? moment ?? at : at,
    recordedAt: at,
    by,
    text: `${stateWords[step.state]}: ${step.title}`,
    entityRefs: [],
    time: null,
    stepId: step.id,
  };
}

function noSuchStep(index: number): WrongFieldsError {
  return new WrongFieldsError([
    {
      path: `changes.${index}.id`,
      message: 'This test has no such line in its checklist.',
    },
  ]);
}
