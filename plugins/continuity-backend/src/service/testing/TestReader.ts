import {
  decideTestTransition,
  measureResult,
  type TestAction,
  type TestDetail,
  type TestResult,
  type TestRun,
  type TestTargets,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { AssessmentEngine } from '../../assessment/AssessmentEngine';
import type { MirroredEntity, MirrorStore } from '../../catalog/MirrorStore';
import { hideEntities } from '../../permissions/hideEntities';
import { readNames } from '../../permissions/readNames';
import {
  TestAccess,
  TestCaller,
  TestRight,
} from '../../permissions/TestAccess';
import { noTargets, targetsOf } from '../../testing/result/readTargetsAt';
import type { StoredResult } from '../../testing/result/StoredResult';
import type { StoredTest } from '../../testing/StoredTest';
import { keyOf, readTestedPlans } from '../../testing/TestedPlans';
import type { TestFindings } from './TestFindings';
import type { TestStore } from '../../testing/TestStore';
import { transitionSubject } from './TestDesk';
import { SeenTest, TestSight } from './TestSight';
import { TestSummaries } from './TestSummaries';
import { TestWaitingReader } from './TestWaitingReader';

/** Who was seen longer ago has left. */
const PRESENT_MILLISECONDS = 60_000;

interface Options {
  database: Knex;
  testStore: TestStore;
  testAccess: TestAccess;
  testSight: TestSight;
  testSummaries: TestSummaries;
  testWaiting: TestWaitingReader;
  testFindings: TestFindings;
  mirror: MirrorStore;
  engine: AssessmentEngine;
  clock: () => Date;
}

/** Reads all that the pages of a test show, without what the caller may not see. */
export class TestReader {
  readonly #options: Options;

  static create(options: Options) {
    return new TestReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async detail(testId: string, caller: TestCaller): Promise<TestDetail> {
    const { testStore, testSight, testSummaries, testWaiting } = this.#options;
    const seen = await testSight.open(testId, caller);
    const { test, hidden } = seen;
    const [summary] = await testSummaries.of([test], {
      caller,
      waiting: await testWaiting.of(caller),
    });
    const visible = test.contents.entities.filter(ref => !hidden.has(ref));
    const entities = await this.#options.mirror.get([
      ...visible,
      ...test.contents.participants,
    ]);
    const { participants } = test.contents;
    const hiddenPeople = await testSight.hiddenAmong(participants, caller);
    const { scope, targets } = await this.#scope(visible, entities);
    const results = (await testStore.resultsOf([testId])).get(testId) ?? [];
    const detail: TestDetail = {
      ...summary,
      contents: { ...test.contents, entities: visible },
      scope,
      participants: participants.map(ref => ({
        ref,
        title: hiddenPeople.has(ref) ? null : entities.get(ref)?.title ?? null,
      })),
      plans: await this.#plans(test),
      startedAt: test.startedAt,
      startedBy: test.startedBy,
      endedAt: test.endedAt,
      completedAt: test.completedAt,
      completedBy: test.completedBy,
      heldPrecision: test.heldPrecision,
      summary: test.summary,
      criteria: test.criteria,
      steps: (await testStore.stepsOf(testId)).map(
        ({ testId: _, clientId, ...step }) => step,
      ),
      events: (await testStore.eventsOf(testId)).map(
        ({ testId: _, ...event }) => ({
          ...event,
          entityRefs: event.entityRefs.filter(ref => !hidden.has(ref)),
        }),
      ),
      results: this.#results(test, { results, hidden, targets, entities }),
      review:
        test.reviewedAt === null
          ? null
          : {
              by: test.reviewedBy!,
              at: test.reviewedAt,
              note: test.reviewNote,
            },
      findings: await this.#options.testFindings.ofTest(testId, caller.access),
      attachments: await testStore.attachmentsOf(testId),
      reschedules: await testStore.reschedulesOf(testId),
      cancelled:
        test.cancelledAt === null
          ? null
          : {
              at: test.cancelledAt,
              by: test.cancelledBy!,
              reason: test.cancelReason ?? '',
            },
      machine: test.machine,
      supplier: test.supplier,
      createdAt: test.createdAt,
      createdBy: test.createdBy,
      allowedActions: await this.#actions(seen, { caller, results }),
    };
    const shown = hideEntities(
      detail,
      await testSight.hiddenIn(detail, caller),
    );
    return {
      ...shown,
      names: await readNames(this.#options.database, shown),
    };
  }

  /** What changes while a test runs. `seen` is answered with `run: null` where it is still so. */
  async run(
    testId: string,
    caller: TestCaller,
    options: { seen?: number } = {},
  ): Promise<TestRun> {
    const { testStore, testSight, clock } = this.#options;
    const { test } = await testSight.open(testId, caller);
    const now = clock();
    const isNews = options.seen === undefined || options.seen !== test.revision;
    const detail = isNews ? await this.detail(testId, caller) : null;
    const present = await testStore.presentIn(
      testId,
      new Date(now.getTime() - PRESENT_MILLISECONDS).toISOString(),
    );
    const others = present.filter(({ by }) => by !== caller.access.subject);
    return {
      // of what is in the answer: somebody may have been faster than the second read
      revision: detail?.revision ?? test.revision,
      now: now.toISOString(),
      run: detail && {
        state: detail.state,
        startedAt: detail.startedAt,
        startedBy: detail.startedBy,
        endedAt: detail.endedAt,
        steps: detail.steps,
        events: detail.events,
        results: detail.results,
        allowedActions: detail.allowedActions,
      },
      present: hideEntities(others, await testSight.hiddenIn(others, caller)),
    };
  }

  async #scope(
    visible: string[],
    entities: Map<string, MirroredEntity>,
  ): Promise<{
    scope: TestDetail['scope'];
    targets: Map<string, TestTargets>;
  }> {
    const current = await this.#options.engine.current(visible);
    const targets = new Map<string, TestTargets>();
    const scope = visible.map((entityRef): TestDetail['scope'][number] => {
      const assessment = current.get(entityRef)?.assessment;
      const profile = assessment?.profile;
      const own = assessment ? targetsOf(assessment) : noTargets;
      targets.set(entityRef, own);
      return {
        entityRef,
        title: entities.get(entityRef)?.title ?? null,
        exists: entities.has(entityRef),
        tier: own.tier,
        rto: own.rto,
        rpo: own.rpo,
        mbco: profile?.mbco.value ?? null,
        owner: profile?.recoveryOwner.value ?? null,
      };
    });
    return { scope, targets };
  }

  async #plans({ contents }: StoredTest): Promise<TestDetail['plans']> {
    const { database } = this.#options;
    const found = await readTestedPlans(database, contents.plans);
    return contents.plans.flatMap(plan => {
      const version = found.get(keyOf(plan));
      return version
        ? [
            {
              ...plan,
              title: version.title,
              state: version.state,
              inForce:
                version.archivedAt === null &&
                version.inForceVersion === plan.version,
            },
          ]
        : [];
    });
  }

  #results(
    test: StoredTest,
    options: {
      results: StoredResult[];
      hidden: Set<string>;
      targets: Map<string, TestTargets>;
      entities: Map<string, MirroredEntity>;
    },
  ): TestResult[] {
    const { results, hidden, targets, entities } = options;
    return results
      .filter(({ entityRef }) => !hidden.has(entityRef))
      .map(stored => {
        const {
          testId: _,
          testedSteps,
          recorders,
          targets: kept,
          measure,
          ...result
        } = stored;
        const against = kept ?? targets.get(stored.entityRef) ?? noTargets;
        return {
          ...result,
          title: entities.get(stored.entityRef)?.title ?? null,
          targets: against,
          measure:
            measure ??
            measureResult(
              { ...result, depth: test.contents.depth, origin: test.origin },
              against,
            ),
        };
      });
  }

  async #actions(
    { test, hidden }: SeenTest,
    context: { caller: TestCaller; results: StoredResult[] },
  ): Promise<TestAction[]> {
    const { caller, results } = context;
    const rights = await this.#options.testAccess.rightsFor(caller, test.id);
    const subject = transitionSubject(test, results);
    const { isUser, subject: by } = caller.access;
    const may = (
      right: TestRight,
      transition: Parameters<typeof decideTestTransition>[0],
    ) =>
      rights.has(right) && decideTestTransition(transition, subject, { by }).ok;
    const seesAll = hidden.size === 0;
    const can: Record<TestAction, boolean> = {
      'test.update': seesAll && may('update', 'update'),
      'test.reschedule': may('update', 'reschedule'),
      'test.cancel': may('update', 'cancel'),
      'test.start': may('run', 'start'),
      'test.run': may('run', 'record'),
      'test.complete': may('run', 'complete'),
      'test.review': isUser && seesAll && may('review', 'review'),
      'test.attach':
        rights.has('run') &&
        test.reviewedAt === null &&
        test.state !== 'cancelled',
    };
    return (Object.keys(can) as TestAction[]).filter(action => can[action]);
  }
}
