import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  findingDraftSchema,
  scheduleInstants,
  testContentsSchema,
  testingPolicy,
  type ContinuityPolicy,
  type TestContents,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import { DateTime, Duration } from 'luxon';
import type { AssessmentEngine } from '../assessment/AssessmentEngine';
import type { RecordStore } from '../record/RecordStore';
import { cadenceAfter } from '../testing/cadenceAfter';
import { judgeResults } from '../testing/result/judgeResults';
import { worstOf } from '../testing/result/worstOf';
import { afterOf } from '../testing/inHistory';
import { TestStarter } from '../testing/TestStarter';
import { FindingWriter } from '../testing/finding/FindingWriter';
import { newTest } from '../testing/newTest';
import { readTargetsAt } from '../testing/result/readTargetsAt';
import type { StoredResult } from '../testing/result/StoredResult';
import type { StoredTest } from '../testing/StoredTest';
import type { StoredEvent, TestStore } from '../testing/TestStore';
import { testRecord } from '../testing/TestWriter';
import { momentAfter } from './momentAfter';
import { readSeedFile } from './readSeedFile';
import { SeedFile } from './seedFileSchema';
import { seedResults } from './seedResults';
import { type SeedActs, SeedTimeline } from './SeedTimeline';

interface Options {
  database: Knex;
  testStore: TestStore;
  testStarter: TestStarter;
  findingWriter: FindingWriter;
  records: RecordStore;
  engine: AssessmentEngine;
  policy: ContinuityPolicy;
  logger: LoggerService;
  clock: () => Date;
}

type Entry = SeedFile['tests'][number];
type Act = { action: string; by: string; at: string; reason?: string };

/**
 * Fills an empty store with tests from a seed file, as if people had planned, held and reviewed them. It is for a store whose plans are there, since
 * their steps are what is tested. For development.
 */
export class TestSeed {
  readonly #options: Options;
  readonly #file: string;
  #timeline: SeedTimeline;

  static create(options: Options & { file: string }) {
    return new TestSeed(options);
  }

  private constructor(options: Options & { file: string }) {
    this.#options = options;
    this.#file = options.file;
    this.#timeline = SeedTimeline.standing(options.clock());
  }

  async run(): Promise<void> {
    const { database, engine, clock } = this.#options;
    if (!(await database('mirror_entities').first('entity_ref'))) return;
    const timeline = SeedTimeline.standing(clock());
    const acts = await this.acts(timeline);
    if (acts.length === 0) return;
    await engine.drain();
    await timeline.play(acts);
    await engine.drain();
  }

