import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  testingPolicy,
  type ContinuityPolicy,
  type TestDetail,
  type TestRun,
  type TestTargets,
  type testCompleteRequestSchema,
  type testResultsRequestSchema,
} from 'backstage-plugin-continuity-common';
import type { Knex } from 'knex';
import type { z } from 'zod';
import { TestConflictError } from '../../contract/TestConflictError';
import {
  RequestIssue,
  WrongFieldsError,
} from '../../contract/WrongFieldsError';
import {
  applyResultPatch,
  blankResult,
} from '../../testing/result/applyResultPatch';
import {
  honest,
  measureStored,
  resultProblems,
} from '../../testing/result/judgeStored';
import { noTargets, readTargetsAt } from '../../testing/result/readTargetsAt';
import { readDeficiencyFindings } from '../../testing/finding/readDeficiencyFindings';
import { said } from '../../testing/inHistory';
import { worstOf } from '../../testing/result/worstOf';
import type { StoredResult } from '../../testing/result/StoredResult';
import type { StoredTest } from '../../testing/StoredTest';
import type { TestFindings } from './TestFindings';
import { endEvent, timeEvents } from '../../testing/result/resultEvents';
import type { TestStore } from '../../testing/TestStore';
import { TestWriter } from '../../testing/TestWriter';
import { judgeResults } from '../../testing/result/judgeResults';
import { cadenceAfter } from '../../testing/cadenceAfter';
import { assertTestMay, TestDesk } from './TestDesk';
import { TestReader } from './TestReader';
import { assertPast } from './TestRunService';

interface Options {
  policy: ContinuityPolicy;
  testStore: TestStore;
  testDesk: TestDesk;
  testReader: TestReader;
  testWriter: TestWriter;
  testFindings: TestFindings;
}

type Asked = { credentials: BackstageCredentials };
type Items = z.output<typeof testResultsRequestSchema>['items'];

/** Lets people stamp times and record results, for one entity or many, and complete tests. */
export class TestResultService {
  readonly #options: Options;

  static create(options: Options) {
    return new TestResultService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async save(
    testId: string,
    { items }: z.output<typeof testResultsRequestSchema>,
    { credentials }: Asked,
  ): Promise<TestRun> {
    const { testDesk, testReader, testStore, testWriter } = this.#options;
    const opened = await testDesk.open(testId, 'run', credentials);
    const { caller, hidden } = opened;
    assertTested(items, opened.test, hidden);
    const by = caller.access.subject;
    let isStale = false;
    await testWriter.change(testId, by, async ({ trx, test, at }) => {
      assertTestMay('record', test, { by });
      const before = await this.#byRef(test, trx);
      const targets = await this.#targets(trx, test, [...before.values()], at);
      const after = new Map(before);
      const issues: RequestIssue[] = [];
      for (const [index, item] of items.entries()) {
        const { entityRefs, revisions = {}, ...patch } = item;
        for (const ref of entityRefs) {
          const blank = blankResult(test, ref, { by, at });
          const result = after.get(ref) ?? blank;
          const patched = applyResultPatch(result, patch);
          if (patched === result) {
            // a result without anything in it says nothing yet
            continue;
          }
          const known = before.get(ref)?.revision ?? 0;
          if (Object.hasOwn(revisions, ref) && revisions[ref] !== known) {
            isStale = true;
            return null;
          }
          const own = targets.get(ref) ?? noTargets;
          issues.push(
            ...resultProblems(test, patched, {
              targets: own,
              now: at,
              outcomeSaid: patch.outcome !== undefined,
            }).map(({ field, message }) => ({
              path: `items.${index}.${field}`,
              message: entityRefs.length > 1 ? `${ref}: ${message}` : message,
            })),
          );
          after.set(ref, honest(test, patched, own));
        }
      }
      if (issues.length > 0) throw new WrongFieldsError(issues);
      if (test.state === 'completed') assertJudged([...after.values()]);
      const changed = [...after.values()]
        .filter(result => result !== before.get(result.entityRef))
        .map(
          (result): StoredResult => ({
            ...result,
            ...(result.targets && {
              measure: measureStored(test, result, result.targets),
            }),
            recordedAt: at,
            recordedBy: by,
            recorders: [...new Set([...result.recorders, by])],
            revision: result.revision + 1,
          }),
        );
      if (changed.length === 0) return null;
      await testStore.saveResults(trx, changed);
      await testStore.addEvents(
        trx,
        timeEvents(test, { before, changed, by, at }),
      );
      if (test.state !== 'completed') {
        return { test, record: null, dirty: [] };
      }
      return {
        test: { ...test, outcome: worstOf([...after.values()]) },
        record: {
          action: 'results-corrected',
          before: Object.fromEntries(
            changed.map(({ entityRef }) => [
              entityRef,
              said(before.get(entityRef)),
            ]),
          ),
          after: Object.fromEntries(
            changed.map(result => [result.entityRef, said(result)]),
          ),
        },
        dirty: changed.map(({ entityRef }) => entityRef),
      };
    });
    if (isStale) {
      throw new TestConflictError(await testReader.detail(testId, caller));
    }
    return testReader.run(testId, caller);
  }

  async complete(
    testId: string,
    request: z.output<typeof testCompleteRequestSchema>,
    { credentials }: Asked,
  ): Promise<TestDetail> {
    const { testDesk, testFindings, testReader, testStore, testWriter } =
      this.#options;
    const { caller, test: seen } = await testDesk.open(
      testId,
      'run',
      credentials,
    );
    const by = caller.access.subject;
    assertTestMay('complete', seen, { by });
    const now = testWriter.now();
    assertCriteria(request, seen);
    assertEnd(request, seen, now);
    const { findings, summary, criteria } = request;
    const wrong = await testFindings.issues(findings, {
      access: caller.access,
      path: 'findings',
    });
    if (wrong.length > 0) throw new WrongFieldsError(wrong);
    await testWriter.change(testId, by, async ({ trx, test, at }) => {
      const state = assertTestMay('complete', test, { by });
      const results = [...(await this.#byRef(test, trx)).values()];
      assertComplete(test, results);
      const heldAt = test.startedAt!;
      const targets = await readTargetsAt(
        trx,
        results.map(({ entityRef }) => entityRef),
        heldAt,
      );
      const judged = judgeResults(test, results, { targets, now: at });
      await testStore.saveResults(trx, judged);
      await testStore.addEvents(trx, [
        endEvent(test, { by, at: request.endedAt ?? at, recordedAt: at }),
      ]);
      const fromDeficiencies = await readDeficiencyFindings(trx, judged, {
        drafts: findings,
        policy: this.#options.policy,
        facilitator: test.facilitator,
        now: at,
      });
      const dirty = await testFindings.add(trx, {
        drafts: [...findings, ...fromDeficiencies],
        source: 'test',
        testId,
        by,
        at,
      });
      const outcome = worstOf(judged);
      return {
        test: {
          ...test,
          state,
          heldAt,
          heldPrecision: test.heldPrecision ?? 'instant',
          endedAt: request.endedAt ?? test.endedAt ?? at,
          completedAt: at,
          completedBy: by,
          summary,
          criteria,
          outcome,
          reviewDueAt: this.#reviewDue(heldAt),
        },
        record: {
          action: 'completed',
          before: { state: test.state },
          after: {
            state,
            heldAt,
            results: Object.fromEntries(
              judged.map(result => [result.entityRef, said(result)]),
            ),
          },
        },
        dirty: [...test.contents.entities, ...dirty],
      };
    });
    return testReader.detail(testId, caller);
  }

  /** Passes that nobody reviewed lapse then. */
  #reviewDue(heldAt: string): string {
    const { policy } = this.#options;
    const { reviewWithin } = testingPolicy(policy);
    return cadenceAfter(heldAt, reviewWithin, policy.timeZone);
  }

  async #byRef(
    test: StoredTest,
    trx: Knex.Transaction,
  ): Promise<Map<string, StoredResult>> {
    const found = await this.#options.testStore.resultsOf([test.id], trx);
    return new Map(
      found.get(test.id)!.map(result => [result.entityRef, result]),
    );
  }

  /** Kept with a result once the test is completed; until then those of the moment when it began. */
  async #targets(
    trx: Knex.Transaction,
    test: StoredTest,
    results: StoredResult[],
    now: string,
  ): Promise<Map<string, TestTargets>> {
    const kept = results.flatMap(({ entityRef, targets }) =>
      targets ? [[entityRef, targets] as const] : [],
    );
    if (test.state === 'completed') return new Map(kept);
    return readTargetsAt(trx, test.contents.entities, test.startedAt ?? now);
  }
}

function assertTested(
  items: Items,
  test: StoredTest,
  hidden: Set<string>,
): void {
  const scope = new Set(test.contents.entities.filter(ref => !hidden.has(ref)));
  const issues = items.flatMap(({ entityRefs }, index) =>
    entityRefs
      .filter(ref => !scope.has(ref))
      .map(ref => ({
        path: `items.${index}.entityRefs`,
        message: `${ref} is not part of this test.`,
      })),
  );
  if (issues.length > 0) throw new WrongFieldsError(issues);
}

/** Once a test is completed, each result says what came out. */
function assertJudged(results: StoredResult[]): void {
  const open = results.filter(({ outcome }) => outcome === null);
  if (open.length === 0) return;
  throw new WrongFieldsError([
    {
      path: 'items',
      message:
        'The test is completed: an outcome can be changed, and not taken back.',
    },
  ]);
}

function assertComplete(test: StoredTest, results: StoredResult[]): void {
  const judged = new Set(
    results.flatMap(({ entityRef, outcome }) => (outcome ? [entityRef] : [])),
  );
  const missing = test.contents.entities.filter(ref => !judged.has(ref));
  if (missing.length === 0) return;
  const [first] = missing;
  throw new WrongFieldsError([
    {
      path: 'results',
      message:
        missing.length === 1
          ? `${first} has no outcome yet. Record its result first.`
          : `${missing.length} entities have no outcome yet, ${first} among them. Record their results first.`,
    },
  ]);
}

function assertCriteria(
  { criteria }: z.output<typeof testCompleteRequestSchema>,
  { contents }: StoredTest,
): void {
  const known = new Set(contents.successCriteria.map(({ id }) => id));
  const issues = criteria.flatMap(({ id }, index) =>
    known.has(id)
      ? []
      : [
          {
            path: `criteria.${index}.id`,
            message: 'This test has no such success criterion.',
          },
        ],
  );
  if (issues.length > 0) throw new WrongFieldsError(issues);
}

function assertEnd(
  { endedAt }: z.output<typeof testCompleteRequestSchema>,
  { startedAt }: StoredTest,
  now: string,
): void {
  if (endedAt === undefined) return;
  assertPast(endedAt, { now, path: 'endedAt' });
  if (startedAt === null || endedAt >= startedAt) return;
  throw new WrongFieldsError([
    {
      path: 'endedAt',
      message: 'It ended before it began. Write a later end.',
    },
  ]);
}