  /** What people and machines did to tests; nothing where there are tests. */
  async acts(timeline: SeedTimeline): Promise<SeedActs[]> {
    const { testStore, logger } = this.#options;
    this.#timeline = timeline;
    if (!(await testStore.isEmpty())) return [];
    const { tests } = readSeedFile(this.#file);
    logger.info(`Begins with ${tests.length} tests from ${this.#file}`);
    return tests.map(entry => () => this.#seed(entry));
  }

  async #seed(entry: Entry): Promise<void> {
    const { testStore } = this.#options;
    const { by } = entry.planned;
    const [firstMove] = entry.moved;
    const isMachine = entry.origin === 'machine';
    let test = newTest(
      {
        contents: this.#contents(entry, (firstMove ?? entry.schedule).from),
        by,
        at: this.#moment(entry.planned.at),
      },
      {
        id: entry.id,
        origin: entry.origin,
        enteredAfterwards: entry.enteredAfterwards,
        machine: entry.machine ?? null,
        ...(isMachine && { facilitator: null }),
      },
    );
    await this.#act(entry, test.createdAt, async trx => {
      await testStore.insert(trx, test);
      await this.#record(trx, test, {
        action: 'planned',
        by,
        at: test.createdAt,
      });
    });
    for (const [index, move] of entry.moved.entries()) {
      const to = (entry.moved[index + 1] ?? entry.schedule).from;
      test = await this.#move(entry, { test, move, to });
    }
    if (entry.cancelled) await this.#cancel(entry, test);
    else if (entry.state !== 'planned') await this.#hold(entry, test);
  }

  async #hold(entry: Entry, planned: StoredTest): Promise<void> {
    const { testStarter, testStore } = this.#options;
    const { by } = entry.planned;
    const startedAt = planned.startsAt;
    await this.#timeline.at(startedAt);
    const begun = await testStarter.begun(planned, { at: startedAt, by });
    const test = { ...begun.test, revision: planned.revision + 1 };
    const results = entry.results.flatMap(said => seedResults(test, said, by));
    await this.#act(entry, startedAt, async trx => {
      await testStore.save(trx, test);
      await begun.write(trx);
      await this.#record(trx, test, {
        action: entry.enteredAfterwards ? 'entered-afterwards' : 'started',
        by,
        at: startedAt,
      });
      await this.#tick(trx, entry, test);
      await testStore.addEvents(
        trx,
        entry.log.map(line => logged(test, line)),
      );
      if (!entry.completed) await testStore.saveResults(trx, results);
    });
    const { completed, reviewed } = entry;
    if (!completed) return;
    const completedAt = this.#moment(completed.at);
    let done = test;
    await this.#act(entry, completedAt, async trx => {
      done = await this.#complete(trx, entry, { test, results });
    });
    if (!reviewed) return;
    await this.#act(entry, this.#moment(reviewed.at), trx =>
      this.#review(trx, entry, done),
    );
  }

  /** One step at its moment, after which what was tested is assessed anew. */
  async #act(
    entry: Entry,
    at: string,
    write: (trx: Knex.Transaction) => Promise<void>,
  ): Promise<void> {
    const { database, engine } = this.#options;
    await this.#timeline.at(at);
    await database.transaction(async trx => {
      await write(trx);
      await engine.markDirty(
        trx,
        entry.contents.entities,
        this.#timeline.now(),
      );
    });
  }

  async #complete(
    trx: Knex.Transaction,
    entry: Entry,
    { test, results }: { test: StoredTest; results: StoredResult[] },
  ): Promise<StoredTest> {
    const { testStore, findingWriter, engine, policy } = this.#options;
    const { by, at } = entry.completed!;
    const heldAt = test.startedAt!;
    const judged = judgeResults(test, results, {
      targets: await readTargetsAt(trx, test.contents.entities, heldAt),
      now: this.#timeline.startedAt.toISOString(),
    });
    await testStore.saveResults(trx, judged);
    const completedAt = this.#moment(at);
    const completed: StoredTest = {
      ...test,
      state: 'completed',
      heldAt,
      heldPrecision: entry.dayOnly ? 'day' : 'instant',
      endedAt: test.endsAt,
      completedAt,
      completedBy: by,
      summary: entry.summary,
      criteria: test.contents.successCriteria.map(({ id }) => ({
        id,
        met: entry.criteriaMet.includes(id),
        note: '',
      })),
      outcome: worstOf(judged),
      reviewDueAt: cadenceAfter(
        heldAt,
        testingPolicy(policy).reviewWithin,
        policy.timeZone,
      ),
      revision: test.revision + 1,
      updatedAt: completedAt,
      updatedBy: by,
    };
    await testStore.save(trx, completed);
    await this.#record(trx, completed, {
      action: 'completed',
      by,
      at: completedAt,
    });
    const { dirty } = await findingWriter.add(
      trx,
      entry.findings.map(({ due, ...draft }) =>
        findingDraftSchema.parse({ ...draft, dueOn: this.#day(due) }),
      ),
      { source: { kind: 'test', testId: test.id }, by, at: completedAt },
    );
    await engine.markDirty(trx, dirty, this.#timeline.now());
    return completed;
  }

  async #review(
    trx: Knex.Transaction,
    entry: Entry,
    completed: StoredTest,
  ): Promise<void> {
    const { by, at, note } = entry.reviewed!;
    const reviewedAt = this.#moment(at);
    await this.#options.testStore.save(trx, {
      ...completed,
      reviewedAt,
      reviewedBy: by,
      reviewNote: note,
      revision: completed.revision + 1,
      updatedAt: reviewedAt,
      updatedBy: by,
    });
    await this.#record(trx, completed, {
      action: 'reviewed',
      by,
      at: reviewedAt,
      ...(note && { reason: note }),
    });
  }

  async #cancel(entry: Entry, planned: StoredTest): Promise<void> {
    const { by, at, reason } = entry.cancelled!;
    const cancelledAt = this.#moment(at);
    await this.#act(entry, cancelledAt, async trx => {
      await this.#options.testStore.save(trx, {
        ...planned,
        state: 'cancelled',
        cancelledAt,
        cancelledBy: by,
        cancelReason: reason,
        revision: planned.revision + 1,
        updatedAt: cancelledAt,
        updatedBy: by,
      });
      await this.#record(trx, planned, {
        action: 'cancelled',
        by,
        at: cancelledAt,
        reason,
      });
    });
  }

  async #move(
    entry: Entry,
    options: { test: StoredTest; move: Entry['moved'][number]; to: string },
  ): Promise<StoredTest> {
    const { testStore } = this.#options;
    const { test, move } = options;
    const { by, reason } = move;
    const at = this.#moment(move.at);
    const contents = this.#contents(entry, options.to);
    const moved: StoredTest = {
      ...test,
      contents,
      ...scheduleInstants(contents.schedule),
      calendarSequence: test.calendarSequence + 1,
      calendarChangedAt: at,
      revision: test.revision + 1,
      updatedAt: at,
      updatedBy: by,
    };
    await this.#act(entry, at, async trx => {
      await testStore.save(trx, moved);
      await testStore.addReschedule(trx, entry.id, {
        from: { startsAt: test.startsAt, endsAt: test.endsAt },
        to: { startsAt: moved.startsAt, endsAt: moved.endsAt },
        reason,
        at,
        by,
      });
      await this.#record(trx, moved, { action: 'rescheduled', by, at, reason });
    });
    return moved;
  }

  async #tick(
    trx: Knex.Transaction,
    entry: Entry,
    test: StoredTest,
  ): Promise<void> {
    const { testStore } = this.#options;
    const steps = await testStore.stepsOf(test.id, trx);
    const { by } = entry.planned;
    await testStore.saveSteps(
      trx,
      steps.slice(0, entry.stepsDone).map((step, index) => {
        const doneAt = momentAfter(test.startedAt!, `PT${6 * (index + 1)}M`);
        return {
          ...step,
          state: 'done' as const,
          startedAt: momentAfter(test.startedAt!, `PT${6 * index}M`),
          doneAt,
          doneBy: by,
          revision: 2,
          updatedAt: doneAt,
          updatedBy: by,
        };
      }),
    );
  }

  async #record(
    trx: Knex.Transaction,
    test: StoredTest,
    act: Act,
  ): Promise<void> {
    await this.#options.records.append(trx, [
      testRecord(
        test.id,
        { ...act, before: null, after: afterOf(test) },
        test.revision,
      ),
    ]);
  }

  #contents(entry: Entry, from: string): TestContents {
    const { at, takes } = entry.schedule;
    const zone = this.#options.policy.timeZone;
    const day = this.#from(from);
    if (at === undefined && !/T/.test(from)) {
      const date = day.toISODate()!;
      return testContentsSchema.parse({
        ...entry.contents,
        schedule: { allDay: true, start: date, end: date, timeZone: zone },
      });
    }
    const [hour, minute] = (at ?? '').split(':').map(Number);
    const start = at
      ? day.set({ hour, minute, second: 0, millisecond: 0 })
      : day;
    return testContentsSchema.parse({
      ...entry.contents,
      schedule: {
        start: start.toUTC().toISO(),
        end: start.plus(Duration.fromISO(takes)).toUTC().toISO(),
        timeZone: zone,
      },
    });
  }

  #from(text: string): DateTime {
    const zone = this.#options.policy.timeZone;
    const now = DateTime.fromJSDate(this.#timeline.startedAt, { zone });
    const length = Duration.fromISO(text.replace(/^[+-]/, ''));
    return text.startsWith('-') ? now.minus(length) : now.plus(length);
  }

  #moment(text: string): string {
    return new Date(this.#from(text).toMillis()).toISOString();
  }

  #day(text: string): string {
    return this.#from(text).toISODate()!;
  }
}

function logged(
  test: StoredTest,
  { after, kind, by, text }: Entry['log'][number],
): StoredEvent {
  const at = momentAfter(test.startedAt!, after);
  return {
    testId: test.id,
    id: randomUUID(),
    clientId: null,
    kind,
    at,
    recordedAt: at,
    by,
    text,
    entityRefs: [],
    time: null,
    stepId: null,
  };
}
